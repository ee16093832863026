"""Judgements in the journal: the last word stands, nothing is overwritten, handles become ids."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.errors import UsageError
from graph.judged import CANDIDATE, CLUSTER, HUB, MEMBER, SUCCESSOR, TIE
from graph.workspace import Workspace, open_workspace
from ingest import tables
from ingest.journal import Journal
from ingest.judgements import (
    LEGALITY,
    confirmed_members,
    judge_cluster,
    judge_hit,
    judge_hub,
    judge_legality,
    judge_member,
    judge_pair,
    judge_successor,
    judged,
    judged_legality,
    judged_successors,
    judgements,
)

SEEN: dict[str, Any] = {"snapshot": "s1", "members": ["x:b", "x:a"]}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "w")


def test_each_kind_is_kept_with_who_when_and_why(workspace: Workspace) -> None:
    judge_cluster(workspace, "C1", "confirm", why=None, who="Ana", **SEEN)
    judge_member(workspace, "C1", "x:a", "reject", why="a customer", who="Ben", **SEEN)
    judge_pair(workspace, "tie", ("x:b", "x:a"), "confirm", why="met  them\nboth", who="Ana")
    judge_pair(workspace, "candidate", ("x:c", "x:a"), "reject", why=None, who="Ana")
    judge_hub(workspace, "phone:+628110000001", "confirm", why="a courier", who="Ana")
    judge_hit(workspace, "dijual", "post:x:1", "confirm", why=None, who="Ana")
    table = judged(workspace).table
    assert table.select("kind", "first", "second", "verdict", "by", "why").rows() == [
        (CANDIDATE, "x:a", "x:c", "reject", "Ana", None),
        (CLUSTER, "C1", None, "confirm", "Ana", None),
        (HUB, "phone:+628110000001", None, "confirm", "Ana", "a courier"),
        (MEMBER, "C1", "x:a", "reject", "Ben", "a customer"),
        (TIE, "x:a", "x:b", "confirm", "Ana", "met them both"),
    ]
    by_kind = {row["kind"]: row["members"] for row in table.to_dicts()}
    assert by_kind[CLUSTER] == by_kind[MEMBER] == ["x:a", "x:b"]
    assert by_kind[TIE] == []
    entry = Journal(workspace).entries("judge", "Ben")[0]
    assert (entry["about"], entry["cluster"], entry["keys"]) == ("member", "C1", ["x:a"])
    assert table["at"].to_list()[3] == entry["at"]
    assert Journal(workspace).problems() == []


def test_a_successor_is_judged_with_the_new_account_first(workspace: Workspace) -> None:
    assert judge_successor(workspace, "x:b", "x:a", "reject", why="brothers", who="Ana")
    assert not judge_successor(workspace, "x:b", "x:a", "reject", why="brothers", who="Ana")
    assert judge_successor(workspace, "x:a", "x:b", "confirm", why=None, who="Ana")
    rows = judged_successors(workspace).of(SUCCESSOR).select("first", "second", "verdict").rows()
    assert rows == [("x:a", "x:b", "confirm"), ("x:b", "x:a", "reject")]
    assert judged(workspace).table.is_empty(), "detection takes no notice"
    judge_successor(workspace, "x:b", "x:a", "withdraw", why=None, who="Ana")
    assert list(judgements(workspace, SUCCESSOR)) == [("x:a", "x:b")]


def test_withdrawing_leaves_the_journal_and_not_the_judgement(workspace: Workspace) -> None:
    for verdict in ("confirm", "reject", "withdraw"):
        assert judge_pair(workspace, "tie", ("x:b", "x:a"), verdict, why=None, who="Ana")
        assert not judge_pair(workspace, "tie", ("x:a", "x:b"), verdict, why=None, who="Ana")
    assert judgements(workspace, TIE) == {}
    assert judged(workspace).table.is_empty()
    assert [each["verdict"] for each in Journal(workspace).entries("judge")] == [
        "confirm", "reject", "withdraw",
    ]  # fmt: skip


def test_a_cluster_that_changed_is_judged_anew(workspace: Workspace) -> None:
    assert judge_cluster(workspace, "C1", "confirm", why=None, who="Ana", **SEEN)
    assert not judge_cluster(workspace, "C1", "confirm", why=None, who="Ana", **SEEN)
    grown = SEEN | {"members": ["x:a", "x:b", "x:c"]}
    assert judge_cluster(workspace, "C1", "confirm", why=None, who="Ana", **grown)
    assert confirmed_members(workspace) == {"x:a", "x:b", "x:c"}


def test_legality_is_kept_apart_from_what_detection_obeys(workspace: Workspace) -> None:
    judge_legality(workspace, "C1", "contrary", why="Act 5, section 21", who="Ana", **SEEN)
    assert not judge_legality(
        workspace, "C1", "contrary", why="Act 5, section 21", who="Ana", **SEEN
    )
    judge_legality(workspace, "C1", "permitted", why="permit 12-B", who="Ben", **SEEN)
    assert judged(workspace).table.is_empty()
    assert judgements(workspace, CLUSTER) == {}
    (row,) = judged_legality(workspace).to_dicts()
    assert (row["first"], row["verdict"], row["by"], row["why"]) == (
        "C1", "permitted", "Ben", "permit 12-B",
    )  # fmt: skip
    assert row["members"] == ["x:a", "x:b"]
    assert [each["why"] for each in Journal(workspace).entries("judge")] == [
        "Act 5, section 21", "permit 12-B",
    ]  # fmt: skip
    assert judge_legality(workspace, "C1", "withdraw", why=None, who="Ana", **SEEN)
    assert judged_legality(workspace).is_empty()
    assert judgements(workspace, LEGALITY) == {}


@pytest.mark.parametrize("why", [None, "", "  "])
def test_legality_without_a_law_is_not_noted(workspace: Workspace, why: str | None) -> None:
    with pytest.raises(UsageError, match="without the law or permit"):
        judge_legality(workspace, "C1", "unclear", why=why, who="Ana", **SEEN)
    assert Journal(workspace).entries("judge") == []


def test_each_kind_has_its_own_verdicts(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="cannot be judged 'contrary'"):
        judge_cluster(workspace, "C1", "contrary", why="a law", who="Ana", **SEEN)
    with pytest.raises(UsageError, match="cannot be judged 'confirm'"):
        judge_legality(workspace, "C1", "confirm", why="a law", who="Ana", **SEEN)
    assert Journal(workspace).entries("judge") == []


def test_an_account_judged_under_a_key_given_up_stands_under_the_one_in_use(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "standing_accounts", lambda *_: {"x:@a": "x:1", "x:@b": "x:2"})
    judge_pair(workspace, "tie", ("x:@a", "x:3"), "reject", why=None, who="Ana")
    judge_cluster(workspace, "C1", "confirm", snapshot="s", members=["x:@b", "x:4"], why=None,
                  who="Ana")  # fmt: skip
    cluster, tie = judged(workspace).table.to_dicts()
    assert (tie["first"], tie["second"]) == ("x:1", "x:3")
    assert cluster["members"] == ["x:2", "x:4"]
