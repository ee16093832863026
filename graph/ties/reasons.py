"""Reasons: what holds a tie together, one row per piece of evidence and one sentence each."""

from __future__ import annotations

import polars as pl

from graph.ties.posterior import PAIR
from graph.ties.sentences import kind_in_words, say
from graph.ties.values import Values

DISAGREEMENT = "disagreement"


def give_reasons(counted: pl.DataFrame, disagreement: pl.DataFrame, values: Values) -> pl.DataFrame:
    """Write the reasons of ties.

    Parameters
    ----------
    counted : polars.DataFrame
        `graph.ties.posterior.count_once`, of the pairs that are ties.
    disagreement : polars.DataFrame
        `graph.ties.disagreement.weigh_disagreement`, of the same pairs.
    values : Values
        What is published by whom, for the posts cited.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b layer family shared bits counted posts sentence``, strongest first
        within a pair. ``bits`` is what the evidence would weigh alone; ``counted`` says whether
        it entered the score; ``posts`` cites up to three posts of each side.
    """
    cited = values.published.select("account_key", "value", "cited")
    rows = (
        counted.join(
            cited.rename({"account_key": "account_a", "cited": "cited_a"}),
            on=["account_a", "value"],
            how="left",
        )
        .join(
            cited.rename({"account_key": "account_b", "cited": "cited_b"}),
            on=["account_b", "value"],
            how="left",
        )
        .select(
            *PAIR,
            "layer",
            "family",
            shared="value",
            bits=pl.when(pl.col("counted_bits") > 0).then("counted_bits").otherwise("bits"),
            counted=pl.col("counted_bits") != 0,
            posts=_both("cited_a", "cited_b"),
            sentence=say(),
        )
    )
    against = disagreement.select(
        *PAIR,
        "layer",
        family=pl.lit(DISAGREEMENT),
        shared=pl.lit(None, pl.String),
        bits="bits",
        counted=pl.lit(value=True),
        posts=pl.lit([], pl.List(pl.String)),
        sentence=pl.when(pl.col("layer") == "text")
        .then(pl.lit("Against: both wrote texts of some length and share none."))
        .otherwise(
            pl.format("Against: each shows another {}, and they share none.", kind_in_words())
        ),
    )
    return pl.concat([rows, against]).sort(
        *PAIR, "counted", "bits", "shared", descending=[False, False, True, True, False]
    )


def _both(left: str, right: str) -> pl.Expr:
    """Two lists of posts as one; missing lists are empty."""
    empty = pl.lit([], pl.List(pl.String))
    return pl.concat_list(pl.col(left).fill_null(empty), pl.col(right).fill_null(empty))
