"""Circles: the accounts that have to do with one thing, and the pairs among them."""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration, Circle


def in_one_circle(pairs: pl.DataFrame, circles: pl.DataFrame) -> pl.DataFrame:
    """Find the pairs whose two accounts belong to the same circle.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    circles : polars.DataFrame
        ``account_key value`` and further columns of the value, unique.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b value`` and the further columns, one row per pair and shared circle.
    """
    return pairs.join(circles, left_on="account_a", right_on="account_key").join(
        circles.select("account_key", "value"),
        left_on=["account_b", "value"],
        right_on=["account_key", "value"],
        how="semi",
    )


def weigh_circles(
    pairs: pl.DataFrame, circles: pl.DataFrame, model: Circle, calibration: Calibration
) -> pl.DataFrame:
    """Weigh belonging to small circles, of which strangers elsewhere are members, too.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    circles : polars.DataFrame
        ``account_key value``, in any number of rows.
    model : Circle
        The numbers of the kind.
    calibration : Calibration
        Here the reference population.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b value accounts bits further_bits``: reliability * log2(N / (k +
        stray)) for a circle of k accounts; circles of more than ``most_accounts`` give nothing.
    """
    small = (
        circles.select("account_key", "value")
        .unique()
        .with_columns(accounts=pl.len().over("value"))
        .filter(pl.col("accounts").is_between(2, model.most_accounts))
    )
    expected = pl.col("accounts") + model.stray
    bits = model.reliability * (calibration.population / expected).log(2)
    return in_one_circle(pairs, small).with_columns(bits=bits, further_bits=bits)
