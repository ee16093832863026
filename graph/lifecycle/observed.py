"""Observed time: on how many days a place was looked at, so that not collected is not gone."""

from __future__ import annotations

import polars as pl

FILLED_DAYS = 7
"""A place is taken for observed between two days with posts that lie at most so far apart."""


def place_of() -> pl.Expr:
    """Key of the place of a post: its group, or its platform outside of groups."""
    return pl.coalesce("group_key", pl.format("platform:{}", "platform")).alias("place")


def observed_clock(seen: pl.DataFrame) -> pl.DataFrame:
    """Count the observed days of each place.

    Parameters
    ----------
    seen : polars.DataFrame
        ``place day``.

    Returns
    -------
    polars.DataFrame
        ``place day clock``, one row per place and day with posts, sorted: ``clock`` is how many
        days of the place had been observed by the end of that day.

    Notes
    -----
    Whoever posts, a day with posts is observed, and so are the days between two of them at most
    `FILLED_DAYS` apart. A place without posts cannot be told from one that nobody collected; it
    counts as not observed.
    """
    gap = (pl.col("day") - pl.col("day").shift(1).over("place")).dt.total_days()
    step = pl.when(gap <= FILLED_DAYS).then(gap).otherwise(1).fill_null(1)
    return (
        seen.select("place", "day")
        .unique()
        .sort("place", "day")
        .with_columns(clock=step.cum_sum().over("place"))
    )


def read_clock(clock: pl.DataFrame, when: pl.DataFrame, day: str) -> pl.Series:
    """Read the clock of places on given days.

    Parameters
    ----------
    clock : polars.DataFrame
        `observed_clock`.
    when : polars.DataFrame
        ``place`` and a column of days.
    day : str
        Its name.

    Returns
    -------
    polars.Series
        Observed days of the place by the end of the day, as of ``when``; 0 before the first.

    Notes
    -----
    Within a gap that counts as observed the days run on.
    """
    ahead = clock.with_columns(next_clock=pl.col("clock").shift(-1).over("place")).rename(
        {"day": "known_day"}
    )
    found = (
        when.select("place", pl.col(day).alias("asked"))
        .with_row_index("row")
        .sort("asked")
        .join_asof(
            ahead.sort("known_day"), left_on="asked", right_on="known_day", by="place",
            strategy="backward", check_sortedness=False,
        )
        .sort("row")
    )  # fmt: skip
    on = pl.col("clock") + (pl.col("asked") - pl.col("known_day")).dt.total_days()
    ran = pl.when(pl.col("next_clock") - pl.col("clock") > 1).then(
        pl.min_horizontal(on, "next_clock")
    )
    return found.select(pl.coalesce(ran, "clock").fill_null(0).alias(day)).to_series()
