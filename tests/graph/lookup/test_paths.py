"""Paths on the planted graph: ties first, then what is shared, never a hub."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest

from graph.lookup.path_steps import Bounds
from graph.lookup.paths import SAME, SHARED, TIE, Connection, Path, find_paths, missing_accounts
from graph.results import write_results
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, SOURCE, detection

HANDLE = "handle:telegram:kicau_shop"


def keys(path: Path) -> list[str]:
    return [node.key for node in path.nodes]


def add(store: GraphStore, step: str, rows: list[dict[str, Any]]) -> None:
    store.load(f"load_{step}", rows, source_key=SOURCE, done="z")


def add_accounts(store: GraphStore, *accounts: str) -> None:
    rows = [
        {"key": key, "platform": key.split(":")[0], "native_id": key.split(":")[1], "handle": None,
         "name": None, "names": [], "url": None, "bio": None}
        for key in accounts
    ]  # fmt: skip
    add(store, "accounts", rows)


def publish(store: GraphStore, detail: str, *accounts: str) -> None:
    kind, value = detail.split(":", 1)
    add(store, "details", [{"key": detail, "kind": kind, "value": value}])
    rows = [
        {"account_key": key, "detail_key": detail, "posts": 1, "first_seen": None,
         "last_seen": None, "is_published": True}
        for key in accounts
    ]  # fmt: skip
    add(store, "publications", rows)


def tie(store: GraphStore, ties: dict[tuple[str, str], float]) -> None:
    rows = [
        {"account_a": a, "account_b": b, "properties": {"score": score, "reasons": ["Planted."]}}
        for (a, b), score in ties.items()
    ]
    store.load("write_ties", rows, snapshot="2026-06-30-aaaa")


def assert_consistent(found: Connection) -> None:
    """Links join neighbours, and only paths of ties have a score."""
    for path in found.paths:
        assert (path.nodes[0], path.nodes[-1]) == (found.a, found.b)
        assert [(link.a, link.b) for link in path.links] == list(itertools.pairwise(keys(path)))
        scores = [link.score for link in path.links if link.kind == TIE]
        assert None not in scores
        assert path.is_shared == (path.score is None)
        assert path.is_shared or path.score == min(scores)


def test_a_chain_of_ties_is_as_strong_as_its_weakest(store: GraphStore) -> None:
    found = find_paths(store, "facebook:1", "facebook:3")
    (path,) = found.paths
    assert keys(path) == ["facebook:1", "facebook:2", "facebook:3"]
    assert [node.label for node in path.nodes] == ["Kicau Shop", "Budi Setiawan", "Zoë O'Brien"]
    assert [(link.kind, link.score) for link in path.links] == [(TIE, 12.0), (TIE, 6.5)]
    assert path.links[0].why == "Both publish the phone number."
    assert path.score == 6.5
    assert (found.passed_over, found.is_cut) == ([], False)
    assert_consistent(found)
    (back,) = find_paths(store, "facebook:3", "facebook:1").paths
    assert keys(back) == keys(path)[::-1]


def test_who_shares_a_courier_only_is_not_connected_and_told_so(store: GraphStore) -> None:
    found = find_paths(store, "facebook:1", "facebook:5")
    assert found.paths == []
    (passed,) = [each for each in found.passed_over if each.node.kind == "contact_detail"]
    assert (passed.node.key, passed.accounts, passed.is_hub) == (COURIER, 6, True)
    assert passed.node.called == "the phone number +12025550199"


def test_what_is_shared_below_a_tie_is_marked(store: GraphStore) -> None:
    found = find_paths(store, "facebook:1", "telegram:user9")
    (path,) = found.paths
    assert keys(path) == ["facebook:1", HANDLE, "telegram:user9"]
    assert path.nodes[1].kind == "contact_detail"
    assert [link.kind for link in path.links] == [SHARED, SHARED]
    assert [link.why for link in path.links] == [
        "Kicau Shop publishes the Telegram handle kicau_shop, in use by 1 account.",
        "The Telegram handle kicau_shop, in use by 1 account, reaches @kicau_shop.",
    ]
    assert_consistent(found)


def test_ties_and_what_is_shared_may_follow_each_other(store: GraphStore) -> None:
    found = find_paths(store, "facebook:3", "facebook:8")
    (path,) = found.paths
    assert keys(path) == [
        "facebook:3", "facebook:2", "facebook:1", HANDLE, "telegram:user9", "facebook:8",
    ]  # fmt: skip
    assert [link.kind for link in path.links] == [TIE, TIE, SHARED, SHARED, TIE]
    assert path.score is None
    assert_consistent(found)
    assert find_paths(store, "facebook:3", "facebook:8", bounds=Bounds(steps=3)).paths == []


def test_who_shares_nothing_is_not_connected(store: GraphStore) -> None:
    add_accounts(store, "facebook:77")
    found = find_paths(store, "facebook:1", "facebook:77")
    assert (found.paths, found.passed_over, found.is_cut) == ([], [], False)
    assert (found.b.key, found.b.label) == ("facebook:77", "facebook:77")


def test_the_rarest_thing_shared_comes_first(store: GraphStore) -> None:
    others = [f"facebook:{n}" for n in range(60, 90)]
    add_accounts(store, *others)
    publish(store, "phone:+12025550111", *others[:3])
    publish(store, "email:a@b.example", *others[:2])
    publish(store, "email:all@b.example", *others)
    found = find_paths(store, *others[:2])
    assert [keys(path)[1] for path in found.paths] == ["email:a@b.example", "phone:+12025550111"]
    assert find_paths(store, *others[:2], most=1).paths == found.paths[:1]
    crowd = find_paths(store, *others[5:7])
    assert crowd.paths == []
    assert [(each.node.key, each.accounts, each.is_hub) for each in crowd.passed_over] == [
        ("email:all@b.example", 30, False)
    ]


@pytest.mark.parametrize(("size", "joined"), [(4, True), (13, False)])
def test_small_groups_connect_and_larger_ones_are_named(
    store: GraphStore, size: int, joined: bool
) -> None:
    others = [f"facebook:{n}" for n in range(60, 60 + size)]
    add_accounts(store, *others)
    rows = [
        {"account_key": key, "group_key": "facebook:group:2", "role": None, "first_seen": None,
         "last_seen": None, "left_at": None}
        for key in others
    ]  # fmt: skip
    add(store, "memberships", rows)
    found = find_paths(store, *others[:2])
    assert [keys(path)[1:-1] for path in found.paths] == [["facebook:group:2"]] * joined
    assert [each.node.kind for each in found.passed_over] == ["group"] * (not joined)
    assert_consistent(found)


def test_reused_texts_connect_and_common_ones_are_named(store: GraphStore) -> None:
    write_results(store, detection(ties=()))
    found = find_paths(store, "facebook:1", "facebook:2")
    assert {path.nodes[1].kind for path in found.paths} == {"contact_detail", "text", "group"}
    (path,) = [path for path in found.paths if path.nodes[1].kind == "text"]
    assert path.nodes[1].label == "Murai batu for sale"
    assert path.links[0].why == (
        "Kicau Shop posted nearly the text “Murai batu for sale”, in use by 2 accounts."
    )
    bounds = Bounds(most_sharing=1, small_group=1)
    rare = find_paths(store, "facebook:1", "facebook:2", bounds=bounds)
    assert rare.paths == []
    assert {each.node.kind for each in rare.passed_over} == {"contact_detail", "text", "group"}


def test_what_the_platform_calls_one_account_is_one(store: GraphStore) -> None:
    add_accounts(store, "facebook:88")
    add(store, "account_aliases", [{"key": "facebook:88", "same_as": "facebook:1",
                                    "reason": "A new number.", "since": None}])  # fmt: skip
    (path,) = find_paths(store, "facebook:88", "facebook:2").paths
    assert [link.kind for link in path.links] == [SAME, TIE]
    assert path.links[0].why.endswith("one account. A new number.")
    assert path.score == 12.0
    (path,) = find_paths(store, "facebook:1", "facebook:88").paths
    assert (path.is_shared, path.score) == (False, None)


def test_a_dense_cluster_does_not_blow_up(store: GraphStore) -> None:
    clique = [f"x:{n:02d}" for n in range(60)]
    first, last = clique[:30], clique[30:]
    add_accounts(store, "x:start", "x:goal", *clique)
    ties = {
        (a, b): 3.0 + (a == "x:00") + (b == "x:30")
        for a, b in itertools.chain(
            itertools.combinations(clique, 2),
            itertools.product(["x:start"], first),
            itertools.product(last, ["x:goal"]),
        )
    }
    tie(store, ties)
    within = find_paths(store, clique[3], clique[40])
    assert [len(path.links) for path in within.paths] == [1]
    began = time.monotonic()
    found = find_paths(store, "x:start", "x:goal")
    assert time.monotonic() - began < 30
    assert [len(path.links) for path in found.paths] == [3] * 5
    assert keys(found.paths[0]) == ["x:start", "x:00", "x:30", "x:goal"]
    assert_consistent(found)
    assert find_paths(store, "x:start", "x:goal", bounds=Bounds(per_step=100)).is_cut


def test_only_accounts_are_ends(store: GraphStore) -> None:
    assert missing_accounts(store, ["facebook:1", COURIER, "facebook:404", "facebook:2"]) == [
        COURIER, "facebook:404",
    ]  # fmt: skip
