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


def current_ties(
    ties: pl.DataFrame,
    reasons: pl.DataFrame,
    published: pl.DataFrame,
    seen: pl.DataFrame,
    threshold_bits: float,
) -> pl.DataFrame:
    """Keep the ties that would be there without what one of the two accounts has given up.

    Parameters
    ----------
    ties, reasons : polars.DataFrame
        `graph.ties.tie.Ties`.
    published : polars.DataFrame
        ``account_key value posts first_seen last_seen``: of `graph.ties.values.Values`.
    seen : polars.DataFrame
        `graph.tables.SEEN`.
    threshold_bits : float
        The least score of a tie.

    Returns
    -------
    polars.DataFrame
        Those of ``ties``. A value is given up by an account that goes on posting, where it is
        observed, for six times as long as it usually took to show it again, and four weeks at the
        least. Evidence that is no value (a judgement, a rhythm) and what is not dated stay.
    """
    counted = reasons.filter("counted", pl.col("bits") > 0)
    over = given_up(counted, published, seen)
    lost = pl.concat(
        [
            counted.join(
                over.select(pl.col("account_key").alias(side), pl.col("value").alias("shared")),
                on=[side, "shared"],
                how="semi",
            )
            for side in PAIR
        ]
    ).unique([*PAIR, "shared", "layer"])
    without = lost.group_by(PAIR).agg(lost=pl.col("bits").sum())
    left = pl.col("score") - pl.col("lost").fill_null(0.0)
    return (
        ties.join(without, on=PAIR, how="left", maintain_order="left")
        .filter(pl.col("lost").is_null() | (left >= threshold_bits))
        .drop("lost")
    )


def given_up(reasons: pl.DataFrame, published: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """Values of ties that an account has given up: ``account_key value``."""
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
    """Values not shown for too many observed days of their account: ``account_key value``."""
    clock = observed_clock(places)
    here = (
        places.join(shown, on="account_key", how="semi")
        .group_by("account_key", "place")
        .agg(share=pl.col("posts").sum())
    )
    here = here.with_columns(pl.col("share") / pl.col("share").sum().over("account_key"))
    rows = shown.join(here, on="account_key")
    times = rows.with_columns(
        read_clock(clock, rows, name).alias(name) for name in ("first_day", "last_day", "end")
    )
    used = (pl.col("share") * (pl.col("last_day") - pl.col("first_day"))).sum()
    unused = (pl.col("share") * (pl.col("end") - pl.col("last_day"))).sum()
    once = pl.col("posts") < 2
    enough = (
        pl.when(once).then(SHOWN_ONCE_DAYS).otherwise(patience(pl.col("used"), pl.col("posts")))
    )
    return (
        times.group_by("account_key", "value", "posts")
        .agg(used=used, unused=unused)
        .filter(pl.col("unused") >= enough)
        .select("account_key", "value")
    )
