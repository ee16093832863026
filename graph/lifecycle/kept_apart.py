"""Kept apart: clusters that had parted stay so until something current joins them again."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.following import followed, joined, renumbered, with_former
from graph.ties.posterior import PAIR

LEAST_OF_CLUSTER = 2


def keep_apart(
    home: pl.DataFrame, ties: pl.DataFrame, current: pl.DataFrame, before: pl.DataFrame | None
) -> pl.DataFrame:
    """Part communities by the clusters that they were before.

    Parameters
    ----------
    home : polars.DataFrame
        ``account_key community``.
    ties, current : polars.DataFrame
        Ties inside communities, and those of them that are current.
    before : polars.DataFrame or None
        ``cluster_id account_key``.

    Returns
    -------
    polars.DataFrame
        ``account_key community``, numbered anew: clusters of before with at least two accounts in
        a community are together only where a current tie joins them, directly or through others;
        accounts of none follow their strongest tie.
    """
    if before is None:
        return home
    former = (
        home.join(before.select("account_key", "cluster_id"), on="account_key")
        .filter(pl.len().over("community", "cluster_id") >= LEAST_OF_CLUSTER)
        .filter(pl.col("cluster_id").n_unique().over("community") > 1)
    )
    if former.is_empty():
        return home
    groups = former.join(_linked(former, current), on="cluster_id", how="left").with_columns(
        group=pl.coalesce("group", "cluster_id")
    )
    apart = groups.filter(pl.col("group").n_unique().over("community") > 1)
    if apart.is_empty():
        return home
    parts = apart.select("account_key", part=pl.col("group").rank("dense").cast(pl.Int64))
    asked = home.join(apart, on="community", how="semi")
    among = ties.join(asked, left_on=PAIR[0], right_on="account_key", how="semi")
    return renumbered(home, followed(parts, with_former(among, before)))


def _linked(former: pl.DataFrame, current: pl.DataFrame) -> pl.DataFrame:
    """Clusters that current ties join to others: ``cluster_id group``."""
    across = current
    for side in PAIR:
        home = former.select(pl.col("account_key").alias(side), pl.col("cluster_id").alias("own"))
        across = across.join(home, on=side).drop(side).rename({"own": side})
    across = across.filter(pl.col(PAIR[0]) != pl.col(PAIR[1]))
    return joined(across.unique(PAIR)).select(
        pl.col("account_key").alias("cluster_id"), group=pl.format("joined {}", "part")
    )
