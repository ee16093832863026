"""Telephone numbers in texts."""
