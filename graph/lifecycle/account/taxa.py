"""Accounts that offer or seek a taxon for the first time."""

from __future__ import annotations

import polars as pl

from graph.lifecycle.account.rows import as_rows, day_of, first_seen_since, past_of
from graph.lifecycle.account.shown_where import shown_in_known_places
from graph.lifecycle.account.state import Between
from graph.lifecycle.account.surprise import bits, chance_of_another
from graph.lifecycle.traces import TAXON


def find_new_taxa(between: Between) -> pl.DataFrame:
    """Find taxa that accounts offer or seek for the first time.

    Parameters
    ----------
    between : Between
        What is known.

    Returns
    -------
    polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS` of kind ``new_taxon``; ``value``: the taxon's key.
        Only of accounts known before, in a place that had been observed before. Surprise: the
        probability of another taxon at the rate at which the account took up taxa.
    """
    found = shown_in_known_places(
        first_seen_since(between, TAXON),
        between.tables.taxa.rename({"taxon_key": "value"}),
        between,
    ).join(past_of(between, TAXON), on="account_key")
    another = chance_of_another("new_taxon", pl.col("times"), pl.col("past_weeks"), between.weeks)
    name = pl.col("value").str.strip_prefix("taxon:")
    return as_rows(
        found.with_columns(
            at="first_seen",
            sentence=pl.format(
                "{} names {} in an offer or a search for the first time, on {}.",
                "account_key", name, day_of("first_seen"),
            ),
            reasons=pl.concat_list(
                pl.format("Posts since that name it: {}; none that is dated before does.",
                          pl.col("posts_made")),
            ),
            surprise=bits("new_taxon", between.weeks, another),
        ),
        "new_taxon",
    )  # fmt: skip
