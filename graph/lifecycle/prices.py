"""Prices: what an account asks for a taxon of late, and what it asked before."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from graph.tables import Tables
from graph.trade import SURE_NAME

RECENT_DAYS = 28
EARLIER_DAYS = 180
LEAST_AMOUNT, MOST_AMOUNT = 0.01, 1e12
FAR_OFF = 20.0
"""A price so many times above or below the account's median is a slip, or for something else."""
USUAL_SPREAD = 0.15
USUAL_SPREAD_WEIGHT = 4.0
"""Prices of one thing are taken to differ by 15%, for as much as this many prices would say so."""

OF = ("account_key", "taxon_key", "product", "currency", "per")

PRICES = pl.Schema(
    dict.fromkeys(OF, pl.String())
    | {"recent": pl.Float64(), "recent_posts": pl.Int64(), "earlier": pl.Float64(),
       "earlier_posts": pl.Int64(), "spread": pl.Float64(), "since": pl.Date(),
       "cited": pl.List(pl.String())}
)  # fmt: skip
"""One row per account, taxon, product of it (null: the animal or plant itself), currency and what
the price is for (``per``; null: not said). ``recent earlier``: median price in the last
`RECENT_DAYS` days and in the `EARLIER_DAYS` before those, null without any; ``recent_posts
earlier_posts``: how many posts they rest on, the same price on the same day counted once;
``spread``: standard deviation of the logarithm of a price within either, drawn towards the usual;
``since``: day of the first recent price; ``cited``: at most three recent posts."""

CITED = 3


def prices_of(tables: Tables, as_of: date) -> pl.DataFrame:
    """Say what accounts ask for taxa, lately and before.

    Parameters
    ----------
    tables : Tables
        What is known.
    as_of : datetime.date
        The last of the recent days; what is dated later is not heeded.

    Returns
    -------
    polars.DataFrame
        `PRICES`, sorted, the same whatever the order of rows. Only posts that name one taxon for
        sure count, and prices with a currency, between `LEAST_AMOUNT` and `MOST_AMOUNT`; of a
        range, the lower end. A post with several prices of a kind counts once, at their median.

    Notes
    -----
    Linear in posts; 0.3 s for 1,000,000 posts, half of them with a price.
    """
    priced = _priced(tables, as_of).join(_one_taxon(tables), on="post_key")
    first = as_of - timedelta(days=RECENT_DAYS)
    offers = (
        priced.group_by(*OF, "day", "post_key")
        .agg(pl.col("amount").median())
        .group_by(*OF, "day", "amount")
        .agg(pl.col("post_key").min())
        .with_columns(median=pl.col("amount").median().over(OF))
        .filter((pl.col("amount") / pl.col("median")).is_between(1 / FAR_OFF, FAR_OFF))
        .with_columns(is_recent=pl.col("day") > first, log=pl.col("amount").log())
    )
    is_recent = pl.col("is_recent")
    within = pl.col("log") - pl.col("log").mean().over(*OF, "is_recent")
    return (
        offers.with_columns(within=within)
        .sort(*OF, "day", "post_key")
        .group_by(OF, maintain_order=True)
        .agg(
            recent=pl.col("amount").filter(is_recent).median(),
            recent_posts=is_recent.sum(),
            earlier=pl.col("amount").filter(~is_recent).median(),
            earlier_posts=(~is_recent).sum(),
            spread=_spread(),
            since=pl.col("day").filter(is_recent).min(),
            cited=pl.col("post_key").filter(is_recent).head(CITED),
        )
        .select(pl.col(name).cast(kind) for name, kind in PRICES.items())
    )


def _priced(tables: Tables, as_of: date) -> pl.DataFrame:
    """Prices of the days asked for: one row per price."""
    first = as_of - timedelta(days=RECENT_DAYS + EARLIER_DAYS)
    return (
        tables.statements.with_columns(day=pl.col("seen_at").dt.date())
        .filter(
            pl.col("fact") == "price",
            pl.col("amount").is_between(LEAST_AMOUNT, MOST_AMOUNT),
            pl.col("day") > first,
            pl.col("day") <= as_of,
        )
        .drop_nulls(["account_key", "post_key", "unit"])
        .select("account_key", "post_key", "per", "amount", "day", currency="unit")
    )


def _one_taxon(tables: Tables) -> pl.DataFrame:
    """Posts that name one taxon, and one kind of product of it: ``post_key taxon_key product``."""
    names_one = (pl.col("taxon_key").n_unique() == 1) & (pl.col("product").n_unique() == 1)
    return (
        tables.taxa.filter(pl.col("confidence") >= SURE_NAME)
        .drop_nulls("post_key")
        .group_by("post_key")
        .agg(pl.col("taxon_key", "product").first(), names_one=names_one)
        .filter("names_one")
        .drop("names_one")
    )


def _spread() -> pl.Expr:
    """Standard deviation within the recent and the earlier prices, drawn towards the usual."""
    freedom = (pl.len() - pl.col("is_recent").n_unique()).cast(pl.Float64)
    usual = USUAL_SPREAD_WEIGHT * USUAL_SPREAD**2
    return (((pl.col("within") ** 2).sum() + usual) / (freedom + USUAL_SPREAD_WEIGHT)).sqrt()
