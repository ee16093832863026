"""``spoor withdraw``: have a source take part in nothing any more, or take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import caller_of, hint, open_store, say_waiting
from app.commands.printing import print_json, say
from app.commands.progress import show_progress
from graph.errors import UsageError

if TYPE_CHECKING:
    from app.withdrawing import Withdrawn
    from ingest.source_record import SourceRecord


def withdraw(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="Its path, its file's name, or its SHA-256.")
    ],
    why: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why; a withdrawal needs a reason.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="It takes part again.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Have a source take part in nothing any more.

    Its rows leave the graph, every list and every later detection; its bytes stay in the archive.
    A zip's name means all that was read of it.
    """
    from app.withdrawing import withdraw as withdraw_sources
    from ingest.archive import Archive
    from ingest.withdrawals import find_sources_named

    if not undo and not (why and why.strip()):
        raise UsageError("A source is withdrawn for a reason: say it with --why TEXT.")
    caller = caller_of(ctx)
    workspace = caller.workspace()
    meant = find_sources_named(Archive(workspace).sources(withdrawn=True), source)
    with show_progress() as steps:
        done = withdraw_sources(
            workspace, meant, why=why, who=caller.who, open_store=open_store, undo=undo,
            steps=steps, on_wait=say_waiting,
        )  # fmt: skip
    if as_json:
        print_json(
            {
                "sources": [
                    {"sha256": each.sha256, "path": each.path, "withdrawn": not undo,
                     "new": each.sha256 in done.changed}
                    for each in meant
                ],
                "rebuilt": done.made.anew,
                "snapshot": done.made.snapshot,
                "detected": done.made.detected,
            }
        )  # fmt: skip
        return
    _say(meant, done, undo=undo)


def _say(meant: list[SourceRecord], done: Withdrawn, *, undo: bool) -> None:
    """Say what holds now."""
    for each in meant:
        known = "" if each.sha256 in done.changed else ", as before"
        said = "takes part again" if undo else "is withdrawn and takes part in nothing"
        say(f"{each.path} ({each.sha256[:12]}) {said}{known}.")
    if done.made.anew:
        say(
            "The graph was made again, and networks were detected again."
            if done.made.detected
            else "The graph was made again."
        )
    if undo:
        hint("Next: `spoor detect` finds networks with it.")
    else:
        hint(f"`spoor withdraw {meant[0].sha256[:12]} --undo` takes this back.")
