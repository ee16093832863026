"""``spoor log``: what was done in the workspace, by whom, when."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table, short_paths, visible

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
        paths = [entry["path"] for entry in entries if entry.get("path")]
        short = dict(zip(paths, short_paths(paths), strict=True))
        print_table(
            ("at (UTC)", "by", "what", "about"),
            [
                (_moment(entry), entry["by"], entry["kind"], _about(entry, short))
                for entry in entries
            ],
        )
    else:
        messages.print("Nothing was done here yet; `spoor ingest FILE` begins.")
    for problem in journal.problems():
        messages.print(visible(problem))


def _moment(entry: dict[str, Any]) -> str:
    """Write when something was done, to the second."""
    return str(entry["at"])[:19].replace("T", " ")


def _about(entry: dict[str, Any], short: dict[str, str]) -> str:
    """Write what an entry is about, and on what terms a source was taken in."""
    about = [short.get(entry.get("path", ""), "")]
    about += [", ".join(entry.get("keys", ())), entry.get("why") or ""]
    about += [
        str(entry.get(name) or "")
        for name in ("about", "verdict", "cluster", "entry", "post", "snapshot", "output")
    ]
    terms = [f"{name.replace('_', ' ')}: {entry[name]}" for name in CUSTODY if entry.get(name)]
    return "; ".join([part for part in about if part] + terms)
