"""Writing into the graph which accounts may carry on from which."""

from __future__ import annotations

import polars as pl

from graph.judged import REJECT
from graph.results import BATCH_ROWS, REMOVED_AT_A_TIME
from graph.store import GraphStore


def write_successors(store: GraphStore, successors: pl.DataFrame, snapshot: str) -> None:
    """Write successions into the graph, in place of those that are there.

    Parameters
    ----------
    store : GraphStore
        A store that holds the accounts spoken of.
    successors : polars.DataFrame
        `graph.lifecycle.succession.successors.SUCCESSORS`; those that a person rejected are not
        written.
    snapshot : str
        Name of the snapshot that they were found in.

    Raises
    ------
    StoreError
        If the graph lacks an account.
    StoreUnavailable
        If Neo4j goes away; call again with the same successions.
    """
    while store.run("remove_successors", limit=REMOVED_AT_A_TIME)[0]["removed"]:
        pass
    rows = (
        successors.filter(pl.col("judged").ne_missing(REJECT))
        .sort("account_key", "of")
        .select(
            "account_key",
            "of",
            properties=pl.struct("score", "reasons", "sentence", "posts", "judged"),
        )
    )
    for batch in rows.iter_slices(BATCH_ROWS):
        store.load("write_successors", batch.to_dicts(), snapshot=snapshot)
