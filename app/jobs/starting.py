"""Beginning long work, and having it stop."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.jobs.job import (
    ASKED,
    FILES,
    MESSAGES,
    PROCESS,
    STOP,
    Job,
    jobs_folder,
    now,
    read_job,
    write_json,
)
from app.jobs.lock import take_lock
from app.jobs.reading import folders, running
from graph.errors import WorkspaceBusy, WorkspaceError
from graph.workspace import Workspace

KEPT = 20
PATIENCE = 5.0


def start(workspace: Workspace, what: str, arguments: Sequence[str], who: str) -> Job:
    """Begin a command of ``spoor`` as a process of its own.

    Parameters
    ----------
    workspace : Workspace
    what : str
        The command, which knows ``--json``: ``detect``, ``report`` and the like.
    arguments : sequence of str
        What follows it. What a person typed belongs behind ``=`` or ``--``.
    who : str
        Who asks for it.

    Returns
    -------
    Job
        It goes on whatever becomes of the browser and of the pages' server.

    Raises
    ------
    WorkspaceBusy
        If such work is going on already.
    """
    return start_commands(workspace, what, [[what, "--json", *arguments]], who)


def start_commands(
    workspace: Workspace,
    what: str,
    commands: Sequence[Sequence[str]],
    who: str,
    *,
    about: dict[str, Any] | None = None,
    prepare: Callable[[Path], None] | None = None,
) -> Job:
    """Begin several commands of ``spoor``, one after the other.

    Parameters
    ----------
    workspace, what, who
        As of `start`.
    commands : sequence of sequence of str
        Each with its options, ``--json`` among them.
    about : dict, optional
        What is to be known of the work later.
    prepare : callable, optional
        Told the folder in which the commands will run, to put files there.

    Raises
    ------
    WorkspaceBusy
        If such work is going on already.
    WorkspaceError
        If it cannot be begun.
    """
    place = jobs_folder(workspace)
    lock = take_lock(place)
    if lock is None:
        raise WorkspaceBusy(
            f"{workspace.root}: work begun from the pages is going on; "
            "try again when it has finished."
        )
    try:
        _forget_old(workspace)
        folder = _new_folder(place, what)
        (folder / FILES).mkdir(mode=0o700)
        if prepare is not None:
            prepare(folder / FILES)
        shared = ["--workspace", str(workspace.root.absolute()), "--as", who]
        asked = {
            "what": what,
            "who": who,
            "started_at": now(),
            "commands": [[*shared, *command] for command in commands],
            "about": about or {},
        }
        write_json(folder / ASKED, asked)
        _spawn(folder, lock)
        job = read_job(folder, alive=True)
    except OSError as error:
        raise WorkspaceError(
            f"{error.filename or place}: the work cannot be begun ({error.strerror or error}); "
            "free some space or mend the permissions."
        ) from None
    finally:
        os.close(lock)
    assert job is not None
    return job


def cancel(workspace: Workspace, job: Job, who: str) -> None:
    """Ask work to stop; what it has finished stays, and the same work goes on from there.

    Parameters
    ----------
    workspace : Workspace
    job : Job
        Nothing happens where it has ended.
    who : str
        Who asks.
    """
    until = time.monotonic() + PATIENCE
    while (found := running(workspace)) is not None and found.id == job.id:
        with suppress(OSError, ValueError):
            number = int((job.folder / PROCESS).read_text(encoding="utf-8"))
            (job.folder / STOP).write_text(who, encoding="utf-8")
            os.kill(number, signal.SIGINT)
            return
        if time.monotonic() > until:
            return
        time.sleep(0.05)


def _spawn(folder: Path, lock: int) -> None:
    """Start the process, with the lock in its hands and in a session of its own.

    It runs where the files are that somebody uploaded: nothing may be imported from there.
    """
    with (folder / MESSAGES).open("ab") as messages:
        subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "app.jobs.runner", str(folder), str(lock)],
            cwd=folder / FILES,
            env={**os.environ, "PYTHONSAFEPATH": "1"},
            pass_fds=(lock,),
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=messages,
        )


def _new_folder(place: Path, what: str) -> Path:
    """Make a folder whose name sorts behind those of earlier work."""
    folder = place / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{what}"
    folder.mkdir(mode=0o700)
    return folder


def _forget_old(workspace: Workspace) -> None:
    """Remove what is kept of work long ago."""
    for folder in folders(workspace)[KEPT - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)
