"""One method's scores on one world, and their mean over worlds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import mean

import polars as pl

from tests.measures import (
    SIZES,
    b_cubed,
    giant_share,
    pair_scores,
    recall_by_size,
    rings_found,
)
from tests.planted import World

HEADING = (
    f"  {'':52} {'P':>5} {'R':>5} {'F1':>5}  {'B³ P':>5} {'B³ R':>5}  "
    f"R {' / '.join(SIZES):19} {'rings':>5}  {'giant':>6}  {'P all':>5}"
)


@dataclass(frozen=True)
class Scores:
    """How well one method does; None where the world has nothing to measure it on.

    Attributes
    ----------
    precision, recall, f1 : float
        Pairwise; pairs of one organisation that runs its accounts are left out.
    b_precision, b_recall : float
        B-cubed, over accounts of rings and clusters.
    small, middle, large : float or None
        Pairwise recall in rings of 2–3, 4–9, 10 and more accounts.
    rings : float
        Share of rings that a cluster matches at a Jaccard index of .5 or more.
    giant : float
        Share of all accounts in the largest cluster.
    strict : float
        Precision if pairs of lawful organisations were wrong.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    b_precision: float | None
    b_recall: float | None
    small: float | None
    middle: float | None
    large: float | None
    rings: float | None
    giant: float | None
    strict: float | None


def score(members: pl.DataFrame, made: World, accounts: int) -> Scores:
    """Score clusters, as ``cluster_id account_key``, against the truth of a world."""
    apart = made.operated()
    pairs = pair_scores(members, made.rings, apart)
    items = b_cubed(members, made.rings, apart)
    small, middle, large = recall_by_size(members, made.rings).values()
    return Scores(
        pairs.precision, pairs.recall, pairs.f1, items.precision, items.recall,
        small, middle, large, rings_found(members, made.rings), giant_share(members, accounts),
        pair_scores(members, made.rings).precision,
    )  # fmt: skip


def average(several: Sequence[Scores]) -> Scores:
    """The mean of each score over the worlds that have it."""
    means = []
    for part in fields(Scores):
        there = [value for each in several if (value := getattr(each, part.name)) is not None]
        means.append(mean(there) if there else None)
    return Scores(*means)


def line(name: str, scores: Scores) -> str:
    """One row of a table under `HEADING`."""
    first, second, sizes, rest = (
        " ".join(_short(getattr(scores, each)) for each in group)
        for group in (
            ("precision", "recall", "f1"), ("b_precision", "b_recall"),
            ("small", "middle", "large"), ("rings",),
        )
    )  # fmt: skip
    giant = "—" if scores.giant is None else f"{100 * scores.giant:.1f} %"
    return f"  {name:52} {first}  {second}  {sizes}    {rest}  {giant:>6}  {_short(scores.strict)}"


def _short(value: float | None) -> str:
    """Three digits."""
    return "    —" if value is None else f"{value:5.3f}"
