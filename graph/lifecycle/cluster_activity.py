"""Activity of clusters: which are active now, and which are only ever linked."""

from __future__ import annotations

from datetime import date

import polars as pl

from graph.lifecycle.observed import observed_clock, place_of
from graph.lifecycle.silence import measure_silence
from graph.lifecycle.tables import ACTIVE, GONE, UNOBSERVED
from graph.tables import Tables

CLUSTER_ACTIVITY = pl.Schema(
    {"cluster_id": pl.String(), "status": pl.String(), "active": pl.Int64(),
     "unobserved": pl.Int64(), "gone": pl.Int64(), "first_day": pl.Date(), "last_day": pl.Date(),
     "silent_days": pl.Float64(), "patience_days": pl.Float64()}
)  # fmt: skip
"""One row per cluster. ``status``: as of `graph.lifecycle.tables.PRESENCE`, of all members
together: a cluster is gone when nobody of it was seen for longer than is usual for it. ``active
unobserved gone``: how many members are. The days are null when no member ever posted."""


def activity_of(members: pl.DataFrame, presence: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Say of each cluster whether it is active.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    tables : Tables
        What is known as of a day.

    Returns
    -------
    polars.DataFrame
        `CLUSTER_ACTIVITY`, by id. A cluster of which nobody ever posted is unobserved.
    """
    own = members.select("cluster_id", "account_key")
    places = tables.seen.with_columns(place_of())
    seen = places.join(own, on="account_key").rename({"cluster_id": "owner"})
    near = places.join(seen, on="place", how="semi")
    silence = measure_silence(seen, observed_clock(near), date.fromisoformat(tables.as_of))
    is_of = {name: (pl.col("status") == name).sum() for name in (ACTIVE, UNOBSERVED, GONE)}
    counted = (
        own.join(presence.select("account_key", "status"), on="account_key", how="left")
        .with_columns(pl.col("status").fill_null(UNOBSERVED))
        .group_by("cluster_id")
        .agg(**is_of)
    )
    return (
        counted.join(silence, left_on="cluster_id", right_on="owner", how="left")
        .with_columns(status=_status())
        .select(pl.col(name).cast(kind) for name, kind in CLUSTER_ACTIVITY.items())
        .sort("cluster_id")
    )


def _status() -> pl.Expr:
    """Say what a cluster is: gone, too, when each of its members is known to be."""
    nobody = (pl.col("active") + pl.col("unobserved")) == 0
    return pl.when(nobody).then(pl.lit(GONE)).otherwise(pl.col("status").fill_null(UNOBSERVED))
