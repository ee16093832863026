"""Silence: for how many observed days somebody was not seen, against what is usual for them."""

from __future__ import annotations

from datetime import date

import polars as pl

from graph.lifecycle.observed import read_clock
from graph.lifecycle.tables import ACTIVE, GONE, UNOBSERVED

LEAST_PATIENCE_DAYS = 28
"""Nobody is gone before four observed weeks."""
MOST_PATIENCE_DAYS = 182
USUAL_GAPS = 8
"""Nor before eight times the usual gap between days with posts: at random times one gap in 3,000
is longer."""
SUPPOSED_GAP_DAYS = 7
"""A gap that is supposed beside those seen, so that a few quick posts promise no more of them."""

SILENCE = pl.Schema(
    {"owner": pl.String(), "first_day": pl.Date(), "last_day": pl.Date(),
     "active_days": pl.Int64(), "posts": pl.Int64(), "silent_days": pl.Float64(),
     "patience_days": pl.Float64(), "status": pl.String()}
)  # fmt: skip


def measure_silence(seen: pl.DataFrame, clock: pl.DataFrame, end: date) -> pl.DataFrame:
    """Measure how long owners of posts have been silent where somebody was looking.

    Parameters
    ----------
    seen : polars.DataFrame
        ``owner place day posts``: an owner is an account, or a cluster for its members.
    clock : polars.DataFrame
        `graph.lifecycle.observed.observed_clock` of all posts.
    end : datetime.date
        The day up to which things are known.

    Returns
    -------
    polars.DataFrame
        `SILENCE`, one row per owner, sorted. ``silent_days``: observed days since the last post,
        each place counted by its share in the owner's posts; ``patience_days``: from so many on
        the owner is ``gone``; ``unobserved``: so many days have passed, but not been observed.
    """
    spent = seen.group_by("owner", "place").agg(pl.col("posts").sum().alias("here"))
    life = seen.group_by("owner").agg(
        first_day=pl.col("day").min(),
        last_day=pl.col("day").max(),
        active_days=pl.col("day").n_unique().cast(pl.Int64),
        posts=pl.col("posts").sum().cast(pl.Int64),
    )
    shares = spent.join(life, on="owner").with_columns(end=pl.lit(end))
    shares = shares.with_columns(
        read_clock(clock, shares, "first_day").alias("clock_first"),
        read_clock(clock, shares, "last_day").alias("clock_last"),
        read_clock(clock, shares, "end").alias("clock_end"),
    )
    lived = (pl.col("here") * (pl.col("clock_last") - pl.col("clock_first"))).sum()
    silent = (pl.col("here") * (pl.col("clock_end") - pl.col("clock_last"))).sum()
    whole = pl.col("here").sum()
    times = shares.group_by("owner").agg(lived=lived / whole, silent_days=silent / whole)
    return (
        life.join(times, on="owner")
        .with_columns(patience_days=patience(pl.col("lived"), pl.col("active_days")))
        .with_columns(status=_status(end))
        .select(pl.col(name).cast(kind) for name, kind in SILENCE.items())
        .sort("owner")
    )


def patience(lived: pl.Expr, times: pl.Expr) -> pl.Expr:
    """How many observed days of silence are too many after so many times in so many days."""
    gap = (lived + SUPPOSED_GAP_DAYS) / times
    return (USUAL_GAPS * gap).clip(LEAST_PATIENCE_DAYS, MOST_PATIENCE_DAYS)


def _status(end: date) -> pl.Expr:
    """Whether somebody is gone, not observed for as long, or active."""
    days = (pl.lit(end) - pl.col("last_day")).dt.total_days()
    return (
        pl.when(pl.col("silent_days") >= pl.col("patience_days"))
        .then(pl.lit(GONE))
        .when(days >= pl.col("patience_days"))
        .then(pl.lit(UNOBSERVED))
        .otherwise(pl.lit(ACTIVE))
    )
