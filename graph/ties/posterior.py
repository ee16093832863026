"""The posterior: evidence put together, dependent evidence counted once, families capped."""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration, Caps
from graph.ties.hubs import LIKELY_HUB
from graph.ties.values import Values, beside_each_other

PAIR = ["account_a", "account_b"]
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
        from the same posts that makes this one add nothing, else null), ``is_hub``, and
        ``is_capped`` (evidence of its family had reached its cap before it or with it).

    Notes
    -----
    Values that both accounts published together in a post are one piece of evidence: the
    strongest counts. What probably serves strangers counts nothing. Of a pair's texts the
    strongest counts whole, each further one ``further_bits``. What a family gives is capped, the
    strongest evidence first.
    """
    stronger = _stronger_beside(evidence, values)
    marked = evidence.join(stronger, on=[*PAIR, "value"], how="left")
    rank = pl.struct(-pl.col("bits"), "value").rank("ordinal")
    counts = pl.col("because_of").is_null() & ~pl.col("is_hub")
    return (
        marked.with_columns(is_hub=pl.col("hub_probability").fill_null(0.0) > LIKELY_HUB)
        .with_columns(counts=counts)
        .with_columns(nth=rank.over([*PAIR, "family", "counts"]))
        .with_columns(
            counted_bits=pl.when(~pl.col("counts"))
            .then(0.0)
            .when(pl.col("nth") == 1)
            .then("bits")
            .otherwise("further_bits")
        )
        .sort(*PAIR, "family", "counts", "nth", descending=[False, False, False, True, False])
        .pipe(_cap, calibration.caps_bits)
        .drop("nth", "counts")
    )


def _cap(marked: pl.DataFrame, caps: Caps) -> pl.DataFrame:
    """Cap what each family gives a pair; rows in the order in which they count."""
    limits = caps.model_dump(include={"identifier", "content", "structure"})
    cap = pl.col("family").replace_strict(limits, return_dtype=pl.Float64)
    before = pl.col("counted_bits").cum_sum().over(*PAIR, "family") - pl.col("counted_bits")
    room = (cap - before).clip(lower_bound=0.0)
    return marked.with_columns(
        counted_bits=pl.min_horizontal("counted_bits", room),
        is_capped=pl.col("counted_bits") > room,
    )


def _stronger_beside(evidence: pl.DataFrame, values: Values) -> pl.DataFrame:
    """For each weaker value of a pair, the strongest one from the same posts."""
    strength = evidence.select(*PAIR, "value", "bits")
    return (
        beside_each_other(evidence, values)
        .filter("dependent")
        .join(strength, on=[*PAIR, "value"])
        .join(strength.rename({"value": "other", "bits": "other_bits"}), on=[*PAIR, "other"])
        .filter(
            (pl.col("other_bits") > pl.col("bits"))
            | ((pl.col("other_bits") == pl.col("bits")) & (pl.col("other") < pl.col("value")))
        )
        .sort(*PAIR, "value", "other_bits", "other", descending=[False, False, False, True, False])
        .group_by(*PAIR, "value", maintain_order=True)
        .agg(because_of=pl.col("other").first())
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
