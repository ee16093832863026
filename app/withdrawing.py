"""Withdrawing sources, from journal to graph: nothing of them is read any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.rebuild import Made, make_current
from app.steps import OpenStore, Steps
from graph.workspace import Workspace
from ingest.source_record import SourceRecord
from ingest.withdrawals import note_taken_back, note_withdrawn


@dataclass(frozen=True)
class Withdrawn:
    """What came of a withdrawal, or of taking one back.

    Attributes
    ----------
    changed : list of str
        SHA-256 of the sources for which something else stood before.
    made : Made
        What was done to the graph.
    """

    changed: list[str]
    made: Made


def withdraw(
    workspace: Workspace,
    sources: Sequence[SourceRecord],
    *,
    why: str | None,
    who: str,
    open_store: OpenStore,
    undo: bool = False,
    steps: Steps | None = None,
    on_wait: Callable[[], None] | None = None,
) -> Withdrawn:
    """Withdraw sources, or take that back, and have the graph follow.

    Parameters
    ----------
    workspace : Workspace
    sources : sequence of SourceRecord
    why : str or None
        In the person's words; may be missing only where a withdrawal is taken back.
    who : str
    open_store : callable
        Opens the graph.
    undo : bool
        Whether withdrawals are taken back.
    steps, on_wait : callable, optional
        As of `app.intake.take_in`.

    Raises
    ------
    UsageError
        If a source is withdrawn without a reason.

    Notes
    -----
    What is noted stands even if the rest is cut off; the next command that writes to the graph
    goes on. Where networks were detected, they are detected again without the source; what
    comes back is obeyed by the next detection.
    """
    with workspace.writer(on_wait=on_wait):
        if undo:
            changed = note_taken_back(workspace, sources, why=why, who=who)
        else:
            changed = note_withdrawn(workspace, sources, why=why or "", who=who)
        made = make_current(workspace, who=who, open_store=open_store, steps=steps)
    return Withdrawn(changed, made)
