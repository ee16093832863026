"""Who calls, on which workspace: what every command is told before its own options."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from app.commands.fetching import show_fetching
from app.jobs.telling import WAITING, tell
from graph.errors import UsageError
from graph.workspace import Workspace, open_workspace, planned_workspace

if TYPE_CHECKING:
    from graph.store import GraphStore

messages = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)
"""Where notes and errors go; results go to standard output."""


@dataclass(frozen=True)
class Caller:
    """Who calls a command, and on which workspace.

    Attributes
    ----------
    workspace_path : Path
        The workspace's directory; it may not exist yet.
    who : str
        Who acts: ``--as``, else ``$SPOOR_USER``, else the operating system's user.
    """

    workspace_path: Path
    who: str

    def workspace(self, *, create: bool = False) -> Workspace:
        """Open the workspace; a missing one is made only where that is asked for."""
        return open_workspace(self.workspace_path, create=create)

    def planned_workspace(self) -> Workspace:
        """Open the workspace, or tell what it would be, without making it."""
        return planned_workspace(self.workspace_path)


def caller_of(ctx: typer.Context) -> Caller:
    """Give the caller of the running command."""
    found = ctx.obj
    if not isinstance(found, Caller):
        raise UsageError("a command was run without `spoor`; run it as `spoor COMMAND`.")
    return found


def who_acts(named: str | None) -> str:
    """Name who acts: as named, else ``$SPOOR_USER``, else the operating system's user."""
    for given in (named, os.environ.get("SPOOR_USER")):
        if given and given.strip():
            return given.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def hint(text: str) -> None:
    """Say what may come next, to a person at a terminal only."""
    if messages.is_terminal:
        messages.print(text)


def say_waiting() -> None:
    """Say that another command holds the workspace."""
    tell(WAITING, 0, 0)
    messages.print("Another command is writing to this workspace; waiting for it to finish …")


@contextmanager
def open_graph(workspace: Workspace) -> Iterator[GraphStore]:
    """Connect to the workspace's graph to read it; refuse it while it may show our own side."""
    from app.own_side import check_own_side
    from app.withdrawn_sources import check_withdrawn

    with open_store(workspace) as store:
        check_own_side(workspace, store)
        check_withdrawn(workspace, store)
        yield store


@contextmanager
def open_store(workspace: Workspace) -> Iterator[GraphStore]:
    """Connect to the workspace's Neo4j, started (and fetched) first where need be.

    For making the graph; whoever reads it uses `open_graph`.
    """
    from graph import server
    from graph.store import GraphStore

    with show_fetching() as progress:
        connection = server.connect(workspace, progress=progress)
    with GraphStore(connection) as store:
        store.claim(workspace.id)
        yield store
