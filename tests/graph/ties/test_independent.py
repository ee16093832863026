"""Which of a pair's values count: those of the same posts once, along chains, too."""

from __future__ import annotations

from itertools import combinations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ties.independent import explained_away
from graph.ties.layers.layer import SHOWINGS
from graph.ties.values import Values, publish


def both_show(posts: list[set[str]]) -> Values:
    """Two accounts that each made posts of these values."""
    rows = [
        {"account_key": key, "value": f"permit:{value}", "layer": "permit", "family": "identifier",
         "post_key": f"{key}{n}", "seen_at": None}
        for key in ("x:a", "x:b")
        for n, values in enumerate(posts)
        for value in sorted(values)
    ]  # fmt: skip
    return publish(pl.DataFrame(rows, schema=SHOWINGS), 200)


def evidence(
    bits: dict[str, float], family: str = "identifier", further: float = 99
) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {"account_a": "x:a", "account_b": "x:b", "value": f"permit:{value}", "family": family,
             "bits": weight, "further_bits": min(weight, further)}
            for value, weight in bits.items()
        ]
    )  # fmt: skip


def left_out(bits: dict[str, float], posts: list[set[str]]) -> dict[str, str]:
    found = explained_away(evidence(bits), both_show(posts))
    short = pl.col("value", "because_of").str.strip_prefix("permit:")
    return dict(found.select(short).iter_rows())


def test_of_values_from_the_same_posts_the_strongest_counts() -> None:
    assert left_out({"A": 9, "B": 5, "C": 4}, [{"A", "B", "C"}]) == {"B": "A", "C": "A"}


def test_what_is_beside_only_what_does_not_count_counts() -> None:
    assert left_out({"A": 9, "B": 7, "C": 5}, [{"A", "B"}, {"B", "C"}]) == {"B": "A"}
    long = [{"A", "B"}, {"B", "C"}, {"C", "D"}, {"D", "E"}]
    assert left_out({"A": 9, "B": 8, "C": 7, "D": 6, "E": 5}, long) == {"B": "A", "D": "C"}


def test_a_weak_value_between_two_strong_ones_joins_neither() -> None:
    assert left_out({"A": 9, "W": 1, "B": 8}, [{"A", "W"}, {"W", "B"}]) == {"W": "A"}


def test_values_never_in_the_same_posts_all_count() -> None:
    assert left_out({"A": 9, "B": 8}, [{"A"}, {"B"}]) == {}


def test_a_further_text_is_as_strong_as_what_it_adds() -> None:
    texts = evidence({"T": 11, "U": 11}, "content", further=2)
    phone = evidence({"P": 8})
    found = explained_away(pl.concat([texts, phone]), both_show([{"T"}, {"U", "P"}]))
    assert found.select("value", "because_of").rows() == [("permit:U", "permit:P")]


NAMES = "ABCDEF"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(1, 20), min_size=6, max_size=6),
    st.lists(st.sets(st.sampled_from(NAMES), min_size=1, max_size=4), min_size=1, max_size=6),
)
def test_no_two_that_count_depend_and_none_is_left_out_for_nothing(
    weights: list[float], posts: list[set[str]]
) -> None:
    shared = sorted(set().union(*posts))
    bits = dict(zip(shared, weights, strict=False))
    beside = {frozenset(two) for each in posts for two in combinations(sorted(each), 2)}
    out = left_out(bits, posts)
    counted = [value for value in shared if value not in out]
    assert not any(frozenset(two) in beside for two in combinations(counted, 2))
    for value, because in out.items():
        assert because in counted
        assert frozenset((value, because)) in beside
        assert bits[because] >= bits[value]
    assert sum(bits[value] for value in counted) <= _cheapest_copying(bits, posts) + 1e-9


def _cheapest_copying(bits: dict[str, float], posts: list[set[str]]) -> float:
    """What it costs to copy all that is shared, post by post, each at its strongest new value."""
    costs: dict[frozenset[str], float] = {frozenset(): 0.0}
    for _ in posts:
        for done, cost in list(costs.items()):
            for each in posts:
                after = done | each
                new = max((bits[value] for value in each - done), default=0.0)
                costs[after] = min(costs.get(after, float("inf")), cost + new)
    return costs[frozenset(bits)]
