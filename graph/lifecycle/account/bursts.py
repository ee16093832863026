"""Accounts that post far more than they used to."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl
from scipy.special import betainc

from graph.lifecycle.account.rows import as_rows, posts_cited, with_posts
from graph.lifecycle.account.state import WEEK_DAYS, Between
from graph.lifecycle.account.surprise import bits
from graph.lifecycle.observed import read_clock

PAST_WEEKS = 26
LEAST_WEEKS = 4
"""Fewer observed weeks say nothing of what is usual."""
OBSERVED_SHARE = 0.5
"""A week counts if at least so much of it was observed, by the account's share in its places."""
LEAST_KNOWN_DAYS = 28
"""Posts in places first observed fewer days before the week do not count."""
LEAST_POSTS = 5
TIMES_USUAL = 3.0
BY_CHANCE = 1e-4
USUAL_MORE = 0.5
"""Half a post is added to what was seen, so that nobody's rate is 0."""
LEAST_SCATTER = 0.1
"""Weekly posts scatter more than at random: their variance is the mean and a tenth of its square
at the least."""


def find_bursts(between: Between) -> pl.DataFrame:
    """Find accounts that posted far more in the last seven days than they used to.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS` of kind ``burst``; ``value``: how many posts. At
        least `LEAST_POSTS`, `TIMES_USUAL` times the usual of a week, and less likely than
        `BY_CHANCE` under a negative binomial with mean and scatter of up to `PAST_WEEKS` observed
        weeks; and not so already by the first of the two days. Posts in newly collected places do
        not count. Surprise: that probability.
    """
    then, today = (_bursting(between, day) for day in between.days)
    fresh = today.join(then, on="account_key", how="anti").join(
        between.seen_before(), on="account_key", how="semi"
    )
    first = between.now.end - timedelta(days=WEEK_DAYS)
    spans = fresh.select("account_key", from_at=pl.lit(first), to_at=pl.lit(between.now.end))
    found = with_posts(fresh, posts_cited(between, spans), ["account_key"])
    rate = (pl.col("total") / pl.col("weeks")).round(1)
    return as_rows(
        found.with_columns(
            at="first_at",
            value=pl.col("week").cast(pl.String),
            sentence=pl.format(
                "{} posted {} times in the last seven days; usual are {} a week.",
                "account_key", "week", rate,
            ),
            reasons=pl.concat_list(
                pl.format("At the most {} posts in any of the {} observed weeks before.",
                          "most", "weeks"),
            ),
            surprise=bits("burst", between.weeks, pl.col("by_chance")),
        ),
        "burst",
    )  # fmt: skip


def _bursting(between: Between, today: date) -> pl.DataFrame:
    """Accounts in a burst on a day: ``account_key week usual most weeks by_chance first_at``."""
    known = between.tables.seen.filter(pl.col("day") <= today).join(
        _long_observed(between, today), on="place", how="semi"
    )
    last = (
        _by_week(known.filter(_weeks_ago(today) == 0), today)
        .filter(pl.col("posts") >= LEAST_POSTS)
        .rename({"posts": "week"})
    )
    days = known.join(last, on="account_key", how="semi")
    counted = _by_week(days, today)
    weeks = _observed_weeks(days, between, today).join(
        counted, on=["account_key", "week_ago"], how="left"
    )
    usual = weeks.group_by("account_key").agg(
        weeks=pl.len(),
        total=pl.col("posts").fill_null(0).sum(),
        most=pl.col("posts").fill_null(0).max(),
        scatter=pl.col("posts").fill_null(0).var(),
    )
    rows = (
        last.join(usual.filter(pl.col("weeks") >= LEAST_WEEKS), on="account_key")
        .with_columns(
            usual=(pl.col("total") + USUAL_MORE) / pl.col("weeks"),
        )
        .filter(pl.col("week") >= TIMES_USUAL * pl.col("usual"))
    )
    return rows.with_columns(_by_chance(rows)).filter(pl.col("by_chance") < BY_CHANCE)


def _weeks_ago(today: date) -> pl.Expr:
    """How many weeks before the last one a ``day`` lies."""
    return (pl.lit(today) - pl.col("day")).dt.total_days() // WEEK_DAYS


def _by_week(days: pl.DataFrame, today: date) -> pl.DataFrame:
    """Posts of accounts by week: ``account_key week_ago posts first_at``."""
    return days.group_by("account_key", week_ago=_weeks_ago(today)).agg(
        pl.col("posts").sum(), pl.col("first_at").min()
    )


def _long_observed(between: Between, today: date) -> pl.DataFrame:
    """Places that were known before, and observed for long enough by a day."""
    latest = today - timedelta(days=WEEK_DAYS + LEAST_KNOWN_DAYS)
    return (
        between.clock.group_by("place")
        .agg(pl.col("day").min())
        .filter(pl.col("day") <= latest)
        .join(between.known_places, on="place", how="semi")
    )


def _observed_weeks(days: pl.DataFrame, between: Between, today: date) -> pl.DataFrame:
    """Past weeks in which accounts were known and observed: ``account_key week_ago``."""
    ends = pl.DataFrame({"week_ago": range(1, PAST_WEEKS + 2)}, schema={"week_ago": pl.Int64})
    ends = ends.with_columns(until=pl.lit(today) - pl.duration(days=pl.col("week_ago") * WEEK_DAYS))
    rows = days.select("place").unique().join(ends, how="cross").sort("place", "week_ago")
    rows = rows.with_columns(
        read_clock(between.clock, rows, "until").alias("by_then"),
        after=pl.col("until").shift(-1).over("place"),
    )
    rows = rows.with_columns(
        observed=(pl.col("by_then") - pl.col("by_then").shift(-1).over("place")) / WEEK_DAYS
    ).drop_nulls("after")
    shares = days.group_by("account_key", "place").agg(pl.col("posts").sum())
    shares = shares.with_columns(share=pl.col("posts") / pl.col("posts").sum().over("account_key"))
    began = days.group_by("account_key").agg(began=pl.col("day").min())
    return (
        shares.join(rows, on="place")
        .join(began, on="account_key")
        .filter(pl.col("began") <= pl.col("after"))
        .group_by("account_key", "week_ago")
        .agg(observed=(pl.col("share") * pl.col("observed")).sum())
        .filter(pl.col("observed") >= OBSERVED_SHARE)
        .select("account_key", "week_ago")
    )


def _by_chance(rows: pl.DataFrame) -> pl.Series:
    """Probability of so many posts in a week under a negative binomial."""
    week, mean, scatter = (rows[name].to_numpy() for name in ("week", "usual", "scatter"))
    more = np.maximum(scatter - mean, LEAST_SCATTER * mean**2)
    size = mean**2 / more
    return pl.Series("by_chance", betainc(week, size, mean / (size + mean)), dtype=pl.Float64)
