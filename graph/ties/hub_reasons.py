"""Hubs as leads of their own: how likely, whom they serve, since when, and why it is thought."""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.ties.company import LEAST_SHARED
from graph.ties.hub_times import count_at_once
from graph.ties.hubs import LIKELY_HUB
from graph.ties.values import Values


def describe_hubs(hubs: pl.DataFrame, values: Values, calibration: Calibration) -> pl.DataFrame:
    """Describe likely hubs, details that serve so many that a person should look, and judged ones.

    Parameters
    ----------
    hubs : polars.DataFrame
        `graph.ties.judged_hubs.heed_on_hubs`.
    values : Values
        What is published by whom.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        ``detail_key kind probability accounts first_seen last_seen reasons``, by falling
        probability and accounts; ``reasons`` is a list of sentences.
    """
    least = calibration.hubs.least_accounts
    times = values.published.group_by("value").agg(
        pl.col("first_seen").min(), pl.col("last_seen").max()
    )
    return (
        hubs.filter(
            (pl.col("probability") > LIKELY_HUB)
            | (pl.col("accounts") >= least)
            | pl.col("said").is_not_null()
        )
        .join(times, on="value", how="left")
        .join(count_at_once(values, hubs.select("value")), on="value", how="left")
        .select(
            detail_key="value",
            kind="layer",
            probability="probability",
            accounts="accounts",
            first_seen="first_seen",
            last_seen="last_seen",
            reasons=pl.concat_list(
                "said", _published(), _at_once(), _pairs(), _own(), _question(least)
            ).list.drop_nulls(),
        )
        .sort(["probability", "accounts", "detail_key"], descending=[True, True, False])
    )


def _published() -> pl.Expr:
    """How many publish it."""
    return pl.format("{} accounts publish it.", "accounts")


def _at_once() -> pl.Expr:
    """How their times overlap."""
    return (
        pl.when(pl.col("accounts") < LEAST_SHARED)
        .then(None)
        .when(pl.col("at_once") == 1)
        .then(
            pl.lit("No two of them used it over the same time: it may have been given out again.")
        )
        .when(pl.col("at_once") == pl.col("accounts"))
        .then(pl.lit("All of them used it over the same time."))
        .otherwise(pl.format("At most {} of them used it over the same time.", "at_once"))
    )


def _pairs() -> pl.Expr:
    """How many pairs share something else."""
    return (
        pl.when(pl.col("accounts") < LEAST_SHARED)
        .then(None)
        .when(pl.col("pairs_else").is_null())
        .then(pl.lit("So many share it that their pairs were not compared."))
        .otherwise(
            pl.format("{} of the {} pairs among them share something else.", "pairs_else", "pairs")
        )
    )


def _own() -> pl.Expr:
    """How many show a detail of their own beside it."""
    return pl.format("{} of them show a contact detail of their own beside it.", "with_own")


def _question(least: int) -> pl.Expr:
    """What a person has to decide."""
    return (
        pl.when(
            pl.col("said").is_null()
            & (pl.col("probability") <= LIKELY_HUB)
            & (pl.col("accounts") >= least)
        )
        .then(pl.lit("It may be one operator of many accounts: a person should look."))
        .when(pl.col("said").is_null())
        .then(pl.lit("It may be a courier, an escrow account or an administrator."))
    )
