"""Audit samples: pairs drawn by score for people who do not see it, and what their answers say.

The sample is stratified by the score's distance from the threshold, and every stratum is weighed
by how many pairs it holds (Cochran 1977, Sampling Techniques, chapter 5). Intervals are of the
Jeffreys posterior of each stratum's share, drawn and put together: they stay honest where all
answers are the same (Brown, Cai and DasGupta 2001, doi:10.1214/ss/1009213286).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.accuracy.intervals import PERCENT

SAME, DIFFERENT, CANNOT_TELL = "same", "different", "cannot-tell"
ANSWERS = (SAME, DIFFERENT, CANNOT_TELL)
EDGES = (-8.0, -3.0, 0.0, 4.0, 10.0)
"""Bits from the threshold at which strata part; those from 0 on are above it."""
FIRST_ABOVE = 3
DRAWS = 4_000
JEFFREYS = 0.5

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Stratum:
    """Pairs of similar score.

    Attributes
    ----------
    number : int
        By rising score, from 0.
    pairs, drawn : int
        How many there are, and how many are in the sample.
    """

    number: int
    pairs: int
    drawn: int

    @property
    def is_above(self) -> bool:
        """Whether its pairs are ties."""
        return self.number >= FIRST_ABOVE


@dataclass(frozen=True)
class Sample:
    """A drawn sample.

    Attributes
    ----------
    strata : tuple of Stratum
        Those that hold any pair.
    pairs : tuple of tuple
        ``account_a, account_b, number of the stratum``, in an order that tells nothing.
    """

    strata: tuple[Stratum, ...]
    pairs: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Estimated:
    """A share estimated from answers.

    Attributes
    ----------
    share, low, high : float or None
        In [0, 1], with an interval of 95%; None until every stratum concerned has an answer.
    """

    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class AuditResult:
    """What the answers say.

    Attributes
    ----------
    drawn, judged, undecided : int
        Pairs in the sample, those answered, and of these the ones that could not be told.
    precision : Estimated
        Of the pairs above the threshold, the share that is of one operation.
    missed : Estimated
        Of the pairs of one operation that share something which is weighed, the share below the
        threshold.
    unanswered : tuple of int
        Strata without a decided answer.
    """

    drawn: int
    judged: int
    undecided: int
    precision: Estimated
    missed: Estimated
    unanswered: tuple[int, ...]


def draw_sample(scored: pl.DataFrame, threshold: float, *, pairs: int, seed: int) -> Sample:
    """Draw pairs from all scores alike.

    Parameters
    ----------
    scored : polars.DataFrame
        ``account_a account_b score``, each pair that was weighed once.
    threshold : float
        From which on pairs are ties, in bits.
    pairs : int
        How many to draw; fewer when there are fewer.
    seed : int
        The same seed draws the same from the same pairs, whatever the order of rows.

    Returns
    -------
    Sample
        As many from each stratum as from any other, as far as it holds so many.
    """
    generator = np.random.default_rng(seed)
    placed = scored.sort("account_a", "account_b")
    placed = placed.with_columns(stratum=np.digitize(placed["score"] - threshold, EDGES))
    sizes = dict(placed.group_by("stratum").len().sort("stratum").iter_rows())
    share = _share_out(sizes, pairs)
    chosen: list[tuple[str, str, int]] = []
    for number, many in share.items():
        rows = placed.filter(pl.col("stratum") == number)
        for at in generator.choice(len(rows), many, replace=False):
            chosen.append((rows["account_a"][int(at)], rows["account_b"][int(at)], number))
    order = generator.permutation(len(chosen))
    swapped = generator.random(len(chosen)) < 0.5
    return Sample(
        tuple(Stratum(number, sizes[number], many) for number, many in share.items()),
        tuple(
            (b, a, number) if swap else (a, b, number)
            for (a, b, number), swap in zip((chosen[at] for at in order), swapped, strict=True)
        ),
    )


def estimate_audit(sample: Sample, answers: Mapping[int, str], seed: int = 1) -> AuditResult:
    """Estimate precision and what is missed.

    Parameters
    ----------
    sample : Sample
        As drawn.
    answers : mapping of int to str
        One of `ANSWERS` by the pair's place in the sample, from 1.
    seed : int
        Of the intervals.

    Returns
    -------
    AuditResult
        Pairs that could not be told are left out of both shares and counted.
    """
    by_stratum = {stratum.number: [0, 0] for stratum in sample.strata}
    for place, answer in answers.items():
        if answer != CANNOT_TELL:
            counts = by_stratum[sample.pairs[place - 1][2]]
            counts[0] += answer == SAME
            counts[1] += 1
    generator = np.random.default_rng(seed)
    shares = {
        stratum.number: _draws(by_stratum[stratum.number], stratum.pairs, generator)
        for stratum in sample.strata
    }
    points = {number: same / told if told else None for number, (same, told) in by_stratum.items()}
    above = [stratum for stratum in sample.strata if stratum.is_above]
    below = [stratum for stratum in sample.strata if not stratum.is_above]
    right, right_drawn = _sum(above, points), _sum_draws(above, shares)
    left, left_drawn = _sum(below, points), _sum_draws(below, shares)
    ties = sum(stratum.pairs for stratum in above)
    return AuditResult(
        drawn=len(sample.pairs),
        judged=len(answers),
        undecided=sum(answer == CANNOT_TELL for answer in answers.values()),
        precision=_estimated(right, ties, right_drawn / max(ties, 1)),
        missed=_estimated(
            left,
            None if right is None or left is None else right + left,
            left_drawn / np.maximum(right_drawn + left_drawn, 1e-12),
        ),
        unanswered=tuple(number for number, point in points.items() if point is None),
    )


def _share_out(sizes: dict[int, int], pairs: int) -> dict[int, int]:
    """How many to draw from each stratum: one round after the other while any is left."""
    share = dict.fromkeys(sizes, 0)
    for _ in range(min(pairs, sum(sizes.values()))):
        open_ = [number for number in sizes if share[number] < sizes[number]]
        least = min(open_, key=lambda number: (share[number], -number))
        share[least] += 1
    return share


def _draws(counts: list[int], pairs: int, generator: np.random.Generator) -> Floats:
    """Likely shares of a stratum; the one share where all its pairs were told."""
    same, told = counts
    if told == pairs:
        return np.full(DRAWS, same / told)
    return generator.beta(same + JEFFREYS, told - same + JEFFREYS, DRAWS)


def _sum(strata: list[Stratum], points: dict[int, float | None]) -> float | None:
    """Pairs of one operation in some strata."""
    found = [points[stratum.number] for stratum in strata]
    if any(point is None for point in found):
        return None
    return sum(stratum.pairs * (point or 0.0) for stratum, point in zip(strata, found, strict=True))


def _sum_draws(strata: list[Stratum], shares: dict[int, Floats]) -> Floats:
    """The same, drawn."""
    total = np.zeros(DRAWS)
    for stratum in strata:
        total += stratum.pairs * shares[stratum.number]
    return total


def _estimated(
    part: float | None,
    whole: float | None,
    drawn: Floats,
) -> Estimated:
    """A share with its interval, where it can be told."""
    if part is None or not whole:
        return Estimated(None, None, None)
    low, high = np.percentile(drawn, PERCENT)
    share = part / whole
    return Estimated(share, min(float(low), share), max(float(high), share))
