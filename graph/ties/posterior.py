"""The posterior: evidence put together, dependent evidence counted once, families capped."""

from __future__ import annotations

import math

import polars as pl

from graph.calibration import Calibration
from graph.ties.hubs import LIKELY_HUB
from graph.ties.independent import PAIR, explained_away
from graph.ties.values import Values

DIGITS = 6
"""Sums are rounded so that the order in which a machine adds cannot change them."""


def count_once(evidence: pl.DataFrame, values: Values, calibration: Calibration) -> pl.DataFrame:
    """Mark which pieces of evidence count, and for how much.

    Parameters
    ----------
    evidence : polars.DataFrame
        ``account_a account_b value layer family bits further_bits hub_probability``, one row per
        pair and value.
    values : Values
        What is published by whom.
    calibration : Calibration
        The numbers; here the caps of the families.

    Returns
    -------
    polars.DataFrame
        The rows with ``counted_bits`` (0 when not counted), ``because_of`` (the stronger value
        that makes this one add nothing, else null), ``repeats`` (whether that is because the two
        say the same, rather than come from the same posts), ``is_hub``, and ``is_capped``
        (evidence of its kind had reached its cap before it or with it).

    Notes
    -----
    Of values that depend on each other the strongest counts (`graph.ties.independent`). What
    probably serves strangers counts nothing. Of a pair's texts the strongest counts whole, each
    further one ``further_bits``. What a layer and a family give is capped, the strongest evidence
    first.
    """
    judged = evidence.with_columns(is_hub=pl.col("hub_probability").fill_null(0.0) > LIKELY_HUB)
    marked = judged.join(
        explained_away(judged.filter(~pl.col("is_hub")), values), on=[*PAIR, "value"], how="left"
    )
    counts = pl.col("because_of").is_null() & ~pl.col("is_hub")
    rank = pl.struct(-pl.col("bits"), "value").rank("ordinal")
    counted = (
        marked.with_columns(counts=counts)
        .with_columns(nth=rank.over([*PAIR, "family", "counts"]))
        .with_columns(
            counted_bits=pl.when(~pl.col("counts"))
            .then(0.0)
            .when(pl.col("nth") == 1)
            .then("bits")
            .otherwise("further_bits"),
            is_capped=pl.lit(value=False),
        )
        .sort(*PAIR, "family", "counts", "nth", descending=[False, False, False, True, False])
    )
    caps = calibration.caps_bits
    return (
        counted.pipe(_cap, "layer", caps.of_layers)
        .pipe(_cap, "family", caps.of_families)
        .drop("nth", "counts")
    )


def _cap(marked: pl.DataFrame, kind: str, limits: dict[str, float]) -> pl.DataFrame:
    """Cap what each kind gives a pair; rows in the order in which they count."""
    cap = pl.col(kind).replace_strict(limits, default=math.inf, return_dtype=pl.Float64)
    before = pl.col("counted_bits").cum_sum().over(*PAIR, kind) - pl.col("counted_bits")
    room = (cap - before).clip(lower_bound=0.0)
    return marked.with_columns(
        counted_bits=pl.min_horizontal("counted_bits", room),
        is_capped=pl.col("is_capped") | (pl.col("counted_bits") > room),
    )


def score(
    counted: pl.DataFrame, disagreement: pl.DataFrame, calibration: Calibration
) -> pl.DataFrame:
    """Posterior log-odds of every pair.

    Parameters
    ----------
    counted : polars.DataFrame
        `count_once`.
    disagreement : polars.DataFrame
        `graph.ties.disagreement.weigh_disagreement`.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b bits score probability`` of every pair, sorted by pair: the sum of
        the evidence in bits, that plus the prior, and the probability that this stands for.
    """
    agreed = counted.group_by(PAIR).agg(agreed=pl.col("counted_bits").sum())
    against = disagreement.group_by(PAIR).agg(
        against=pl.max_horizontal(pl.col("bits").sum(), pl.lit(calibration.caps_bits.disagreement))
    )
    return (
        agreed.join(against, on=PAIR, how="left")
        .select(*PAIR, bits=(pl.col("agreed") + pl.col("against").fill_null(0.0)).round(DIGITS))
        .with_columns(score=pl.col("bits") + calibration.prior_bits)
        .with_columns(probability=1 / (1 + pl.lit(2.0).pow(-pl.col("score"))))
        .sort(PAIR)
    )
