"""Watches in the journal: numbered once, the last word stands, nothing is noted twice."""

from __future__ import annotations

from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.watches import ACCOUNT, CLUSTER, TERM, add_watch, remove_watch, watches


def test_what_is_watched_keeps_its_number(workspace: Workspace) -> None:
    assert add_watch(workspace, ACCOUNT, "x:1", why="a lead", who="ana")
    assert add_watch(workspace, TERM, "Murai Batu", why=None, who="ben")
    assert remove_watch(workspace, ACCOUNT, "x:1", why="done", who="ben")
    assert [each.watch for each in watches(workspace)] == ["W2"]
    assert add_watch(workspace, ACCOUNT, "x:1", why=None, who="cleo")
    first, second = watches(workspace)
    assert (first.watch, first.kind, first.value) == ("W1", ACCOUNT, "x:1")
    assert (first.by, first.why) == ("cleo", None)
    assert (second.watch, second.value, second.by) == ("W2", "Murai Batu", "ben")
    assert Journal(workspace).problems() == []
    assert [entry["kind"] for entry in Journal(workspace).entries()] == [
        "watch", "watch", "unwatch", "watch"
    ]  # fmt: skip


def test_what_is_watched_already_is_not_noted_again(workspace: Workspace) -> None:
    add_watch(workspace, TERM, "Murai Batu", why="a lead", who="ana")
    assert not add_watch(workspace, TERM, "murai  batu", why=None, who="ben")
    assert add_watch(workspace, TERM, "murai batu", why="another lead", who="ben")
    assert len(watches(workspace)) == 1
    assert remove_watch(workspace, TERM, "murai", why=None, who="ana") is None
    assert remove_watch(workspace, TERM, "MURAI BATU", why=None, who="ana")
    assert watches(workspace) == []


def test_a_cluster_is_watched_by_its_members(workspace: Workspace) -> None:
    def add(*members: str) -> bool:
        return add_watch(
            workspace, CLUSTER, "C1", why=None, who="ana", snapshot="s", members=members
        )

    assert add("x:2", "x:1")
    assert not add("x:1", "x:2")
    assert add("x:1", "x:2", "x:3")
    (found,) = watches(workspace)
    assert (found.watch, found.members, found.snapshot) == ("W1", ("x:1", "x:2", "x:3"), "s")
