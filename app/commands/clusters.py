"""``spoor clusters``: list the clusters of a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import print_json, print_table, shown
from app.words import NOT_ASSESSED

if TYPE_CHECKING:
    from graph.detection import Detection

COLUMNS = ("id", "size", "connected", "trade", "platforms", "active", "also consider")


def clusters(
    ctx: typer.Context,
    snapshot: Annotated[
        str | None, typer.Option(metavar="NAME", help="Snapshot [the latest].")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List clusters, the largest first: leads to check."""
    from app.cluster_data import list_data
    from app.judged_status import with_status
    from app.snapshots import read_snapshot

    workspace = caller_of(ctx).workspace()
    found = with_status(workspace, read_snapshot(workspace, snapshot))
    if as_json:
        print_json(list_data(found))
    elif found.clusters.is_empty():
        messages.print(_nothing(found))
    else:
        _print(found.clusters.to_dicts())


def _print(clusters: list[dict[str, Any]]) -> None:
    """Print clusters; also what people said of them, where any was judged."""
    said = {"legality": _legality, "status": _status}
    judged = {"legality": "legality", "status": "judged_by"}
    shown_too = [name for name in said if any(each[judged[name]] for each in clusters)]
    print_table(
        (*COLUMNS, *shown_too),
        [(*_row(each), *(said[name](each) for name in shown_too)) for each in clusters],
    )


def _row(cluster: dict[str, Any]) -> tuple[object, ...]:
    """Write one cluster as a row of the list; of the alternatives those that facts speak for."""
    return (
        cluster["cluster_id"],
        cluster["size"],
        cluster["connectedness"],
        cluster["trade_relevance"],
        cluster["platforms"],
        span(cluster["span_first"], cluster["span_last"]),
        "; ".join(
            f"{name}: {fact}"
            for name, fact in zip(cluster["alternatives"], cluster["alternatives_for"], strict=True)
            if fact
        ),
    )


def _status(cluster: dict[str, Any]) -> str:
    """Write how a cluster stands judged, and by whom."""
    by = cluster["judged_by"]
    return f"{cluster['status']} by {by}" if by else str(cluster["status"])


def _legality(cluster: dict[str, Any]) -> str:
    """Write what a person said of a cluster's legality, and who."""
    said = cluster["legality"]
    return f"{said['verdict']}, says {said['who']}" if said else NOT_ASSESSED.lower()


def span(first: object, last: object) -> str:
    """Write from when to when; a dash when nothing is dated."""
    days = dict.fromkeys((shown(first), shown(last)))
    return " – ".join(days)


def _nothing(found: Detection) -> str:
    """Say that there is no cluster, and what to try."""
    return (
        f"Snapshot {found.snapshot} has no cluster: of {found.accounts:,} accounts known by the "
        f"end of {found.as_of}, no two have enough in common. Ingest more material, or look at "
        "weaker ties: `spoor detect --threshold 0`."
    )
