"""Levels: in which way two accounts agree by a value, for estimation."""

from __future__ import annotations

import math

import polars as pl

from graph.calibration import Calibration, Copies
from graph.ties.company import company_odds, own_odds
from graph.ties.estimation import AGREE, AGREE_OTHERWISE

CONTENT = "content"
DISCOUNTED = 1.0
"""A detail that weighs so many bits less than others of its kind is one of those weighed down."""


def level_of(calibration: Calibration) -> pl.Expr:
    """Give the way in which a pair agrees by a shared value.

    Parameters
    ----------
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.Expr
        Of `graph.ties.layers.layer.EVIDENCE` with ``is_house``: `AGREE`, `AGREE_OTHERWISE` for
        texts and pictures of a house, null for what numbers of its own weigh down.
    """
    kinds = calibration.contact_details | calibration.papers
    whole = {
        name: math.log2(kind.agree * calibration.population / kind.stray)
        for name, kind in kinds.items()
    }
    most = pl.col("layer").replace_strict(whole, default=0.0, return_dtype=pl.Float64)
    few = {"text": calibration.text_family.stray, "image": calibration.image_family.stray}
    strangers = pl.col("layer").replace_strict(few, default=0.0, return_dtype=pl.Float64)
    is_content = pl.col("family") == CONTENT
    is_house = pl.col("is_house").fill_null(value=False)
    is_common = (
        is_content & ~is_house & (pl.col("accounts") > pl.max_horizontal(2 * strangers, 2.0))
    )
    is_discounted = ~is_content & (pl.col("bits") < most - DISCOUNTED)
    return (
        pl.when(is_common | is_discounted)
        .then(None)
        .when(is_house)
        .then(AGREE_OTHERWISE)
        .otherwise(AGREE)
        .cast(pl.Int8)
    )


def house_values(company: pl.DataFrame, calibration: Calibration) -> pl.DataFrame:
    """Find texts and pictures that are likelier a house's than common.

    Parameters
    ----------
    company : polars.DataFrame
        `graph.ties.company.Company.values`.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        ``value is_house``, the latter true.
    """
    models: dict[str, Copies] = {
        "text": calibration.text_family,
        "image": calibration.image_family,
    }
    return pl.concat(
        company.filter(pl.col("layer") == layer)
        .filter(
            model.intercept
            + model.slope * pl.col("accounts").log()
            + company_odds(calibration.hubs)
            + own_odds(calibration.hubs)
            < 0
        )
        .select("value", is_house=pl.lit(value=True))
        for layer, model in models.items()
    )
