"""Which work goes on in a workspace, and what the last one came to."""

from __future__ import annotations

from pathlib import Path

from app.jobs.job import Job, State, jobs_folder, read_job
from app.jobs.lock import is_held, lock_path, writer_lock
from graph.workspace import Workspace


def latest(workspace: Workspace, what: str | None = None) -> Job | None:
    """Read the work that was begun last; None where there was none.

    Parameters
    ----------
    workspace : Workspace
    what : str, optional
        Only work of this kind, as ``ingest``.
    """
    alive = is_held(lock_path(jobs_folder(workspace)))
    for place, folder in enumerate(folders(workspace)):
        job = read_job(folder, alive=alive and place == 0)
        if job is not None and what in (None, job.what):
            return job
    return None


def running(workspace: Workspace) -> Job | None:
    """Read the work that is going on; None where there is none."""
    job = latest(workspace)
    return job if job is not None and job.state is State.RUNNING else None


def is_written_to(workspace: Workspace) -> bool:
    """Whether some command, of a terminal or of these pages, is writing to the workspace."""
    return is_held(writer_lock(workspace))


def folders(workspace: Workspace) -> list[Path]:
    """List the folders of all work that is kept, the latest first."""
    found = jobs_folder(workspace).glob("[0-9]*-*")
    return sorted((each for each in found if each.is_dir()), reverse=True)
