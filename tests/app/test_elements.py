"""The picture of a cluster as plain data."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from app import elements
from graph.lookup.clusters import Cluster, ClusterSummary, Member, Tie


def member(number: int, *, platform: str = "facebook", borderline: bool = False) -> Member:
    return Member(
        account_key=f"{platform}:{number}", platform=platform, handle=None, name=f"Name {number}",
        names=(), url=None, category="uncategorised", role="member",
        stability=0.5 if borderline else 1.0, borderline=borderline, by_seed=1.0, posts=1,
        ties=number,
    )  # fmt: skip


def tie(left: Member, right: Member, score: float = 5.0) -> Tie:
    return Tie(left.account_key, right.account_key, score, score + 16, 0.9, (), ())


def cluster(members: list[Member], ties: list[Tie], bridges: tuple[str, ...] = ()) -> Cluster:
    summary = ClusterSummary(
        key="cluster:s:C1", id="C1", snapshot="s", size=len(members), connectedness=0.9,
        trade_relevance=1.0, span_first=None, span_last=None, platforms=("facebook",),
        bridges=bridges, alternatives={}, properties={},
    )  # fmt: skip
    return Cluster(summary, members, ties, [], [], len(members), len(ties), 0, 0)


def shown_nodes(picture: elements.Picture) -> list[dict]:
    return [node for node in picture.graph["nodes"] if not node.get("hidden")]


def chain(length: int) -> Cluster:
    members = [member(number) for number in range(length)]
    ties = [tie(left, right) for left, right in pairwise(members)]
    return cluster(members, ties)


def test_the_same_cluster_gives_the_same_picture() -> None:
    assert elements.draw(chain(30)) == elements.draw(chain(30))
    json.dumps(elements.draw(chain(30)).graph)


def test_tied_accounts_lie_nearer_than_distant_ones() -> None:
    places = {n["id"]: (n["x"], n["y"]) for n in shown_nodes(elements.draw(chain(8)))}

    def apart(a: str, b: str) -> float:
        (ax, ay), (bx, by) = places[a], places[b]
        return float(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5)

    assert apart("facebook:0", "facebook:1") < apart("facebook:0", "facebook:7") / 3


def test_what_is_cut_is_counted() -> None:
    large = chain(elements.MOST_ACCOUNTS + 50)
    picture = elements.draw(large)
    assert picture.accounts == len(shown_nodes(picture)) == elements.MOST_ACCOUNTS
    assert picture.accounts_in_all == elements.MOST_ACCOUNTS + 50
    drawn = {node["id"] for node in shown_nodes(picture)}
    assert all({edge["source"], edge["target"]} <= drawn for edge in picture.graph["edges"])
    assert picture.ties == len(picture.graph["edges"]) == elements.MOST_ACCOUNTS - 1
    assert picture.ties_in_all == elements.MOST_ACCOUNTS + 49


def test_platforms_have_colours_and_borderline_members_a_mark() -> None:
    members = [member(1), member(2, platform="telegram"), member(3, borderline=True)]
    picture = elements.draw(cluster(members, [tie(members[0], members[1])]))
    first, second, third = shown_nodes(picture)
    assert first["color"] == elements.COLOURS["facebook"]
    assert second["color"] == elements.COLOURS["telegram"]
    assert third["color"] not in elements.COLOURS.values()
    assert third["label"] == "(Name 3)"
    assert picture.has_borderline
    assert set(picture.colours) == {"facebook", "telegram"}


@pytest.mark.parametrize("order", [("facebook:1", "facebook:2"), ("facebook:2", "facebook:1")])
def test_ties_that_hold_the_cluster_are_marked(order: tuple[str, str]) -> None:
    members = [member(1), member(2), member(3)]
    ties = [tie(members[0], members[1]), tie(members[1], members[2])]
    picture = elements.draw(cluster(members, ties, bridges=(" ↔ ".join(order),)))
    assert [edge.get("color") for edge in picture.graph["edges"]] == [elements.BRIDGE_COLOUR, None]
    assert picture.has_bridges


def test_unknown_platforms_get_colours_of_their_own() -> None:
    colours = elements.choose_colours(["zalo", "bbm", "facebook", "zalo"])
    assert list(colours) == ["bbm", "facebook", "zalo"]
    assert len(set(colours.values())) == 3


def test_one_account_and_no_tie_can_be_drawn() -> None:
    assert elements.draw(cluster([member(1)], [])).accounts == 1


def test_picking_one_account_then_another_then_a_third() -> None:
    assert elements.pick(None, None, ("a",)) == ("a", None)
    assert elements.pick("a", None, ("b",)) == ("a", "b")
    assert elements.pick("a", "b", ("c",)) == ("c", None)
    assert elements.pick("a", None, ("a",)) == ("a", None)
    assert elements.pick("a", None, ("c", "d")) == ("c", "d")


def test_edges_are_told_apart_whatever_accounts_are_called() -> None:
    members = [replace(member(n), account_key=f"whatsapp:a ↔ {n}") for n in range(3)]
    ties = [tie(left, right) for left, right in pairwise(members)]
    picture = elements.draw(cluster(members, ties))
    assert [picture.ends[edge["key"]] for edge in picture.graph["edges"]] == [
        (each.account_a, each.account_b) for each in ties
    ]


def test_a_tie_is_found_in_either_order() -> None:
    members = [member(1), member(2), member(3)]
    ties = [tie(members[0], members[1])]
    assert elements.find_tie(ties, "facebook:2", "facebook:1") is ties[0]
    assert elements.find_tie(ties, "facebook:2", "facebook:3") is None
