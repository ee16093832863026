"""Long work in a process of its own: begun from the pages, seen from all of them."""

from __future__ import annotations

from app.jobs.job import Job, Progress, State
from app.jobs.reading import is_written_to, latest, running
from app.jobs.starting import cancel, start, start_commands

__all__ = [
    "Job",
    "Progress",
    "State",
    "cancel",
    "is_written_to",
    "latest",
    "running",
    "start",
    "start_commands",
]
