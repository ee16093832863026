"""The calibration curve's arithmetic."""

from __future__ import annotations

import polars as pl
import pytest

from tests.bench.calibration_curve import brier, curve, describe, with_truth
from tests.planted import World


def test_curve_and_brier_score() -> None:
    judged = pl.DataFrame(
        {"probability": [0.001, 0.8, 0.8, 0.85, 0.9995], "same": [False, True, False, True, True]}
    )
    found = curve(judged)
    assert found["pairs"].to_list() == [1, 3, 1]
    assert found["least"].to_list() == [0.0, 0.74, 0.999]
    assert found["observed"].to_list() == pytest.approx([0.0, 2 / 3, 1.0])
    assert brier(judged) == pytest.approx((0.04 + 0.64 + 0.0225) / 5, abs=1e-5)
    assert "5 pairs, 3 of one operation" in describe(judged)


def test_truth_is_one_ring_or_one_organisation_that_runs_several() -> None:
    made = World(
        rings={"a": 1, "b": 1, "c": 2},
        organisations={"d": "shop 1", "e": "shop 1", "f": "club 1", "g": "club 1"},
    )
    rows = [("a", "b"), ("a", "c"), ("d", "e"), ("f", "g"), ("x", "y")]
    scored = pl.DataFrame(
        {"account_a": [a for a, _ in rows], "account_b": [b for _, b in rows], "probability": 0.5}
    )
    assert with_truth(scored, made)["same"].to_list() == [True, False, True, False, False]
