"""Disagreement: two accounts that could have agreed in a layer and do not.

Missing counts zero: only a layer in which both accounts show something can disagree.
"""

from __future__ import annotations

import math

import polars as pl

from graph.calibration import Calibration
from graph.ties.hubs import LIKELY_HUB


def weigh_disagreement(
    shared: pl.DataFrame,
    published: pl.DataFrame,
    hubs: pl.DataFrame,
    calibration: Calibration,
) -> pl.DataFrame:
    """Bits against pairs, for each layer in which both show values and share none.

    Parameters
    ----------
    shared : polars.DataFrame
        `graph.ties.values.share` rows: the pairs that share something.
    published : polars.DataFrame
        `graph.ties.values.Values.published`.
    hubs : polars.DataFrame
        `graph.ties.hubs.judge_hubs`; likely hubs are nobody's own and can neither agree nor not.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b layer bits``, bits negative: log2 of (1 - m), as strangers almost
        always disagree.
    """
    agree = {name: kind.agree for name, kind in calibration.contact_details.items()}
    agree["text"] = calibration.text_family.agree
    against = pl.DataFrame(
        {"layer": list(agree), "bits": [math.log2(1 - m) for m in agree.values()]}
    )
    serving = hubs.filter(pl.col("probability") > LIKELY_HUB)
    own = published.join(serving, on="value", how="anti")
    agreeing = shared.join(serving, on="value", how="anti")
    shows = own.select("account_key", "layer").unique()
    return (
        shared.select("account_a", "account_b")
        .unique()
        .join(shows, left_on="account_a", right_on="account_key")
        .join(shows, left_on=["account_b", "layer"], right_on=["account_key", "layer"], how="semi")
        .join(agreeing, on=["account_a", "account_b", "layer"], how="anti")
        .join(against, on="layer")
    )
