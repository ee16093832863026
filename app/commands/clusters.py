"""``spoor clusters``: list the clusters of a snapshot."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cluster_data import list_data
from app.commands.caller import caller_of
from app.commands.printing import print_json, print_table
from graph.snapshots import read_snapshot

COLUMNS = ("id", "size", "connectedness", "trade relevance", "platforms", "from", "to",
           "also consider")  # fmt: skip


def clusters(
    ctx: typer.Context,
    snapshot: Annotated[str | None, typer.Option(help="Its name [the latest].")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List clusters: leads for a person to check, the largest first."""
    found = read_snapshot(caller_of(ctx).workspace(), snapshot)
    if as_json:
        print_json(list_data(found))
        return
    print_table(
        COLUMNS,
        [
            (
                row["cluster_id"],
                row["size"],
                row["connectedness"],
                row["trade_relevance"],
                row["platforms"],
                row["span_first"],
                row["span_last"],
                row["alternatives"][0],
            )
            for row in found.clusters.iter_rows(named=True)
        ],
    )
