"""``spoor judge``: what is noted, what replaces what, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.judged import CLUSTER
from graph.workspace import open_workspace
from ingest.journal import Journal
from ingest.judgements import (
    HIT,
    confirmed_members,
    judge_cluster,
    judge_hit,
    judged_hits,
    judgements,
)
from tests.app.commands.conftest import Looked
from tests.app.commands.running import Spoor


def noted(spoor: Spoor) -> list[dict[str, Any]]:
    """Judgements in the journal."""
    return Journal(open_workspace(spoor.workspace, create=False)).entries("judge")


def test_a_cluster_is_judged_with_its_members(looked: Looked) -> None:
    ring = str(looked.cluster("ring")["id"])
    workspace = open_workspace(looked.spoor.workspace, create=False)
    done = looked.spoor("judge", "cluster", ring, "confirm", "--why", "seen in court papers")
    assert done.out == f"Cluster {ring}: confirmed.\n"
    entry = noted(looked.spoor)[-1]
    assert (entry["by"], entry["verdict"], entry["why"]) == (
        "A. Tester", "confirm", "seen in court papers",
    )  # fmt: skip
    assert entry["snapshot"] == looked.snapshot
    assert entry["members"] == looked.world.planted["ring"]
    assert confirmed_members(workspace) == set(looked.world.planted["ring"])
    assert f"confirm; {ring}" in looked.spoor("log").out

    count = len(noted(looked.spoor))
    again = looked.spoor("judge", "cluster", ring, "confirm", "--why", "seen in court papers")
    assert again.out == f"Cluster {ring}: confirmed, as before.\n"
    assert len(noted(looked.spoor)) == count

    looked.spoor("judge", "cluster", ring, "reject", "--json")
    assert confirmed_members(workspace) == frozenset()
    assert judgements(workspace, CLUSTER)[ring,].verdict == "reject"
    done = looked.spoor("judge", "cluster", ring, "withdraw", "--json")
    assert done.data == {"kind": "cluster", "ids": [ring], "verdict": "withdraw", "new": [True]}
    assert judgements(workspace, CLUSTER) == {}
    assert [each["verdict"] for each in noted(looked.spoor)[-3:]] == [
        "confirm", "reject", "withdraw",
    ]  # fmt: skip


def test_several_clusters_all_or_none(looked: Looked) -> None:
    ring, shop = (str(looked.cluster(name)["id"]) for name in ("ring", "shop"))
    before = noted(looked.spoor)
    said = looked.spoor("judge", "cluster", ring, "nothing-such", "confirm", code=1).sentence()
    assert "nothing-such is not in snapshot" in said and "nearest: " in said
    assert noted(looked.spoor) == before
    out = looked.spoor("judge", "cluster", ring, shop, "reject").out
    assert out == f"Cluster {ring}: rejected.\nCluster {shop}: rejected.\n"
    looked.spoor("judge", "cluster", ring, shop, "withdraw")


def test_a_hit_is_judged(looked: Looked) -> None:
    uses = looked.spoor("lexicon", "show", "for-sale", "--json").data["uses"]
    post = uses[0]["post_key"]
    workspace = open_workspace(looked.spoor.workspace, create=False)
    looked.spoor("judge", "hit", "for-sale", post, "confirm")
    assert judged_hits(workspace) == {"for-sale": (1, 0)}
    looked.spoor("judge", "hit", "for-sale", post, "reject")
    assert judged_hits(workspace) == {"for-sale": (0, 1)}
    looked.spoor("judge", "hit", "for-sale", post, "withdraw")
    assert judged_hits(workspace) == {}
    said = looked.spoor("judge", "hit", "for-sael", post, "confirm", code=1).sentence()
    assert "has no entry for-sael; nearest: for-sale" in said
    said = looked.spoor("judge", "hit", "for-sale", f"{post}0x", "confirm", code=1).sentence()
    assert f"Post {post}0x does not use the entry for-sale" in said and post in said
    said = looked.spoor("judge", "hit", "rekber", post, "confirm", code=1).sentence()
    assert said.endswith("no post does.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("person", "x", "confirm"),
        ("cluster", "confirm"),
        ("cluster", "x", "guilty"),
        ("hit", "rekber", "confirm"),
        ("hit", "rekber", "post", "more", "confirm"),
        ("member", "C1", "confirm"),
        ("tie", "facebook:1", "confirm"),
        ("tie", "facebook:1", "facebook:1", "confirm"),
        ("candidate", "facebook:1", "facebook:2", "facebook:3", "reject"),
        ("successor", "facebook:1", "confirm"),
        ("successor", "facebook:1", "facebook:1", "confirm"),
    ],
)
def test_what_is_no_judgement(looked: Looked, arguments: tuple[str, ...]) -> None:
    before = noted(looked.spoor)
    assert "spoor judge cluster ID… VERDICT" in looked.spoor("judge", *arguments, code=2).sentence(
        2
    )
    assert noted(looked.spoor) == before


def test_without_a_workspace(offline: Spoor) -> None:
    assert "no workspace here" in offline("judge", "cluster", "x", "confirm", code=1).sentence()
    assert not offline.workspace.exists()


def test_the_latest_judgement_stands_whoever_made_it(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "w")
    facts: dict[str, Any] = {"snapshot": "s1", "members": ["x:b", "x:a"], "why": None}
    assert judge_cluster(workspace, "c", "confirm", who="one", **facts)
    assert judge_cluster(workspace, "c", "confirm", who="two", **facts)
    assert not judge_cluster(workspace, "c", "confirm", who="two", **facts)
    assert judgements(workspace, CLUSTER)["c",].by == "two"
    assert judgements(workspace, CLUSTER)["c",].members == ("x:a", "x:b")
    assert not judge_hit(workspace, "e", "p", "withdraw", why=None, who="one")
    assert judgements(workspace, HIT) == {}
    assert Journal(workspace).problems() == []
