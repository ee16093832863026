"""What people touch: the command line, the pages, exports and the demo."""
