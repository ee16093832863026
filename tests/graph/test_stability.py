"""Stability: sure members stay, doubtful ones do not, and a seed decides."""

from __future__ import annotations

from itertools import combinations

import polars as pl

from graph.communities import detect_communities
from graph.stability import measure_stability


def stability(edges: list[tuple[str, str, float]], runs: int = 200) -> dict[str, float]:
    ties = pl.DataFrame(edges, schema=["account_a", "account_b", "probability"], orient="row")
    partition = detect_communities(ties, resolution=0.02, seed=1)
    found = measure_stability(ties, partition, runs=runs)
    assert measure_stability(ties, partition, runs=runs).equals(found)
    return dict(found.select("account_key", "stability").iter_rows())


def test_a_member_by_one_doubtful_tie_is_less_stable_than_the_core() -> None:
    core = [(a, b, 1.0) for a, b in combinations("abcde", 2)]
    found = stability([*core, ("a", "x", 0.6)])
    assert all(found[key] == 1 for key in "abcde")
    assert 0.5 < found["x"] < 0.7


def test_a_pair_is_as_stable_as_its_tie() -> None:
    found = stability([("a", "b", 0.8)])
    assert found["a"] == found["b"]
    assert 0.7 < found["a"] < 0.9


def test_nothing_is_nothing() -> None:
    none = pl.DataFrame(
        schema={"account_a": pl.String, "account_b": pl.String, "probability": pl.Float64}
    )
    partition = detect_communities(none, resolution=0.02, seed=1)
    assert measure_stability(none, partition, runs=5).is_empty()
