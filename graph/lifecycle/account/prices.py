"""Accounts that name another price than they used to."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
from scipy.special import ndtr

from graph.lifecycle.account.rows import as_rows
from graph.lifecycle.account.state import Between
from graph.lifecycle.account.surprise import bits
from graph.lifecycle.prices import EARLIER_DAYS, OF, RECENT_DAYS, prices_of

LEAST_POSTS = 3
LEAST_CHANGE = 1 / 3
BY_CHANCE = 0.01
MEDIAN_SCATTER = 1.2533
"""The median of normal numbers scatters so many times as widely as their mean."""


def find_price_changes(between: Between) -> pl.DataFrame:
    """Find taxa for which accounts name another price than before.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS` of kind ``price_change``; ``value``: the taxon's
        key. The median of `RECENT_DAYS` days against that of the `EARLIER_DAYS` before, for the
        same taxon, product, currency and unit, with `LEAST_POSTS` posts in either; changed by a
        third at least, by more than such prices scatter, and not so already by the first of the
        two days. Surprise: the probability of such a difference between medians of equal prices.
    """
    then, today = (_changed(between, day) for day in between.days)
    same = [*OF, "is_higher"]
    fresh = (
        today.join(then, on=same, how="anti", nulls_equal=True)
        .join(between.seen_before(), on="account_key", how="semi")
        .sort(*OF, nulls_last=True)
    )
    name = pl.col("taxon_key").str.strip_prefix("taxon:")
    thing = pl.concat_str(
        name,
        pl.when(pl.col("product").is_null()).then(pl.lit(""))
        .otherwise(pl.format(" ({})", "product")),
    )  # fmt: skip
    per = pl.when(pl.col("per").is_null()).then(pl.lit("")).otherwise(pl.format(" per {}", "per"))
    return as_rows(
        fresh.with_columns(
            value="taxon_key",
            at=pl.col("since").cast(pl.Datetime("us", "UTC")),
            posts="cited",
            sentence=pl.format(
                "{} names {} {}{} for {}, {} than its {} before.",
                "account_key", _money("recent"), "currency", per, thing,
                pl.when("is_higher").then(pl.lit("more")).otherwise(pl.lit("less")),
                _money("earlier"),
            ),
            reasons=pl.concat_list(
                pl.format(
                    "Medians of {} posts in the last {} days and of {} in the {} days before.",
                    "recent_posts", pl.lit(RECENT_DAYS), "earlier_posts", pl.lit(EARLIER_DAYS),
                ),
            ),
            surprise=bits("price_change", between.weeks, pl.col("by_chance")),
        ),
        "price_change",
    )  # fmt: skip


def _changed(between: Between, today: date) -> pl.DataFrame:
    """Prices that had changed by a day, by what is known now."""
    prices = prices_of(between.tables, today).filter(
        pl.col("recent_posts") >= LEAST_POSTS, pl.col("earlier_posts") >= LEAST_POSTS
    )
    apart = prices["recent"] / prices["earlier"]
    counts = (1 / prices["recent_posts"] + 1 / prices["earlier_posts"]).to_numpy()
    error = MEDIAN_SCATTER * prices["spread"].to_numpy() * np.sqrt(counts)
    by_chance = 2 * ndtr(-np.abs(np.log(apart.to_numpy())) / error)
    return prices.with_columns(
        apart.alias("apart"),
        pl.Series("by_chance", by_chance, dtype=pl.Float64),
        is_higher=apart > 1,
    ).filter((pl.col("apart") - 1).abs() >= LEAST_CHANGE - 1e-9, pl.col("by_chance") < BY_CHANCE)


def _money(column: str) -> pl.Expr:
    """An amount without needless decimals."""
    amount = pl.col(column)
    whole = amount.round().cast(pl.Int64).cast(pl.String)
    return pl.when(amount >= 100).then(whole).otherwise(amount.round(2).cast(pl.String))
