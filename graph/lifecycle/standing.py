"""What stands from day to day: which cluster an account is known to belong to, and since when."""

from __future__ import annotations

import polars as pl

from graph.day import end_of
from graph.detection import Detection
from graph.lifecycle.tables import ARRIVALS, TOLD

LEAST_STABILITY = 0.9
"""An account is told to belong to a cluster once it does in so many of the runs on evidence drawn
again."""


def told_of(members: pl.DataFrame, before: Detection | None) -> pl.DataFrame:
    """Say which cluster each account is told to belong to.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key stability``.
    before : Detection, optional
        The detection that this one goes on from.

    Returns
    -------
    polars.DataFrame
        `TOLD`, by account. What is not sure yet is told as before, or not at all, so that a change
        is told when it has become sure, and once.
    """
    was = (TOLD.to_frame() if before is None else before.told).rename({"cluster_id": "was"})
    sure = pl.col("stability") >= LEAST_STABILITY
    return (
        members.select("account_key", "cluster_id", "stability")
        .join(was, on="account_key", how="left")
        .select("account_key", cluster_id=pl.when(sure).then("cluster_id").otherwise("was"))
        .drop_nulls("cluster_id")
        .sort("account_key")
    )


def arrivals_of(presence: pl.DataFrame, before: Detection | None, as_of: str) -> pl.DataFrame:
    """Say since which day each account is known, and whether it could have been known before.

    Parameters
    ----------
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    before : Detection, optional
        The detection that this one goes on from.
    as_of : str
        The day.

    Returns
    -------
    polars.DataFrame
        `ARRIVALS`, by account.
    """
    if before is None:
        known = presence.select(
            "account_key", known_since=pl.lit(as_of), by_coverage=pl.lit(value=False)
        )
        return known.sort("account_key")
    places = before.presence["places"].explode().drop_nulls().unique().to_list()
    late = pl.col("first_seen") <= end_of(before.as_of)
    elsewhere = pl.col("places").list.set_intersection(places).list.len() == 0
    return (
        presence.join(before.arrivals, on="account_key", how="left")
        .select(
            "account_key",
            pl.col("known_since").fill_null(as_of),
            pl.col("by_coverage").fill_null(late | elsewhere),
        )
        .cast(ARRIVALS)
        .sort("account_key")
    )
