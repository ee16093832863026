"""Ties: evidence for a common operation, weighed layer by layer."""
