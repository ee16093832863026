"""Values that accounts publish: contact details and text families, who shows them and where."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.ties.repeats import says_the_same, what_is_said

POSTS_CITED = 3
"""How many posts are cited for one account and value."""
DESCRIPTION = "description"
"""Stands for the post where a value is shown in an account's own description."""


@dataclass(frozen=True)
class Values:
    """What is published by whom.

    Attributes
    ----------
    published : polars.DataFrame
        ``account_key value layer family posts first_seen last_seen cited accounts dormant_days``,
        one row per account and value; ``posts`` counts posts (0: only in the account's own
        description); ``cited`` lists at most three post keys; ``accounts`` counts those that
        publish the value; ``dormant_days`` is how long, before this account first used it, the
        value had been used by nobody since its first use (null: not dated).
    together : polars.DataFrame
        ``account_key value other``: the account published both in one post, or both in its
        description (both directions).
    """

    published: pl.DataFrame
    together: pl.DataFrame


def publish(showings: pl.DataFrame, most_accounts: int) -> Values:
    """Gather showings of values into what each account publishes.

    Parameters
    ----------
    showings : polars.DataFrame
        ``account_key value layer family post_key seen_at``; ``post_key`` null: not in a post.
    most_accounts : int
        Values of more accounts than this take no part in ``together``.

    Returns
    -------
    Values
        Sorted by value, then account. Reposting the same value changes counts and times only.
    """
    posts = pl.col("post_key").drop_nulls()
    of_accounts = showings.group_by("account_key", "value", "layer", "family").agg(
        posts=posts.n_unique(),
        first_seen=pl.col("seen_at").min(),
        last_seen=pl.col("seen_at").max(),
        cited=posts.unique().sort().head(POSTS_CITED),
    )
    used = of_accounts.group_by("value").agg(accounts=pl.col("account_key").n_unique())
    published = (
        of_accounts.join(used, on="value").pipe(_with_dormant_days).sort("value", "account_key")
    )
    shared = published.filter(pl.col("accounts").is_between(2, most_accounts))
    return Values(published, _together(showings, shared))


def _with_dormant_days(published: pl.DataFrame) -> pl.DataFrame:
    """Add the days in which a value lay unused before each use, summed since its first."""
    alone = published.filter(pl.col("accounts") == 1)
    shared = published.filter(pl.col("accounts") > 1).sort("value", "first_seen", "account_key")
    used_until = pl.col("used_until").shift(1)
    unused = (pl.col("first_seen") - used_until).dt.total_seconds() / 86_400
    is_later = pl.col("value") == pl.col("value").shift(1)
    dated = pl.col("first_seen").is_not_null()
    staged = (
        shared.with_columns(used_until=pl.col("last_seen").cum_max().over("value"))
        .with_columns(unused=pl.when(is_later).then(unused.clip(lower_bound=0.0)).fill_null(0.0))
        .with_columns(dormant_days=pl.when(dated).then(pl.col("unused").cum_sum().over("value")))
        .drop("used_until", "unused")
    )
    never = pl.when(dated).then(0.0)
    return pl.concat([staged, alone.with_columns(dormant_days=never)])


def _together(showings: pl.DataFrame, shared: pl.DataFrame) -> pl.DataFrame:
    """Pairs of shared values that one account published in one post, or in its description."""
    in_posts = (
        showings.join(shared.select("value").unique(), on="value", how="semi")
        .select("account_key", "value", pl.col("post_key").fill_null(DESCRIPTION))
        .unique()
        .filter(pl.len().over("account_key", "post_key") > 1)
    )
    return (
        in_posts.join(
            in_posts.rename({"value": "other"}), on=["account_key", "post_key"], how="inner"
        )
        .filter(pl.col("value") != pl.col("other"))
        .select("account_key", "value", "other")
        .unique()
    )


def share(values: Values, most_accounts: int) -> pl.DataFrame:
    """Pairs of accounts that publish the same value.

    Parameters
    ----------
    values : Values
        What is published by whom.
    most_accounts : int
        Values of more accounts than this give no pairs.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b value layer family accounts gap_days``, with ``account_a`` <
        ``account_b``; at most ``most_accounts``² / 2 rows per value. ``gap_days``: how long the
        value was used by nobody between the two uses (0: never; null: not dated).
    """
    side = values.published.filter(pl.col("accounts").is_between(2, most_accounts)).select(
        "value", "layer", "family", "accounts", "account_key", "dormant_days"
    )
    left = side.rename({"account_key": "account_a"})
    right = side.select("value", account_b="account_key", dormant_b="dormant_days")
    return (
        left.join(right, on="value")
        .filter(pl.col("account_a") < pl.col("account_b"))
        .with_columns(gap_days=(pl.col("dormant_days") - pl.col("dormant_b")).abs())
        .drop("dormant_days", "dormant_b")
    )


def beside_each_other(pairs: pl.DataFrame, values: Values) -> pl.DataFrame:
    """Pairs' values that are one piece of evidence: from the same posts, or the same said again.

    Parameters
    ----------
    pairs : polars.DataFrame
        At least ``account_a account_b value``; values unique within a pair.
    values : Values
        What is published by whom.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b value other repeats dependent``: every two values that a pair
        shares, both directions; ``repeats`` when one says the same as the other
        (`graph.ties.repeats`), ``dependent`` when it does or both accounts published the two
        together in some post.
    """
    several = (
        pairs.select("account_a", "account_b", "value")
        .filter(pl.len().over("account_a", "account_b") > 1)
        .with_columns(said=what_is_said(pl.col("value")))
    )
    both = several.join(
        several.rename({"value": "other", "said": "other_said"}), on=["account_a", "account_b"]
    ).filter(pl.col("value") != pl.col("other"))
    both = both.with_columns(repeats=says_the_same("said", "other_said"))
    for side in ("account_a", "account_b"):
        marked = values.together.rename({"account_key": side}).with_columns(
            pl.lit(value=True).alias(f"at_{side}")
        )
        both = both.join(marked, on=[side, "value", "other"], how="left")
    together = pl.col("at_account_a").fill_null(value=False) & pl.col("at_account_b").fill_null(
        value=False
    )
    return both.select(
        "account_a", "account_b", "value", "other", "repeats",
        dependent=pl.col("repeats") | together,
    )  # fmt: skip
