"""Measures agree with small examples that were worked out by hand."""

from __future__ import annotations

import polars as pl
import pytest

from tests.measures import (
    b_cubed,
    best_jaccard,
    giant_share,
    pair_scores,
    recall_by_size,
    rings_found,
    set_scores,
)

RINGS = {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2}


def clusters(**groups: str) -> pl.DataFrame:
    """Clusters by name, a letter for each account."""
    rows = [(name, key) for name, keys in groups.items() for key in keys]
    return pl.DataFrame(
        rows, schema={"cluster_id": pl.String, "account_key": pl.String}, orient="row"
    )


def test_pairs_are_counted_as_they_would_be_listed() -> None:
    scores = pair_scores(clusters(one="abs", two="xy"), RINGS)
    assert (scores.precision, scores.recall) == (2 / 4, 2 / 4)
    assert pair_scores(clusters(), RINGS) == pair_scores(clusters(one="s"), RINGS)


def test_pairs_of_what_is_left_out_are_neither_right_nor_wrong() -> None:
    found = clusters(one="abc", shop="pqr")
    assert pair_scores(found, RINGS).precision == 3 / 6
    assert pair_scores(found, RINGS, dict.fromkeys("pqr", "shop 1")).precision == 1.0
    mixed = clusters(one="abcp")
    assert pair_scores(mixed, RINGS, dict.fromkeys("pqr", "shop 1")).precision == 3 / 6


def test_b_cubed_asks_every_account_in_a_ring_or_cluster() -> None:
    scores = b_cubed(clusters(one="abs"), RINGS)
    assert scores.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)
    assert scores.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)


def test_recall_is_told_for_each_size() -> None:
    found = recall_by_size(clusters(one="ab"), RINGS | dict.fromkeys("jklm", 3))
    assert found == {"2–3": 1 / 4, "4–9": 0.0, "10 and more": None}


def test_rings_are_found_by_the_cluster_most_like_them() -> None:
    found = clusters(one="abst", two="xy")
    alike = dict(best_jaccard(found, RINGS).select("group", "jaccard").iter_rows())
    assert alike == {"1": 2 / 5, "2": 1.0}
    assert rings_found(found, RINGS) == 0.5
    assert rings_found(clusters(), RINGS) == 0.0


def test_giants_and_sets() -> None:
    assert giant_share(clusters(one="abst", two="xy"), 8) == 0.5
    assert giant_share(clusters(), 8) == 0.0
    assert set_scores({"h", "i"}, {"h", "j", "k", "l"}).recall == 0.25
