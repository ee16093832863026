"""The command line, one file per group of commands.

Heavy libraries are imported inside the commands that use them, so that the others, and ``--help``,
answer at once.
"""
