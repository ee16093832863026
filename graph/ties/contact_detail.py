"""Contact details: what publishing the same number, address or handle says.

Chance agreement: a value that k accounts share is a hub with probability h, and then k accounts
hold it for no common reason; else strangers hold it by typing error, quotation or reissue. A
number that nobody used for months between two uses may have been reissued. Accounts that share
many details with others (warnings, directories) quote them, in proportion to their lists.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.ties.hubs import LIKELY_HUB

IDENTIFIER = "identifier"


def weigh_details(
    shared: pl.DataFrame, hubs: pl.DataFrame, published: pl.DataFrame, calibration: Calibration
) -> pl.DataFrame:
    """Bits of shared contact details.

    Parameters
    ----------
    shared : polars.DataFrame
        `graph.ties.values.share` rows of the family ``identifier``.
    hubs : polars.DataFrame
        `graph.ties.hubs.judge_hubs`.
    published : polars.DataFrame
        `graph.ties.values.Values.published`.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        The rows with ``bits``, ``further_bits`` (the same: details are independent of each
        other) and ``hub_probability``.
    """
    models = calibration.contact_details.items()
    kinds = pl.DataFrame(
        [{"layer": name, **kind.model_dump()} for name, kind in models],
        schema={"layer": pl.String, "agree": pl.Float64, "stray": pl.Float64,
                "recycled": pl.Float64},
    )  # fmt: skip
    serving = hubs.filter(pl.col("probability") > LIKELY_HUB)
    lists = (
        published.filter((pl.col("family") == IDENTIFIER) & (pl.col("accounts") > 1))
        .join(serving, on="value", how="anti")
        .group_by("account_key")
        .agg(quoted=_quoted(calibration))
    )
    hub = pl.col("hub_probability")
    strays = _strays(calibration) + pl.col("quoted") + pl.col("quoted_b")
    strangers = hub * pl.col("accounts") + (1 - hub) * strays
    return (
        shared.join(kinds, on="layer")
        .join(hubs.select("value", hub_probability="probability"), on="value", how="left")
        .join(lists, left_on="account_a", right_on="account_key", how="left")
        .join(lists, left_on="account_b", right_on="account_key", how="left", suffix="_b")
        .with_columns(pl.col("quoted", "quoted_b").fill_null(0.0))
        .with_columns(hub.fill_null(0.0))
        .with_columns(bits=(pl.col("agree") * calibration.population / strangers).log(2))
        .with_columns(further_bits=pl.col("bits"))
        .drop("agree", "stray", "recycled", "quoted", "quoted_b")
    )


def _quoted(calibration: Calibration) -> pl.Expr:
    """Strangers whose detail an account is expected to quote, by how many it shares."""
    model = calibration.lists
    return (pl.len().cast(pl.Int64) - model.own_details).clip(0) * model.quoted


def _strays(calibration: Calibration) -> pl.Expr:
    """Strangers expected to hold the value, growing with the gap for reissued kinds."""
    model = calibration.recycling
    gone = ((pl.col("gap_days") - model.from_days) / (model.to_days - model.from_days)).clip(0, 1)
    recycled = (pl.col("stray").log() * (1 - gone) + pl.col("recycled").log() * gone).exp()
    return pl.coalesce(recycled, "stray")
