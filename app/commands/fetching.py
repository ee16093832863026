"""A progress bar for the first fetch of Neo4j, for every command that needs the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

if TYPE_CHECKING:
    from graph.server.jars import Progress as Advance


@contextmanager
def show_fetching(doing: str = "Starting Neo4j") -> Iterator[Advance]:
    """Show on a terminal how far the fetch has come; silent in a pipe.

    Parameters
    ----------
    doing : str
        What to show while nothing is being fetched.

    Yields
    ------
    callable
        To be given to `graph.server.connect` or `graph.server.jars.fetch_jars` as ``progress``.
    """
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(doing, total=None)

        def advance(done: int, total: int) -> None:
            description = doing if done == total else "Fetching Neo4j"
            bar.update(task, description=description, completed=done, total=total)

        yield advance
