"""Hubs: couriers, escrow accounts and admins' numbers, which join strangers.

A detail that many accounts share is a hub the more likely, the more accounts share it, the less
else their pairs share (`graph.ties.company`), and the more of them show contact details of their
own beside it: each customer of a courier wants to be reached itself.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration, Hubs
from graph.ties.company import LEAST_SHARED, company_odds, log_ratio
from graph.ties.values import Values

LIKELY_HUB = 0.5
"""A detail that is a hub with more than this probability ties nobody."""


def judge_hubs(company: pl.DataFrame, values: Values, calibration: Calibration) -> pl.DataFrame:
    """Probability that each shared contact detail is a hub.

    Parameters
    ----------
    company : polars.DataFrame
        `graph.ties.company.keep_company`.
    values : Values
        What is published by whom.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        ``value layer accounts pairs pairs_else with_own probability``, one row per contact
        detail shared by three accounts or more, by falling probability. ``pairs_else`` is null
        for values of more than ``most_accounts_per_value`` accounts, which are hubs without
        looking further. ``with_own``: accounts that show a detail that nobody else shows.
    """
    looked_at = pl.col("accounts") <= calibration.most_accounts_per_value
    return (
        _count_own(values.published.filter(pl.col("family") == "identifier"))
        .join(company.select("value", "pairs", "pairs_else"), on="value", how="left")
        .with_columns(
            probability=pl.when(looked_at)
            .then(1 / (1 + (-_odds(calibration.hubs)).exp()))
            .otherwise(1.0)
        )
        .sort(["probability", "accounts", "value"], descending=[True, True, False])
    )


def _count_own(published: pl.DataFrame) -> pl.DataFrame:
    """Shared details, with how many of their accounts show a detail that nobody else shows."""
    own = published.filter(pl.col("accounts") == 1).select("account_key").unique()
    return (
        published.filter(pl.col("accounts") >= LEAST_SHARED)
        .join(own.with_columns(own=1), on="account_key", how="left")
        .group_by("value", "layer", "accounts")
        .agg(with_own=pl.col("own").sum())
    )


def _odds(model: Hubs) -> pl.Expr:
    """Posterior log-odds, in nats, that a detail is a hub."""
    many = pl.col("accounts")
    own = log_ratio(pl.col("with_own") / many, model.own_hub, model.own_operation)
    return (
        model.intercept
        + model.slope * many.log()
        + company_odds(model)
        + pl.max_horizontal(many * own, pl.lit(-model.own_at_most))
    )
