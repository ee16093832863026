"""Estimation: planted rates are found again, and nothing is invented where there is little."""

from __future__ import annotations

import numpy as np
import polars as pl

from graph.ties.agreement import Comparison
from graph.ties.estimation import AGREE, DIFFER, Estimate, Patterns, estimate, membership
from graph.ties.recalibration import LEAST_PAIRS, TOO_FEW, estimate_rates, suggest_rates
from tests.worlds import calibration

PARTNERS = np.array([0.5, 0.4, 0.3, 0.6, 0.45])
STRANGERS = np.array([0.0005, 0.0002, 0.001, 0.0003, 0.0004])
SHARE = 0.002
TOLERANCE = 0.2


def rates(agree: np.ndarray) -> np.ndarray:
    """Rates with one way to agree."""
    return np.stack([1 - agree, agree, np.zeros_like(agree)], axis=1)


def planted(pairs: int, seed: int) -> tuple[Patterns, np.ndarray, np.ndarray]:
    """Simulated agreements, the pairs' patterns, and which pairs are of one operation."""
    generator = np.random.default_rng(seed)
    is_same = generator.random(pairs) < SHARE
    chances = np.where(is_same[:, None], PARTNERS, STRANGERS)
    agree = generator.random(chances.shape) < chances
    both_show = generator.random(chances.shape) < 0.7
    codes = np.where(both_show, np.where(agree, AGREE, DIFFER), 0).astype(np.int8)
    distinct, counts = np.unique(codes, axis=0, return_counts=True)
    return Patterns(distinct, counts.astype(np.float64)), codes, is_same


def test_planted_rates_are_found_from_a_wrong_start() -> None:
    patterns, codes, is_same = planted(1_500_000, seed=1)
    start = Estimate(SHARE / 3, rates(np.full(5, 0.4)), rates(np.full(5, 0.0002)))
    found = estimate(patterns, start)
    assert abs(found.share / SHARE - 1) < TOLERANCE
    assert np.all(np.abs(found.partners[:, 1] / PARTNERS - 1) < TOLERANCE)
    assert np.all(np.abs(found.strangers[:, 1] / STRANGERS - 1) < 2 * TOLERANCE)
    assert np.allclose(found.partners.sum(axis=1), 1)
    likely = membership(codes, found) > 0.74
    assert is_same[likely].mean() > 0.9
    agreeing = (codes == AGREE).sum(axis=1)
    assert likely[is_same & (agreeing >= 2)].mean() > 0.95


def test_without_operations_none_are_invented() -> None:
    generator = np.random.default_rng(2)
    agree = generator.random((300_000, 5)) < STRANGERS
    codes = np.where(agree, AGREE, DIFFER).astype(np.int8)
    distinct, counts = np.unique(codes, axis=0, return_counts=True)
    found = estimate(
        Patterns(distinct, counts.astype(np.float64)),
        Estimate(SHARE, rates(np.full(5, 0.4)), rates(STRANGERS)),
    )
    assert found.share < SHARE / 20


def crowd(accounts: int, rings: int, size: int, seed: int) -> tuple[Comparison, np.ndarray]:
    """Accounts that all show two kinds; members of rings share each kind's value at a rate."""
    generator = np.random.default_rng(seed)
    ring = np.arange(accounts) // size
    ring[ring >= rings] = -1
    own = np.arange(accounts)
    values = np.empty((accounts, 2), dtype=np.int64)
    for kind, common in enumerate((0.8, 0.7)):
        shows_common = (ring >= 0) & (generator.random(accounts) < common)
        values[:, kind] = np.where(shows_common, accounts + ring, own)
    first, second = np.triu_indices(accounts, 1)
    same = values[first] == values[second]
    kept = same.any(axis=1)
    keys = [f"x:{place:05d}" for place in range(accounts)]
    chosen = pl.DataFrame(
        {
            "account_a": [keys[place] for place in first[kept]],
            "account_b": [keys[place] for place in second[kept]],
        }
    )
    return (
        Comparison(
            layers=("email", "phone"),
            accounts=pl.DataFrame({"account_key": keys, "place": range(accounts)}),
            shows=np.ones((accounts, 2), dtype=np.bool_),
            pairs=chosen,
            first=first[kept],
            second=second[kept],
            codes=np.where(same[kept], AGREE, DIFFER).astype(np.int8),
        ),
        (ring[first] == ring[second]) & (ring[first] >= 0),
    )


def test_pairs_that_share_nothing_are_counted_without_being_listed() -> None:
    comparison, _ = crowd(120, rings=6, size=5, seed=1)
    patterns = comparison.patterns()
    assert patterns.pairs.sum() == 120 * 119 / 2
    listed = {tuple(row): n for row, n in zip(patterns.codes, patterns.pairs, strict=True)}
    assert listed[DIFFER, DIFFER] == 120 * 119 / 2 - len(comparison.pairs)
    times = np.zeros(120)
    times[[0, 1, 50]] = [2, 1, 3]
    resampled = comparison.patterns(times)
    assert resampled.pairs.sum() == 2 * 1 + 2 * 3 + 1 * 3
    assert (resampled.codes == patterns.codes).all()


def test_numbers_come_with_intervals_and_are_kept_where_pairs_are_few() -> None:
    comparison, same = crowd(900, rings=30, size=8, seed=3)
    found = suggest_rates(estimate_rates(comparison, calibration(), seed=1, runs=20), calibration())
    numbers = {number.name: number for number in found}
    partners = numbers["partners"]
    true = 2 * same.sum() / 900
    assert partners.kept is None
    assert partners.low is not None and partners.high is not None
    assert partners.low <= true * 1.3 and true * 0.7 <= partners.high
    phone = numbers["contact_details.phone.agree"]
    assert phone.kept is None and abs(phone.new - 0.49) < 0.2

    few, _ = crowd(60, rings=1, size=5, seed=4)
    small = suggest_rates(estimate_rates(few, calibration(), seed=1, runs=5), calibration())
    assert small
    for number in small:
        assert number.pairs < LEAST_PAIRS
        assert (number.new, number.kept) == (number.old, TOO_FEW)


def test_estimates_are_the_same_for_the_same_seed() -> None:
    comparison, _ = crowd(200, rings=10, size=6, seed=5)
    one, two = (
        suggest_rates(estimate_rates(comparison, calibration(), seed=7, runs=4), calibration())
        for _ in range(2)
    )
    assert one == two
