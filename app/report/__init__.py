"""The weekly report as a person reads it: its page, its pictures and its words."""
