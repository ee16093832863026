"""Communities: partitions, what they cut, and that a seed decides them."""

from __future__ import annotations

import random
from itertools import combinations

import igraph
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.communities.detected import Partition, detect_communities
from graph.communities.methods import METHODS, seeded
from graph.errors import AnalysisError

Edge = tuple[str, str, float]


def ties(edges: list[Edge]) -> pl.DataFrame:
    return pl.DataFrame(edges, schema=["account_a", "account_b", "probability"], orient="row").cast(
        {"account_a": pl.String, "account_b": pl.String, "probability": pl.Float64}
    )


def clique(name: str, size: int) -> list[Edge]:
    members = [f"{name}{n:02d}" for n in range(size)]
    return [(a, b, 1.0) for a, b in combinations(members, 2)]


def parts(found: Partition) -> set[frozenset[str]]:
    return {frozenset(group["account_key"]) for _, group in found.accounts.group_by("community")}


def cpm(edges: list[Edge], seed: int = 1, resolution: float = 0.02) -> Partition:
    return detect_communities(ties(edges), resolution=resolution, seed=seed)


def test_a_chain_and_a_star_are_not_carved() -> None:
    chain = [(f"c{n:02d}", f"c{n + 1:02d}", 0.9) for n in range(9)]
    star = [("s00", f"s{n:02d}", 0.9) for n in range(1, 10)]
    assert sorted(map(len, parts(cpm(chain + star)))) == [10, 10]


def test_a_weak_bridge_between_two_large_groups_is_cut() -> None:
    edges = [*clique("a", 10), *clique("b", 10), ("a00", "b00", 0.8)]
    assert sorted(map(len, parts(cpm(edges)))) == [10, 10]


def test_no_ties_no_communities() -> None:
    found = cpm([])
    assert found.accounts.is_empty()
    assert found.accounts.columns == ["account_key", "community"]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_finds_two_separate_groups(method: str) -> None:
    found = detect_communities(
        ties([*clique("a", 6), *clique("b", 4)]),
        method=method,
        resolution=0.02 if method == "leiden-cpm" else 1.0,
        seed=3,
    )
    assert sorted(map(len, parts(found))) == [4, 6]
    assert (found.method, found.seed) == (method, 3)
    assert found.accounts.filter(pl.col("community") == 0)["account_key"].str.starts_with("a").all()


def test_what_cannot_be_worked_with_is_refused() -> None:
    with pytest.raises(AnalysisError, match="method x is not known"):
        detect_communities(ties([]), method="x", resolution=1, seed=1)
    for wrong in (0.0, 1.5, float("nan")):
        with pytest.raises(AnalysisError, match="probability"):
            cpm([("a", "b", wrong)])


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15), st.floats(0.5, 1)), max_size=40),
    st.sampled_from(sorted(METHODS)),
    st.randoms(use_true_random=False),
)
def test_a_partition_whatever_the_order(
    drawn: list[tuple[int, int, float]], method: str, shuffle: random.Random
) -> None:
    unique = {(min(a, b), max(a, b)): p for a, b, p in drawn if a != b}
    edges = [(f"k{a:02d}", f"k{b:02d}", p) for (a, b), p in unique.items()]
    found = detect_communities(ties(edges), method=method, resolution=0.5, seed=7)
    accounts = {key for a, b, _ in edges for key in (a, b)}
    assert sorted(found.accounts["account_key"]) == sorted(accounts)
    shuffle.shuffle(edges)
    again = detect_communities(ties(edges), method=method, resolution=0.5, seed=7)
    assert again.accounts.equals(found.accounts)
    graph = igraph.Graph.TupleList(edges)
    for part in parts(found):
        if method in {"leiden-cpm", "leiden-modularity", "components"}:
            assert graph.induced_subgraph(sorted(part)).is_connected()


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0.3, 1)), max_size=12),
    st.integers(1, 5),
)
def test_leiden_cuts_no_better_what_is_not_looked_at(
    drawn: list[tuple[int, int, float]], seed: int
) -> None:
    unique = {(min(a, b), max(a, b)): p for a, b, p in drawn if a != b}
    edges = [(f"k{a:02d}", f"k{b:02d}", p) for (a, b), p in unique.items()]
    graph = igraph.Graph.TupleList(edges, weights=True)
    largest = max(graph.connected_components().sizes(), default=1)
    resolution = 4 * min((p for *_, p in edges), default=1.0) / largest**2
    found = parts(cpm(edges, resolution=resolution))
    assert len(found) == len(graph.connected_components())
    with seeded(seed):
        best = graph.community_leiden("CPM", weights="weight", resolution=resolution)
    theirs = {frozenset(graph.vs[list(part)]["name"]) for part in best}
    assert _quality(edges, found, resolution) >= _quality(edges, theirs, resolution) - 1e-9


def _quality(edges: list[Edge], found: set[frozenset[str]], resolution: float) -> float:
    """What CPM makes as large as it can."""
    inside = sum(p for a, b, p in edges for part in found if a in part and b in part)
    return inside - resolution * sum(len(part) * (len(part) - 1) / 2 for part in found)


def test_a_component_is_cut_alike_whatever_else_there_is() -> None:
    ring = [*clique("a", 10), *clique("b", 10), ("a00", "b00", 0.8), ("a01", "b01", 0.75)]
    alone = parts(cpm(ring, resolution=0.05))
    other = [(f"0{a}", f"0{b}", p) for a, b, p in [*clique("c", 12), ("c00", "d", 0.9)]]
    among = parts(cpm(ring + other, resolution=0.05))
    assert alone == {part for part in among if not any(key.startswith("0") for key in part)}


def test_the_seed_does_not_leak_into_the_module_wide_generator() -> None:
    random.seed(5)
    expected = random.random()
    random.seed(5)
    cpm(clique("a", 5))
    assert random.random() == expected
