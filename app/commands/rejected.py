"""``spoor rejected``: rows of sources that were refused, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table, short_paths

SHOWN = 200
COLUMNS = ("locator", "field", "reason")


def rejected(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List the rows that were refused, and why."""
    from ingest.tables import rejected as refused_rows

    found = refused_rows(caller_of(ctx).workspace())
    if as_json:
        print_json(found.to_dicts())
        return
    if found.is_empty():
        messages.print("No row was refused.")
        return
    rows = found.head(SHOWN)
    print_table(
        ("file", "place", "field", "reason"),
        zip(short_paths(rows["path"].to_list()), *(rows[name] for name in COLUMNS), strict=True),
    )
    if len(found) > SHOWN:
        messages.print(f"These are {SHOWN} of {len(found):,}; --json lists them all.")
