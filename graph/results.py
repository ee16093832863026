"""Writing a detection's results into the graph, where people look at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import polars as pl

from graph import keys
from graph.result_rows import cluster_rows, trade_rows
from graph.store import GraphStore

if TYPE_CHECKING:
    from graph.detection import Detection

BATCH_ROWS = 2_000
REMOVED_AT_A_TIME = 10_000
PAIR = ["account_a", "account_b"]

Progress = Callable[[int, int], None]


def write_results(
    store: GraphStore, detection: Detection, *, progress: Progress | None = None
) -> None:
    """Write a detection into the graph and make it the latest.

    Parameters
    ----------
    store : GraphStore
        A store that holds the accounts and contact details spoken of.
    detection : Detection
        The detection.
    progress : callable, optional
        Called with (rows written, rows in all).

    Raises
    ------
    StoreError
        If the graph lacks an account or contact detail.
    StoreUnavailable
        If Neo4j goes away; call again with the same detection.

    Notes
    -----
    Ties, directed interaction, hubs and re-used texts are those of this snapshot only; clusters of
    older snapshots stay. The snapshot is marked complete and latest at the very end. Writing twice,
    or once more after having been cut off, gives the same graph.
    """
    key = keys.snapshot(detection.snapshot)
    properties = {
        "id": detection.snapshot,
        "as_of": detection.as_of,
        "calibration": detection.calibration,
        "accounts": detection.accounts,
        "ties": detection.ties.height,
        "clusters": detection.clusters.height,
    }
    store.load("begin_snapshot", [{"key": key, "properties": properties}])
    _repeat(store, "remove_ties", "removed")
    _repeat(store, "remove_trades", "removed")
    _repeat(store, "clear_hubs", "cleared")
    _repeat(store, "remove_texts", "removed")
    work = {
        "write_clusters": cluster_rows(detection),
        "write_hubs": _hub_rows(detection.hubs),
        "write_ties": _tie_rows(detection),
        "write_trades": trade_rows(detection.interactions),
        "write_texts": detection.texts.select("text_key", "post_key", "accounts"),
    }
    clusters = work["write_clusters"]["key"].to_list()
    store.run("remove_clusters", snapshot=detection.snapshot, keys=clusters)
    written, in_all = 0, sum(rows.height for rows in work.values())
    for name, rows in work.items():
        for batch in rows.iter_slices(BATCH_ROWS):
            store.load(name, batch.to_dicts(), snapshot=detection.snapshot)
            written += batch.height
            if progress is not None:
                progress(written, in_all)
    store.run("complete_snapshot", key=key)


def _repeat(store: GraphStore, name: str, count: str) -> None:
    """Run a removal in bounded parts until nothing is left."""
    while store.run(name, limit=REMOVED_AT_A_TIME)[0][count]:
        pass


def _tie_rows(detection: Detection) -> pl.DataFrame:
    """Give each tie the sentences, the evidence and the posts of its reasons."""
    counted = pl.col("counted")
    posts = pl.col("posts").filter(counted).explode().drop_nulls().unique(maintain_order=True)
    reasons = detection.reasons.group_by(PAIR, maintain_order=True).agg(
        reasons=pl.col("sentence").filter(counted),
        evidence=pl.struct(
            "layer", "family", "shared", "bits", "counted", "posts", "sentence"
        ).struct.json_encode(),
        posts=posts,
    )
    return (
        detection.ties.join(reasons, on=PAIR, how="left")
        .sort(PAIR)
        .select(
            *PAIR,
            properties=pl.struct("score", "bits", "probability", "reasons", "evidence", "posts"),
        )
    )


def _hub_rows(hubs: pl.DataFrame) -> pl.DataFrame:
    """Name the columns of hubs as the query takes them."""
    return hubs.sort("detail_key").select(
        pl.col("detail_key").alias("key"), "probability", "accounts", "reasons"
    )
