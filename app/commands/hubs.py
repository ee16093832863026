"""``spoor hubs``: contact details that seem to serve strangers."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table


def hubs(
    ctx: typer.Context,
    snapshot: Annotated[
        str | None, typer.Option(metavar="NAME", help="Snapshot [the latest].")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List contact details that seem to serve strangers.

    Couriers, escrow accounts and the like: leads of their own, not ties.
    """
    from app.snapshots import read_snapshot

    snapped = read_snapshot(caller_of(ctx).workspace(), snapshot)
    found = snapped.hubs.rename({"detail_key": "key"})
    if as_json:
        print_json(found.to_dicts())
    elif found.is_empty():
        messages.print(
            f"Snapshot {snapped.snapshot} has no hub: no contact detail seems to serve strangers."
        )
    else:
        print_table(
            ("contact detail", "probability", "accounts", "why"),
            [
                (row["key"], row["probability"], row["accounts"], " ".join(row["reasons"]))
                for row in found.iter_rows(named=True)
            ],
        )
