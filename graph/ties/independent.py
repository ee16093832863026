"""Independent evidence: which of a pair's values count when some depend on each other."""

from __future__ import annotations

import polars as pl

from graph.ties.values import Values, beside_each_other

PAIR = ["account_a", "account_b"]


def explained_away(evidence: pl.DataFrame, values: Values) -> pl.DataFrame:
    """Find the values that add nothing beside a stronger one that counts.

    Parameters
    ----------
    evidence : polars.DataFrame
        ``account_a account_b value family bits further_bits``, one row per pair and value,
        without hubs: what counts nothing explains nothing.
    values : Values
        What is published by whom.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b value because_of repeats``, one row per value that adds nothing;
        ``because_of`` itself counts.

    Notes
    -----
    Two values depend on each other when both accounts published them together in some post, or
    one repeats the other (`graph.ties.values.beside_each_other`). From the strongest down, a value
    counts unless it depends on one that counts: in a chain A beside B beside C, where A and C were
    never in the same posts, B adds nothing beside A, and C counts, as B does not. What counts is
    thus never dependent on each other, so that its sum is never more than the cheapest way to
    copy all that is shared post by post: every pair of posts holds at most one value that counts.
    How strong a value is, is what it would add: the first of its family whole, others
    ``further_bits``. Rounds are as many as the longest chain; cost grows with the dependent pairs
    of values.
    """
    rows = _by_strength(evidence)
    waiting = _dependences(rows, values)
    found = []
    while len(waiting):
        undecided = waiting.select(pl.col("weaker").unique())
        by_kept = waiting.join(undecided, left_on="stronger", right_on="weaker", how="anti")
        explained = by_kept.sort("weaker", "stronger").unique(
            "weaker", keep="first", maintain_order=True
        )
        found.append(explained)
        waiting = waiting.join(explained, on="weaker", how="anti").join(
            explained.select(stronger="weaker"), on="stronger", how="anti"
        )
    pairs = pl.concat([waiting.clear(), *found])
    return (
        pairs.join(
            rows.select("row", *PAIR, "value"), left_on="weaker", right_on="row", how="inner"
        )
        .join(rows.select("row", because_of="value"), left_on="stronger", right_on="row")
        .select(*PAIR, "value", "because_of", "repeats")
    )


def _by_strength(evidence: pl.DataFrame) -> pl.DataFrame:
    """The rows of each pair from the strongest down, numbered by ``row``."""
    first = pl.struct(-pl.col("bits"), "value").rank("ordinal").over(*PAIR, "family") == 1
    adds = pl.when(first).then("bits").otherwise("further_bits")
    return (
        evidence.with_columns(adds=adds)
        .sort(*PAIR, "adds", "value", descending=[False, False, True, False])
        .with_row_index("row")
        .select("row", *PAIR, "value")
    )


def _dependences(rows: pl.DataFrame, values: Values) -> pl.DataFrame:
    """Pairs of rows that depend on each other: ``weaker stronger repeats``."""
    return (
        beside_each_other(rows, values)
        .filter("dependent")
        .join(rows.rename({"row": "weaker"}), on=[*PAIR, "value"])
        .join(rows.rename({"row": "stronger", "value": "other"}), on=[*PAIR, "other"])
        .filter(pl.col("stronger") < pl.col("weaker"))
        .select("weaker", "stronger", "repeats")
    )
