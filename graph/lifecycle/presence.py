"""Presence: which accounts are active, which are not seen any more, which nobody looked for."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from graph.lifecycle.observed import observed_clock, place_of
from graph.lifecycle.silence import measure_silence
from graph.lifecycle.tables import GONE, PRESENCE
from graph.tables import Tables

LAST_WEEK_DAYS = 7
NO_GROUP = "platform:"


def presence_of(tables: Tables) -> pl.DataFrame:
    """Say of each account when it was seen, and whether it still is.

    Parameters
    ----------
    tables : Tables
        What is known as of a day.

    Returns
    -------
    polars.DataFrame
        `PRESENCE`, sorted by account. Adding strangers changes nothing but that their posts show
        that their groups were observed.
    """
    end = date.fromisoformat(tables.as_of)
    seen = tables.seen.with_columns(place_of()).rename({"account_key": "owner"})
    silence = measure_silence(seen, observed_clock(seen), end)
    last_week = pl.col("day") > end - timedelta(days=LAST_WEEK_DAYS)
    met = seen.group_by("owner").agg(
        platform=pl.col("platform").first(),
        first_seen=pl.col("first_at").min(),
        last_seen=pl.col("last_at").max(),
        posts_last_week=pl.col("posts").filter(last_week).sum().cast(pl.Int64),
    )
    places = (
        seen.group_by("owner", "place")
        .agg(pl.col("posts").sum())
        .sort("owner", "posts", "place", descending=[False, True, False])
        .group_by("owner", maintain_order=True)
        .agg(places="place")
    )
    return (
        silence.join(met, on="owner")
        .join(places, on="owner")
        .join(_left(tables.memberships, places), on="owner", how="left")
        .with_columns(pl.col("left").fill_null(value=False))
        .with_columns(
            status=pl.when("left").then(pl.lit(GONE)).otherwise("status"), account_key="owner"
        )
        .select(pl.col(name).cast(kind) for name, kind in PRESENCE.items())
        .sort("account_key")
    )


def _left(memberships: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Accounts known to have left every group they were in: ``owner left``."""
    elsewhere = places.filter(
        pl.col("places").list.eval(pl.element().str.starts_with(NO_GROUP)).list.any()
    )
    return (
        memberships.group_by(owner="account_key")
        .agg(left=pl.col("left_at").is_not_null().all())
        .join(elsewhere, on="owner", how="anti")
    )
