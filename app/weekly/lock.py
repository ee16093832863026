"""One unattended run at a time, and none that waits for long: the next one is due anyway."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.errors import WorkspaceBusy
from graph.workspace import Workspace

LOCK = ".weekly"
PATIENCE = 5.0
"""Seconds that another command which writes is waited for."""


@contextmanager
def alone(workspace: Workspace) -> Iterator[None]:
    """Be the only unattended run on a workspace for the length of a ``with`` block.

    Raises
    ------
    WorkspaceBusy
        At once, if another one is going on.

    Notes
    -----
    The lock is the operating system's and dies with its process.
    """
    with (workspace.root / LOCK).open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WorkspaceBusy(
                f"{workspace.root}: another `spoor weekly` is going on in this workspace; "
                "this one did nothing."
            ) from None
        yield


def patience(workspace: Workspace) -> Callable[[], None]:
    """Make what is called where another command holds the writer lock.

    Parameters
    ----------
    workspace : Workspace

    Returns
    -------
    callable
        Comes back when the other command has finished; raises `WorkspaceBusy` if it does not in
        `PATIENCE` seconds.
    """

    def wait_briefly() -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with workspace.writer(wait=False):
                    return
            except WorkspaceBusy:
                time.sleep(0.1)
        raise WorkspaceBusy(
            f"{workspace.root}: another command is writing to this workspace; the next run goes on "
            "from here."
        )

    return wait_briefly
