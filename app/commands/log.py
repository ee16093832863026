"""``spoor log``: what was done in the workspace, by whom, when."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table
from ingest.journal import Journal


def log(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List what was done in the workspace, by whom and when, and check that nothing was altered."""
    journal = Journal(caller_of(ctx).workspace())
    entries = journal.entries()
    if as_json:
        print_json(entries)
    else:
        print_table(
            ("at", "by", "what", "about"),
            [
                (e["at"], e["by"], e["kind"], e.get("path") or e.get("snapshot") or "")
                for e in entries
            ],
        )
    for problem in journal.problems():
        messages.print(problem)
