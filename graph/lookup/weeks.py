"""When posts were posted: in order, and how many in each week, those without a post among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from graph.records import UTC

UNKNOWN = -(2**62)
"""Stands for a time that no source gives, in lists that cannot hold nothing."""
TIMED = {"post_key": pl.String, "posted_at": pl.Int64}
WEEK = timedelta(weeks=1)
MOST_WEEKS = 52 * 30


@dataclass(frozen=True)
class Week:
    """A week, by its Monday, and how many posts are dated in it."""

    monday: date
    posts: int


def newest_first(rows: pl.DataFrame) -> pl.DataFrame:
    """Order posts by time, the newest first; those of an unknown one come last.

    Parameters
    ----------
    rows : polars.DataFrame
        With ``post_key posted_at``, the latter in milliseconds since 1970, or `UNKNOWN`.

    Returns
    -------
    polars.DataFrame
        The same, times as such; null where unknown.
    """
    known = pl.col("posted_at") != UNKNOWN
    moment = pl.from_epoch("posted_at", time_unit="ms").dt.replace_time_zone("UTC").cast(UTC)
    return (
        rows.with_columns(pl.when(known).then(pl.col("posted_at")).alias("posted_at"))
        .with_columns(moment)
        .sort("posted_at", "post_key", descending=[True, False], nulls_last=True)
    )


def count_by_week(posted_at: pl.Series, also: Sequence[date] = ()) -> list[Week]:
    """Count posts by week (UTC), from the first week with anything to the last.

    Parameters
    ----------
    posted_at : polars.Series
        When each post was posted; null where no source says.
    also : sequence of date
        Mondays of further weeks to list.

    Returns
    -------
    list of Week
        Every week in order; only the last thirty years of a longer time, as dates that far apart
        are mistakes.
    """
    weeks = posted_at.drop_nulls().dt.truncate("1w").dt.date()
    counted = dict(weeks.value_counts().iter_rows())
    named = sorted({*counted, *also})
    if not named:
        return []
    first = max(named[0], named[-1] - WEEK * MOST_WEEKS)
    return [
        Week(monday, counted.get(monday, 0))
        for monday in (first + WEEK * n for n in range((named[-1] - first) // WEEK + 1))
    ]
