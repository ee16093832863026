"""``spoor rejected``: rows of sources that were refused, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table
from ingest.tables import rejected as refused_rows

SHOWN = 200


def rejected(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List the rows that were refused, with file, place, field and reason."""
    found = refused_rows(caller_of(ctx).workspace())
    if as_json:
        print_json(found.to_dicts())
        return
    columns = [name for name in ("path", "locator", "field", "reason") if name in found.columns]
    print_table(columns, found.select(columns).head(SHOWN).iter_rows())
    messages.print(f"Showing {min(SHOWN, len(found))} of {len(found)}; --json lists them all.")
