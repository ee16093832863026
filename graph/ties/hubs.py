"""Hubs: couriers, escrow accounts and admins' numbers, which join strangers.

A detail that many accounts share is a hub the more likely, the more accounts share it, the less
else their pairs share (`graph.ties.company`), and the more of them show contact details of their
own beside it: each customer of a courier wants to be reached itself.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration, Hubs
from graph.ties.company import LEAST_SHARED, Company, company_odds, count_owners, own_odds
from graph.ties.values import Values

LIKELY_HUB = 0.5
"""A detail that is a hub with more than this probability ties nobody."""


def judge_hubs(company: Company, values: Values, calibration: Calibration) -> pl.DataFrame:
    """Probability that each shared contact detail is a hub.

    Parameters
    ----------
    company : Company
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
    shared = values.published.filter(
        (pl.col("family") == "identifier") & (pl.col("accounts") >= LEAST_SHARED)
    )
    return (
        shared.select("value", "layer", "accounts")
        .unique()
        .join(count_owners(shared.select("value", "account_key"), company.owners), on="value")
        .join(company.values.select("value", "pairs", "pairs_else"), on="value", how="left")
        .with_columns(
            probability=pl.when(looked_at).then(_probability(calibration.hubs)).otherwise(1.0)
        )
        .sort(["probability", "accounts", "value"], descending=[True, True, False])
    )


def judge_loners(company: Company, values: Values, calibration: Calibration) -> pl.DataFrame:
    """Probability that a shared contact detail serves strangers, as far as its loners go.

    Parameters
    ----------
    company : Company
        `graph.ties.company.keep_company`.
    values : Values
        What is published by whom.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        ``value account_key probability``, one row per loner. A courier that a ring uses as well
        is no hub by the company that its users keep, and ties its other customers to nobody.
    """
    identifiers = values.published.filter(pl.col("family") == "identifier")
    loners = company.loners.join(identifiers, on="value", how="semi")
    judged = (
        loners.group_by("value")
        .agg(accounts=pl.len(), pairs=1, pairs_else=0)
        .filter(pl.col("accounts") >= LEAST_SHARED)
        .join(count_owners(loners, company.owners), on="value")
        .select("value", probability=_probability(calibration.hubs))
    )
    return loners.join(judged, on="value")


def _probability(model: Hubs) -> pl.Expr:
    """Posterior probability that a detail is a hub."""
    odds = (
        model.intercept
        + model.slope * pl.col("accounts").log()
        + company_odds(model)
        + own_odds(model)
    )
    return 1 / (1 + (-odds).exp())
