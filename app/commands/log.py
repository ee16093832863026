"""``spoor log``: what was done in the workspace, by whom, when."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table, visible

CUSTODY = ("collector", "legal_basis", "purpose", "handling", "retention")


def log(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List what was done here, by whom and when.

    It is checked that no entry was altered.
    """
    from ingest.journal import Journal

    journal = Journal(caller_of(ctx).workspace())
    entries = journal.entries()
    if as_json:
        print_json(entries)
    elif entries:
        print_table(
            ("at (UTC)", "by", "what", "about"),
            [(_moment(entry), entry["by"], entry["kind"], _about(entry)) for entry in entries],
        )
    else:
        messages.print("Nothing was done here yet; `spoor ingest FILE` begins.")
    for problem in journal.problems():
        messages.print(visible(problem))


def _moment(entry: dict[str, Any]) -> str:
    """Write when something was done, to the second."""
    return str(entry["at"])[:19].replace("T", " ")


def _about(entry: dict[str, Any]) -> str:
    """Write what an entry is about, and on what terms a source was taken in."""
    about = [str(entry[name]) for name in ("path", "snapshot", "output") if entry.get(name)]
    terms = [f"{name.replace('_', ' ')}: {entry[name]}" for name in CUSTODY if entry.get(name)]
    return "; ".join(about + terms)
