"""Pairs that could be ties: what even all of their evidence cannot raise is not looked into."""

from __future__ import annotations

import polars as pl

from graph.ties.hubs import LIKELY_HUB
from graph.ties.independent import PAIR


def could_reach(evidence: pl.DataFrame, bits: float, kept: pl.DataFrame) -> pl.DataFrame:
    """Leave out the pairs that stay below a sum of bits however their evidence counts.

    Parameters
    ----------
    evidence : polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`.
    bits : float
        What the evidence of a pair has to reach.
    kept : polars.DataFrame
        ``account_a account_b`` of pairs that stay in any case.

    Returns
    -------
    polars.DataFrame
        The rows of the other pairs, in the same order. Counting once, capping and disagreement
        only take away from the sum of what speaks for a pair, hubs left out; so no tie is lost.
        Most pairs that share a value share a hub's: this is what keeps the cost down.
    """
    serves = pl.col("hub_probability").fill_null(0.0) > LIKELY_HUB
    most = pl.max_horizontal("bits", "further_bits", pl.lit(0.0))
    enough = (
        evidence.filter(~serves)
        .group_by(PAIR)
        .agg(most=most.sum())
        .filter(pl.col("most") >= bits - TOLERANCE)
        .select(PAIR)
    )
    return evidence.join(
        pl.concat([enough, kept.select(PAIR)]), on=PAIR, how="semi", maintain_order="left"
    )


TOLERANCE = 1e-3
"""Scores are rounded; a sum within this of what has to be reached is looked into."""
