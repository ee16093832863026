"""Company: how much else the pairs that share a value share beside it.

Partners who share a number or a text also share another detail, another text or a small group;
strangers who share it do so no more often than anybody. This tells a ring's number from a
courier's, and a house text from a common one.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import polars as pl

from graph.calibration import Hubs
from graph.ties.values import Values, beside_each_other

LEAST_SHARED = 3
"""Values of fewer accounts have too few pairs to judge."""

ENDS = ["value", "account_key"]


class Company(NamedTuple):
    """How much else those share who share a value.

    Attributes
    ----------
    values : polars.DataFrame
        ``value layer family accounts pairs pairs_else``, one row per value that three accounts or
        more share: of the pairs that share it those that share something else, a rarely shared
        value that is not from the same posts, or a small group.
    loners : polars.DataFrame
        ``value account_key``: accounts that share something else with nobody who shares the value.
    owners : polars.DataFrame
        ``account_key``: accounts that show a contact detail that nobody else shows.
    """

    values: pl.DataFrame
    loners: pl.DataFrame
    owners: pl.DataFrame


def keep_company(
    shared: pl.DataFrame, values: Values, memberships: pl.DataFrame, model: Hubs
) -> Company:
    """Count, for each shared value, the pairs that share something else.

    Parameters
    ----------
    shared : polars.DataFrame
        `graph.ties.values.share` rows of all layers.
    values : Values
        What is published by whom.
    memberships : polars.DataFrame
        ``account_key group_key``.
    model : Hubs
        What counts as small.

    Returns
    -------
    Company
        Of the values that three accounts or more share.
    """
    judged = shared.filter(pl.col("accounts") >= LEAST_SHARED)
    sharing_else = pl.concat(
        [
            _sharing_other_values(shared, values, model),
            _sharing_small_groups(judged, memberships, model),
        ]
    ).unique()
    counted = sharing_else.group_by("value").agg(pairs_else=pl.len())
    owners = find_owners(values.published)
    shown = values.published.select("value", "account_key").join(judged, on="value", how="semi")
    found = (
        judged.group_by("value", "layer", "family", "accounts")
        .agg(pairs=pl.len())
        .join(counted, on="value", how="left")
        .join(count_owners(shown, owners), on="value", how="left")
        .with_columns(pl.col("pairs_else").fill_null(0))
    )
    return Company(found, _ends(judged).join(_ends(sharing_else), on=ENDS, how="anti"), owners)


def find_owners(published: pl.DataFrame) -> pl.DataFrame:
    """Find the accounts that show a contact detail that nobody else shows.

    Parameters
    ----------
    published : polars.DataFrame
        `graph.ties.values.Values.published`.

    Returns
    -------
    polars.DataFrame
        ``account_key``, each once.
    """
    is_own = (pl.col("family") == "identifier") & (pl.col("accounts") == 1)
    return published.filter(is_own).select("account_key").unique()


def count_owners(users: pl.DataFrame, owners: pl.DataFrame) -> pl.DataFrame:
    """Count, for each value, how many of its users can be reached otherwise.

    Parameters
    ----------
    users : polars.DataFrame
        ``value account_key``, each once.
    owners : polars.DataFrame
        `find_owners`.

    Returns
    -------
    polars.DataFrame
        ``value with_own``.
    """
    return (
        users.join(owners.with_columns(own=1), on="account_key", how="left")
        .group_by("value")
        .agg(with_own=pl.col("own").sum())
    )


def _ends(pairs: pl.DataFrame) -> pl.DataFrame:
    """Both accounts of pairs that share a value."""
    sides = [pairs.select("value", account_key=side) for side in ("account_a", "account_b")]
    return pl.concat(sides).unique()


def company_odds(model: Hubs) -> pl.Expr:
    """Log-odds (nats) that company gives against strangers' sharing; half the accounts testify."""
    share = pl.col("pairs_else") / pl.col("pairs")
    return pl.col("accounts") / 2 * log_ratio(share, model.else_hub, model.else_operation)


def own_odds(model: Hubs) -> pl.Expr:
    """Log-odds (nats) that details of the accounts' own give; their lack says little."""
    many = pl.col("accounts")
    own = log_ratio(pl.col("with_own") / many, model.own_hub, model.own_operation)
    return pl.max_horizontal(many * own, pl.lit(-model.own_at_most))


def log_ratio(share: pl.Expr, strangers: float, partners: float) -> pl.Expr:
    """Mean log-likelihood ratio of a share of yes answers, strangers against partners."""
    return share * math.log(strangers / partners) + (1 - share) * math.log(
        (1 - strangers) / (1 - partners)
    )


def _sharing_other_values(shared: pl.DataFrame, values: Values, model: Hubs) -> pl.DataFrame:
    """Pairs that share a second, rarely shared value which is not from the same posts."""
    told = shared.select("value", "accounts", is_content=pl.col("family") == "content").unique()
    rare = told.filter(pl.col("accounts") <= model.rare_value)
    both = (
        beside_each_other(shared, values)
        .filter(~pl.col("dependent"))
        .join(rare.rename({"accounts": "other_accounts", "is_content": "other_is_content"}),
              left_on="other", right_on="value")
        .join(told, on="value")
    )  # fmt: skip
    return both.join(
        _of_the_same_hands(both, values, model), on=["value", "other"], how="anti"
    ).select("account_a", "account_b", "value")


def _of_the_same_hands(both: pl.DataFrame, values: Values, model: Hubs) -> pl.DataFrame:
    """Two contact details of many users, most of whom show both: one courier's, as well as not."""
    large = (
        both.filter(
            ~pl.col("is_content")
            & ~pl.col("other_is_content")
            & (pl.min_horizontal("accounts", "other_accounts") >= model.same_hands_from)
        )
        .select("value", "other", "accounts", "other_accounts")
        .unique()
    )
    shows = values.published.select("account_key", "value")
    users = large.join(shows, on="value").join(
        shows.rename({"value": "other"}), on=["account_key", "other"], how="semi"
    )
    return (
        users.group_by("value", "other", "accounts", "other_accounts")
        .agg(both=pl.len())
        .filter(
            pl.col("both") >= model.same_hands * pl.min_horizontal("accounts", "other_accounts")
        )
        .select("value", "other")
    )


def _sharing_small_groups(
    pairs: pl.DataFrame, memberships: pl.DataFrame, model: Hubs
) -> pl.DataFrame:
    """Pairs that share a small group."""
    small = (
        memberships.select("account_key", "group_key")
        .unique()
        .filter(pl.len().over("group_key") <= model.small_group)
    )
    at_a = pairs.select("account_a", "account_b", "value").join(
        small, left_on="account_a", right_on="account_key"
    )
    return at_a.join(
        small, left_on=["account_b", "group_key"], right_on=["account_key", "group_key"], how="semi"
    ).select("account_a", "account_b", "value")
