"""Trails on planted networks, against every path counted out."""

from __future__ import annotations

import itertools

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lookup.path_search import Step, Steps, Trail, best_trails

Weighted = dict[tuple[str, str], float]


def search(
    ties: Weighted, start: str, goal: str, *, longest: int = 6, most: int = 5
) -> list[Trail]:
    both_ways = [
        Step(*pair, strength=weight) for (a, b), weight in ties.items() for pair in ((a, b), (b, a))
    ]

    def leave(keys: list[str]) -> Steps:
        ring = set(keys)
        return Steps([step for step in both_ways if step.a in ring], is_cut=False)

    return best_trails(leave, start, goal, longest=longest, most=most).trails


def way(trail: Trail) -> str:
    return "".join([trail.steps[0].a, *(step.b for step in trail.steps)])


def test_the_shortest_trails_by_their_weakest_step() -> None:
    ties = {("a", "b"): 9.0, ("b", "z"): 3.0, ("a", "c"): 5.0, ("c", "z"): 4.0,
            ("a", "d"): 9.0, ("d", "e"): 9.0, ("e", "z"): 9.0}  # fmt: skip
    found = search(ties, "a", "z")
    assert [way(trail) for trail in found] == ["acz", "abz"]
    assert [trail.strength for trail in found] == [4.0, 3.0]
    assert [way(trail) for trail in search(ties, "a", "z", most=1)] == ["acz"]


def test_of_equally_weak_trails_the_one_with_more_in_all_comes_first() -> None:
    ties = {("a", "b"): 3.0, ("b", "z"): 3.0, ("a", "c"): 3.0, ("c", "z"): 8.0}
    assert [way(trail) for trail in search(ties, "a", "z")] == ["acz", "abz"]


def test_no_trail_is_longer_than_asked() -> None:
    chain = dict.fromkeys(itertools.pairwise("abcdefgh"), 1.0)
    assert [way(trail) for trail in search(chain, "a", "g")] == ["abcdefg"]
    assert search(chain, "a", "h") == []
    assert search(chain, "a", "c", longest=1) == []
    assert search(chain, "a", "nobody") == []


def test_things_shared_side_by_side_are_trails_of_their_own() -> None:
    steps = [Step("a", "z", strength=-n, via=f"thing {n}") for n in (2, 9, 4)]
    found = best_trails(lambda keys: Steps(steps, is_cut=True), "a", "z", longest=1, most=2)
    assert [trail.steps[0].via for trail in found.trails] == ["thing 2", "thing 4"]
    assert found.is_cut


def test_millions_of_equally_short_trails_cost_no_more_than_their_steps() -> None:
    rings = [["start"], *([f"{n}.{m}" for m in range(60)] for n in range(4)), ["goal"]]
    ties = {
        (a, b): 2.0 if a.endswith(".7") and b.endswith(".7") else 1.0
        for left, right in itertools.pairwise(rings)
        for a, b in itertools.product(left, right)
    }
    found = search(ties, "start", "goal")
    assert len(found) == 5
    assert [step.b for step in found[0].steps] == ["0.7", "1.7", "2.7", "3.7", "goal"]


edges = st.dictionaries(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] < p[1]),
    st.integers(1, 5).map(float),
    max_size=18,
)


@given(edges, st.integers(1, 4))
@settings(max_examples=100, deadline=None)
def test_no_stronger_shortest_path_is_missed(ties: Weighted, most: int) -> None:
    graph = nx.Graph()
    graph.add_nodes_from("ag")
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in ties.items())
    expected = (
        sorted(
            (min(graph.edges[pair]["weight"] for pair in itertools.pairwise(path))
             for path in nx.all_shortest_paths(graph, "a", "g")),
            reverse=True,
        )
        if nx.has_path(graph, "a", "g")
        else []
    )  # fmt: skip
    found = search(ties, "a", "g", most=most)
    assert [trail.strength for trail in found] == expected[:most]
    assert len({way(trail) for trail in found}) == len(found)
    for trail in found:
        assert nx.is_path(graph, list(way(trail)))
