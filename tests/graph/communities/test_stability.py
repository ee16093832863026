"""Stability: sure members stay, doubtful ones do not, and a seed decides."""

from __future__ import annotations

from itertools import combinations

import polars as pl

from graph.communities.detected import detect_communities
from graph.communities.stability import measure_stability


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


def evidence(rows: list[tuple[str, str, str, float]]) -> pl.DataFrame:
    schema = ["account_a", "account_b", "shared", "bits"]
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(counted=True)


def on_evidence(rows: list[tuple[str, str, str, float]]) -> dict[str, float]:
    """Stability of a partition whose ties rest on these pieces of evidence, prior -10 bits."""
    reasons = evidence(rows)
    ties = (
        reasons.group_by("account_a", "account_b")
        .agg(score=pl.col("bits").sum() - 10)
        .with_columns(probability=1 / (1 + 2 ** -pl.col("score")))
    )
    partition = detect_communities(ties, resolution=0.02, seed=1)
    asked = {"runs": 400, "reasons": reasons, "threshold_bits": 1.5}
    found = measure_stability(ties, partition, **asked)  # type: ignore[arg-type]
    again = measure_stability(
        ties.reverse(),
        partition,
        **{**asked, "reasons": reasons.reverse()},  # type: ignore[arg-type]
    )
    assert again.equals(found)
    assert found["by_seed"].to_list() == [1.0] * len(found)
    return dict(found.select("account_key", "stability").iter_rows())


def test_a_ring_by_one_number_stands_and_falls_with_it() -> None:
    members = [f"r{n}" for n in range(8)]
    found = on_evidence([(a, b, "phone:1", 12.0) for a, b in combinations(members, 2)])
    assert len(set(found.values())) == 1
    assert 0.72 < found["r0"] < 0.88


def test_two_numbers_uphold_each_other() -> None:
    pair = on_evidence([("a", "b", "phone:1", 12.0), ("a", "b", "bank:2", 12.0)])
    assert pair["a"] > 0.99


def test_a_value_that_only_adds_is_not_missed() -> None:
    found = on_evidence([("a", "b", "phone:1", 12.0), ("a", "b", "group:1", 0.5)])
    without = on_evidence([("a", "b", "phone:1", 12.0)])
    assert abs(found["a"] - without["a"]) < 0.1


def test_nothing_is_nothing() -> None:
    none = pl.DataFrame(
        schema={"account_a": pl.String, "account_b": pl.String, "probability": pl.Float64}
    )
    partition = detect_communities(none, resolution=0.02, seed=1)
    assert measure_stability(none, partition, runs=5).is_empty()
