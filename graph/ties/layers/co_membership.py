"""Co-membership: what belonging to the same groups says.

Chance agreement: a group of k members is joined by k of N accounts. Members of one market join
the same groups without knowing each other, so the layer has a low reliability and a low cap: it
supports a tie that other evidence suggests and never makes one. Large groups say nothing, and
neither does a single one: strangers of one market share one as often as partners do.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.layers.layer import PairLayer, as_evidence


def weigh_groups(pairs: pl.DataFrame, tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Bits of shared groups, for pairs that other evidence suggests.

    Parameters
    ----------
    pairs : polars.DataFrame
        ``account_a account_b``, unique.
    tables : Tables
        What is known; here the memberships.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`, one row per pair and shared group, of pairs that share
        enough groups.
    """
    model = calibration.co_membership
    belongs = (
        tables.memberships.select("account_key", value="group_key")
        .unique()
        .with_columns(accounts=pl.len().over("value"))
        .filter(pl.col("accounts") <= model.largest_group)
    )
    return (
        pairs.join(belongs, left_on="account_a", right_on="account_key")
        .join(
            belongs.drop("accounts"),
            left_on=["account_b", "value"],
            right_on=["account_key", "value"],
            how="semi",
        )
        .filter(pl.len().over("account_a", "account_b") >= model.least_groups)
        .with_columns(bits=model.reliability * (calibration.population / pl.col("accounts")).log(2))
        .with_columns(further_bits=pl.col("bits"))
        .pipe(as_evidence, layer=LAYER.name, family="structure")
    )


LAYER = PairLayer("co_membership", weigh_groups)
