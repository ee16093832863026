"""Current ties: those whose evidence both accounts still show; the others bind as ever linked."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.observed import observed_clock, place_of, read_clock
from graph.lifecycle.silence import patience
from graph.ties.posterior import PAIR

LATER_DAYS = 5
"""A value is given up only by who has posted on so many days since without it."""

SHOWN_ONCE_DAYS = 56
"""Nor, where it was shown in one post only, before so many observed days."""


def given_up_reasons(
    reasons: pl.DataFrame, published: pl.DataFrame, seen: pl.DataFrame
) -> pl.DataFrame:
    """Find the evidence of ties that one of the two accounts has given up.

    Parameters
    ----------
    reasons : polars.DataFrame
        Of `graph.ties.tie.Ties`.
    published : polars.DataFrame
        ``account_key value posts first_seen last_seen``: of `graph.ties.values.Values`.
    seen : polars.DataFrame
        `graph.tables.SEEN`.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b layer shared bits last_day``, one row per counted reason: a value is
        given up by who goes on posting, where it is observed, for eight times as long as
        it usually took to show it again, and four weeks at the least; ``last_day``: when both
        last did. Evidence that is no value (a judgement, a rhythm) and what is not dated stays.
    """
    counted = reasons.filter("counted", pl.col("bits") > 0)
    over = given_up(counted, published, seen).rename({"value": "shared"})
    lost = [counted.join(over.rename({"account_key": side}), on=[side, "shared"]) for side in PAIR]
    return (
        pl.concat([each.select(*PAIR, "layer", "shared", "bits", "last_day") for each in lost])
        .group_by(*PAIR, "layer", "shared")
        .agg(pl.col("bits").first(), pl.col("last_day").min())
    )


def current_ties(ties: pl.DataFrame, lost: pl.DataFrame, threshold_bits: float) -> pl.DataFrame:
    """Keep the ties that would be there without what one of the two accounts has given up.

    Parameters
    ----------
    ties : polars.DataFrame
        Of `graph.ties.tie.Ties`.
    lost : polars.DataFrame
        `given_up_reasons` of them.
    threshold_bits : float
        The least score of a tie.
    """
    without = lost.group_by(PAIR).agg(lost=pl.col("bits").sum())
    left = pl.col("score") - pl.col("lost").fill_null(0.0)
    return (
        ties.join(without, on=PAIR, how="left", maintain_order="left")
        .filter(pl.col("lost").is_null() | (left >= threshold_bits))
        .drop("lost")
    )


def given_up(reasons: pl.DataFrame, published: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """Values of ties that an account has given up: ``account_key value last_day``."""
    asked = pl.concat(
        [reasons.select(pl.col(side).alias("account_key"), value="shared") for side in PAIR]
    ).unique()
    shown = (
        published.join(asked, on=["account_key", "value"], how="semi")
        .group_by("account_key", "value")
        .agg(pl.col("first_seen").min(), pl.col("last_seen").max(), pl.col("posts").sum())
        .drop_nulls("last_seen")
        .with_columns(
            first_day=pl.col("first_seen").dt.date(), last_day=pl.col("last_seen").dt.date()
        )
    )
    places = seen.with_columns(place_of())
    days = places.join(shown, on="account_key", how="semi").select("account_key", "day").unique()
    later = (
        shown.join(days, on="account_key")
        .group_by("account_key", "value")
        .agg((pl.col("day") > pl.col("last_day")).sum().alias("later"), end=pl.col("day").max())
    )
    asked_of = shown.join(later.filter(pl.col("later") >= LATER_DAYS), on=["account_key", "value"])
    return _outlived(asked_of, places)


def _outlived(shown: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Values not shown for too many observed days of their account."""
    clock = observed_clock(places)
    here = (
        places.join(shown, on="account_key", how="semi")
        .group_by("account_key", "place")
        .agg(here=pl.col("posts").sum())
    )
    rows = shown.join(here, on="account_key")
    times = rows.with_columns(
        read_clock(clock, rows, name).alias(f"clock_{name}")
        for name in ("first_day", "last_day", "end")
    )
    used = (pl.col("here") * (pl.col("clock_last_day") - pl.col("clock_first_day"))).sum()
    unused = (pl.col("here") * (pl.col("clock_end") - pl.col("clock_last_day"))).sum()
    whole = pl.col("here").sum()
    once = pl.col("posts") < 2
    enough = (
        pl.when(once).then(SHOWN_ONCE_DAYS).otherwise(patience(pl.col("used"), pl.col("posts")))
    )
    return (
        times.group_by("account_key", "value", "posts", "last_day")
        .agg(used=used / whole, unused=unused / whole)
        .filter(pl.col("unused") >= enough)
        .select("account_key", "value", "last_day")
    )
