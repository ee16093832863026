"""The lock that says whether work is going on: held by its process, and gone with it."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from graph.workspace import Workspace

NAME = ".running"
TRIES = 20
PAUSE = 0.05


def lock_path(folder: Path) -> Path:
    """Tell where the lock of a workspace's work is."""
    return folder / NAME


def take_lock(folder: Path) -> int | None:
    """Take the lock; its file handle, to be handed to the process, or None where it is held."""
    folder.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(lock_path(folder), os.O_RDWR | os.O_CREAT, 0o600)
    for _ in range(TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return handle
        except BlockingIOError:
            time.sleep(PAUSE)
    os.close(handle)
    return None


def is_held(path: Path) -> bool:
    """Whether another process holds the lock of a file."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def writer_lock(workspace: Workspace) -> Path:
    """Tell where the lock of the one writer is."""
    return workspace.root / ".writer"
