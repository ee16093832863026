"""Organisations with an explanation: found connected or not, and what is said of them first."""

from __future__ import annotations

import polars as pl

from tests.measures import best_jaccard
from tests.planted import World

CONNECTED = 0.5
LOW_RELEVANCE = 0.5
EXPECTED = {
    "shop": "licensed business",
    "family": "family",
    "rescue": "rescue",
    "scam": "advance-fee scam",
    "club": "breeders' club",
    "campaign": "campaign",
}


def explain(made: World, clusters: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """Tell how organisations come out.

    Parameters
    ----------
    made : World
    clusters : polars.DataFrame
        ``cluster_id trade_relevance alternatives alternatives_for``.
    members : polars.DataFrame
        ``cluster_id account_key``.

    Returns
    -------
    polars.DataFrame
        ``kind organisations touched connected named_first low_relevance explained``, by kind:
        how many there are; in how many some members are in one cluster; how many a cluster matches
        at a Jaccard index of .5 or more; of these, how many have the expected alternative first
        with a fact for it, a trade relevance below .5, and one or the other.
    """
    alike = best_jaccard(members, made.organisations).with_columns(
        kind=pl.col("group").str.split(" ").list.first()
    )
    named = alike.join(
        clusters.select("cluster_id", "trade_relevance", "alternatives", "alternatives_for"),
        on="cluster_id",
        how="left",
    ).with_columns(
        touched=pl.col("jaccard") > 0,
        connected=pl.col("jaccard") >= CONNECTED,
        first=(pl.col("alternatives").list.first() == _expected())
        & (pl.col("alternatives_for").list.first() != ""),
        low=pl.col("trade_relevance") < LOW_RELEVANCE,
    )
    connected = pl.col("connected")
    return (
        named.group_by("kind")
        .agg(
            organisations=pl.len(),
            touched=pl.col("touched").sum(),
            connected=connected.sum(),
            named_first=(connected & pl.col("first")).sum(),
            low_relevance=(connected & pl.col("low")).sum(),
            explained=(connected & (pl.col("first") | pl.col("low"))).sum(),
        )
        .sort("kind")
    )


def _expected() -> pl.Expr:
    """The alternative that is true of each kind."""
    return pl.col("kind").replace_strict(EXPECTED, default=None, return_dtype=pl.String)
