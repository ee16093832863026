"""``spoor rebuild``: make the graph again from the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.caller import caller_of, open_store, say_waiting
from app.commands.printing import print_json, say
from app.commands.progress import show_progress
from app.words import count


def rebuild(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Make the graph again from the archive, with its networks.

    Nothing is lost: evidence, decisions and snapshots are kept outside the graph.
    """
    from app.rebuild import rebuild as make_again
    from ingest.archive import Archive

    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting), show_progress() as steps:
        made = make_again(workspace, who=caller.who, open_store=open_store, steps=steps)
    sources = len(Archive(workspace).sources())
    if as_json:
        print_json({"sources": sources, "snapshot": made.snapshot, "detected": made.detected})
        return
    networks = f", with the networks of snapshot {made.snapshot}" if made.snapshot else ""
    say(f"The graph was made again from {count(sources, 'source')}{networks}.")
