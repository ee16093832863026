"""Audit samples: drawn alike from all scores, and arithmetic that holds on known populations."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from graph.accuracy.audit_sample import (
    CANNOT_TELL,
    DIFFERENT,
    FIRST_ABOVE,
    SAME,
    Sample,
    Stratum,
    draw_sample,
    estimate_audit,
)

THRESHOLD = 1.5


def population(seed: int, pairs: int = 6_000) -> tuple[pl.DataFrame, dict[tuple[str, str], bool]]:
    """Scored pairs whose truth is known: as likely as their score says."""
    generator = np.random.default_rng(seed)
    scores = generator.normal(-4, 7, pairs)
    same = generator.random(pairs) < 1 / (1 + 2.0**-scores)
    names = [(f"x:{place:05d}a", f"x:{place:05d}b") for place in range(pairs)]
    rows = pl.DataFrame(
        {
            "account_a": [a for a, _ in names],
            "account_b": [b for _, b in names],
            "score": scores,
        }
    )
    return rows, dict(zip(names, same.tolist(), strict=True))


def answered(sample: Sample, truth: dict[tuple[str, str], bool]) -> dict[int, str]:
    """What somebody says who knows."""
    return {
        place: SAME if truth[min(a, b), max(a, b)] else DIFFERENT
        for place, (a, b, _) in enumerate(sample.pairs, start=1)
    }


def test_a_sample_is_balanced_and_the_same_for_a_seed() -> None:
    scored, _ = population(1)
    sample = draw_sample(scored, THRESHOLD, pairs=40, seed=3)
    assert len(set(sample.pairs)) == 40
    assert {stratum.drawn for stratum in sample.strata} <= {6, 7}
    assert sum(stratum.pairs for stratum in sample.strata) == len(scored)
    assert draw_sample(scored.reverse(), THRESHOLD, pairs=40, seed=3) == sample
    assert draw_sample(scored, THRESHOLD, pairs=40, seed=4) != sample
    numbers = [number for _, _, number in sample.pairs]
    assert numbers != sorted(numbers) and numbers != sorted(numbers, reverse=True)
    above = scored.filter(pl.col("score") >= THRESHOLD)
    drawn = {(min(a, b), max(a, b)): number for a, b, number in sample.pairs}
    ties = set(above.select("account_a", "account_b").iter_rows())
    assert all((number >= FIRST_ABOVE) == (pair in ties) for pair, number in drawn.items())


def test_small_populations_are_drawn_whole() -> None:
    scored, truth = population(2, pairs=25)
    sample = draw_sample(scored, THRESHOLD, pairs=40, seed=1)
    assert len(sample.pairs) == 25
    found = estimate_audit(sample, answered(sample, truth))
    above = scored.filter(pl.col("score") >= THRESHOLD)
    right = sum(truth[pair] for pair in above.select("account_a", "account_b").iter_rows())
    assert found.precision.share == pytest.approx(right / len(above))
    assert found.precision.low == found.precision.high == found.precision.share
    assert found.missed.share == pytest.approx(1 - right / sum(truth.values()))


def test_intervals_cover_what_is_true() -> None:
    scored, truth = population(3)
    ties = scored.filter(pl.col("score") >= THRESHOLD).select("account_a", "account_b").rows()
    right = sum(truth[pair] for pair in ties)
    precision, missed = right / len(ties), 1 - right / sum(truth.values())
    results = [
        estimate_audit(sample, answered(sample, truth))
        for sample in (draw_sample(scored, THRESHOLD, pairs=60, seed=seed) for seed in range(40))
    ]
    for name, true in (("precision", precision), ("missed", missed)):
        found = [getattr(result, name) for result in results]
        covered = [each.low <= true <= each.high for each in found]
        assert np.mean(covered) >= 0.85
        assert abs(np.mean([each.share for each in found]) - true) < 0.05


def test_strata_are_weighed_by_their_pairs() -> None:
    sample = Sample(
        (Stratum(2, 1_000, 2), Stratum(3, 100, 2), Stratum(5, 900, 2)),
        (("a", "b", 5), ("c", "d", 3), ("e", "f", 2), ("g", "h", 3), ("i", "j", 2), ("k", "l", 5)),
    )
    said = {1: SAME, 2: SAME, 3: DIFFERENT, 4: DIFFERENT, 5: SAME, 6: SAME}
    found = estimate_audit(sample, said)
    assert found.precision.share == pytest.approx((900 + 50) / 1_000)
    assert found.missed.share == pytest.approx(500 / (500 + 950))

    untold = estimate_audit(sample, {**said, 2: CANNOT_TELL})
    assert (untold.judged, untold.undecided) == (6, 1)
    assert untold.precision.share == pytest.approx(900 / 1_000)

    without = estimate_audit(sample, {1: SAME, 6: SAME})
    assert without.unanswered == (2, 3)
    assert without.precision.share is None and without.missed.share is None


def test_all_right_is_not_certain() -> None:
    sample = Sample((Stratum(4, 500, 5),), tuple((f"a{n}", f"b{n}", 4) for n in range(5)))
    found = estimate_audit(sample, dict.fromkeys(range(1, 6), SAME))
    assert found.precision.share == 1.0
    assert found.precision.low is not None and 0.4 < found.precision.low < 0.9
