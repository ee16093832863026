"""Clusters as a detection that never errs would give them: to try the rest without waiting."""

from __future__ import annotations

import polars as pl

from graph.tables import Tables
from tests.bench.history.weeks import sunday
from tests.bench.history.world import History


def clusters_of(world: History, week: int, tables: Tables) -> pl.DataFrame:
    """The rings of a week, as far as their accounts are known.

    Parameters
    ----------
    world : History
    week : int
    tables : Tables
        What is known by its end.

    Returns
    -------
    polars.DataFrame
        ``cluster_id account_key``: everybody who was ever in a ring, from the latest on that it
        was in; rings of two known accounts at least. The id is the ring's number.
    """
    if tables.as_of != sunday(week):
        raise ValueError(f"the tables are of {tables.as_of}, not of week {week}.")
    home = {
        seller.key: str(ring.name)
        for ring in world.rings
        if ring.spans[0][0] <= week
        for seller in ring.ever
    }
    rows = [(home[key], key) for key in tables.accounts["account_key"] if key in home]
    kinds = {"cluster_id": pl.String, "account_key": pl.String}
    made = pl.DataFrame(rows, schema=kinds, orient="row")
    return made.filter(pl.len().over("cluster_id") > 1)
