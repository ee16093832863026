"""Company: how much else the pairs that share a value share beside it.

Partners who share a number or a text also share another detail, another text or a small group;
strangers who share it do so no more often than anybody. This tells a ring's number from a
courier's, and a house text from a common one.
"""

from __future__ import annotations

import math

import polars as pl

from graph.calibration import Hubs
from graph.ties.values import Values, beside_each_other

LEAST_SHARED = 3
"""Values of fewer accounts have too few pairs to judge."""


def keep_company(
    shared: pl.DataFrame, values: Values, memberships: pl.DataFrame, model: Hubs
) -> pl.DataFrame:
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
    polars.DataFrame
        ``value layer family accounts pairs pairs_else``, one row per value that three accounts or
        more share. Something else is a rarely shared value that is not from the same posts, or a
        small group.
    """
    judged = shared.filter(pl.col("accounts") >= LEAST_SHARED)
    sharing_else = pl.concat(
        [
            _sharing_other_values(shared, values, model),
            _sharing_small_groups(judged, memberships, model),
        ]
    ).unique()
    counted = sharing_else.group_by("value").agg(pairs_else=pl.len())
    return (
        judged.group_by("value", "layer", "family", "accounts")
        .agg(pairs=pl.len())
        .join(counted, on="value", how="left")
        .with_columns(pl.col("pairs_else").fill_null(0))
    )


def company_odds(model: Hubs) -> pl.Expr:
    """Log-odds (nats) that company gives against strangers' sharing; half the accounts testify."""
    share = pl.col("pairs_else") / pl.col("pairs")
    return pl.col("accounts") / 2 * log_ratio(share, model.else_hub, model.else_operation)


def log_ratio(share: pl.Expr, strangers: float, partners: float) -> pl.Expr:
    """Mean log-likelihood ratio of a share of yes answers, strangers against partners."""
    return share * math.log(strangers / partners) + (1 - share) * math.log(
        (1 - strangers) / (1 - partners)
    )


def _sharing_other_values(shared: pl.DataFrame, values: Values, model: Hubs) -> pl.DataFrame:
    """Pairs that share a second, rarely shared value which is not from the same posts."""
    rare = shared.filter(pl.col("accounts") <= model.rare_value).select("value").unique()
    return (
        beside_each_other(shared, values)
        .filter(~pl.col("dependent"))
        .join(rare, left_on="other", right_on="value", how="semi")
        .select("account_a", "account_b", "value")
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
