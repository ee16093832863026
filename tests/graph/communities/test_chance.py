"""Communities beside chance: planted groups are far from it, random ties are not."""

from __future__ import annotations

import polars as pl

from graph.communities.chance import compare_with_chance
from graph.communities.detected import detect_communities
from tests.graph.communities.test_resolution import planted


def test_planted_groups_are_far_from_chance() -> None:
    ties = planted([10] * 20, 0.8, 0.004)
    partition = detect_communities(ties, resolution=0.3, seed=1)
    found = compare_with_chance(ties, partition, runs=3)
    assert found.tied > 70
    assert found.inside > 80
    assert found.inside > 2 * found.inside_by_chance
    assert found.largest == 10
    assert found.largest_by_chance < 10
    assert f"{found.tied:.0f} are tied" in found.sentence
    assert compare_with_chance(ties.reverse(), partition, runs=3) == found


def test_random_ties_are_as_by_chance() -> None:
    ties = planted([200], 0.04, 0.04)
    partition = detect_communities(ties, resolution=0.1, seed=1)
    found = compare_with_chance(ties, partition, runs=5)
    assert abs(found.tied - found.tied_by_chance) < 8
    assert abs(found.inside - found.inside_by_chance) < 8


def test_no_ties_no_comparison() -> None:
    none = pl.DataFrame(
        schema={"account_a": pl.String, "account_b": pl.String, "probability": pl.Float64}
    )
    found = compare_with_chance(none, detect_communities(none, resolution=0.02, seed=1), runs=2)
    assert (found.largest, found.largest_by_chance) == (0, 0)
