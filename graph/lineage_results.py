"""Writing into the graph which cluster goes on from which, and how it changed."""

from __future__ import annotations

import polars as pl

from graph import keys
from graph.detection import Detection
from graph.lifecycle.matching import match_clusters
from graph.results import BATCH_ROWS
from graph.store import GraphStore

CONTINUED = "continued"


def write_lineage(
    store: GraphStore, before: Detection | None, now: Detection, events: pl.DataFrame
) -> None:
    """Write lines of descent into the graph.

    Parameters
    ----------
    store : GraphStore
        A store that holds the results of ``now`` (`graph.results.write_results`).
    before, now : Detection
        Made alike; without ``before`` there are no lines.
    events : polars.DataFrame
        `graph.lifecycle.tables.EVENTS`: what became of them.

    Raises
    ------
    StoreError
        If the graph lacks a cluster of ``now``.
    """
    if before is None:
        return
    for batch in lineage_rows(before, now, events).iter_slices(BATCH_ROWS):
        store.load("write_lineage", batch.to_dicts())


def lineage_rows(before: Detection, now: Detection, events: pl.DataFrame) -> pl.DataFrame:
    """Give one row per cluster of now and cluster of before that it goes on from.

    Returns
    -------
    polars.DataFrame
        ``now_key before_key before event accounts share``, sorted; ``before``: the properties of
        the earlier cluster, which the graph may not hold yet; ``event``: the most surprising that
        joins the two.
    """
    told = (
        events.select("kind", "surprise", before="from", now="to")
        .explode("before")
        .explode("now")
        .drop_nulls()
        .sort("surprise", descending=True, maintain_order=True)
        .unique(["before", "now"], keep="first", maintain_order=True)
    )
    key_before, key_now = (
        pl.format(keys.cluster(each.snapshot, "{}"), side)
        for each, side in ((before, "before"), (now, "now"))
    )
    sizes = before.clusters.select(
        before="cluster_id",
        properties=pl.struct(id="cluster_id", size="size", snapshot=pl.lit(before.snapshot)),
    )
    return (
        match_clusters(before.members, now.members)
        .join(told, on=["before", "now"], how="left")
        .join(sizes, on="before")
        .select(
            now_key=key_now, before_key=key_before, before="properties",
            event=pl.col("kind").fill_null(CONTINUED), accounts="accounts", share="share",
        )
        .sort("now_key", "before_key")
    )  # fmt: skip
