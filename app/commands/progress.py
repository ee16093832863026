"""Progress bars on a terminal, and word to whoever listens; nothing in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from app.commands.caller import messages
from app.jobs.telling import tell

Advance = Callable[[str, int, int], None]


@contextmanager
def show_progress() -> Iterator[Advance]:
    """Show one bar per step.

    Yields
    ------
    callable
        To be called with the step's name, the work done and the work in all.
    """
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=messages,
        transient=True,
        disable=not messages.is_terminal,
    ) as bar:
        tasks: dict[str, object] = {}

        def advance(step: str, done: int, in_all: int) -> None:
            tell(step, done, in_all)
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=in_all or None)
            bar.update(tasks[step], completed=done, total=in_all or None)  # type: ignore[arg-type]

        yield advance
