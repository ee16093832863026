"""``spoor hubs``: contact details that seem to serve strangers."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.caller import caller_of
from app.commands.printing import print_json, print_table
from graph.snapshots import read_snapshot


def hubs(
    ctx: typer.Context,
    snapshot: Annotated[str | None, typer.Option(help="Its name [the latest].")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List couriers, escrow accounts and the like: leads of their own, not ties."""
    found = read_snapshot(caller_of(ctx).workspace(), snapshot).hubs.rename({"detail_key": "key"})
    if as_json:
        print_json(found.to_dicts())
        return
    print_table(
        ("contact detail", "probability", "accounts", "why"),
        found.select("key", "probability", "accounts", "reasons").iter_rows(),
    )
