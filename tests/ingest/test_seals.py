"""Seals in the journal: put, put otherwise, lifted with a reason."""

from __future__ import annotations

import pytest

from graph.errors import NotFound, UsageError
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.seals import ACCOUNT, PICTURE, POST, lift_seal, put_seal, seals


def test_a_seal_says_who_why_and_when(workspace: Workspace) -> None:
    assert put_seal(workspace, PICTURE, "image:1", "minor", why="a child", who="ana")
    assert not put_seal(workspace, PICTURE, "image:1", "minor", why="a child", who="ben")
    assert put_seal(workspace, POST, "post:1", "victim", why=None, who="ben")
    found = seals(workspace)
    seal = found.of(PICTURE, "image:1")
    assert seal is not None
    assert (seal.by, seal.ground, seal.why) == ("ana", "minor", "a child")
    assert seal.at == Journal(workspace).entries("seal")[0]["at"]
    assert list(found.posts) == ["post:1"]
    assert found.of(ACCOUNT, "image:1") is None


def test_a_seal_is_lifted_with_a_reason_and_may_be_put_again(workspace: Workspace) -> None:
    put_seal(workspace, POST, "post:1", "other", why=None, who="ana")
    with pytest.raises(UsageError):
        lift_seal(workspace, POST, "post:1", why=" ", who="ben")
    lift_seal(workspace, POST, "post:1", why="an empty cage", who="ben")
    assert not seals(workspace).posts
    with pytest.raises(NotFound):
        lift_seal(workspace, POST, "post:1", why="again", who="ben")
    put_seal(workspace, POST, "post:1", "other", why=None, who="ana")
    assert list(seals(workspace).posts) == ["post:1"]


def test_what_an_accounts_category_seals_can_be_lifted(workspace: Workspace) -> None:
    assert lift_seal(workspace, ACCOUNT, "x:1", why="only cages", who="ana") is None
    assert seals(workspace).lifted == {"x:1"}
    put_seal(workspace, ACCOUNT, "x:1", "victim", why=None, who="ben")
    assert seals(workspace).lifted == frozenset()


@pytest.mark.parametrize(("kind", "ground"), [("group", "minor"), (POST, "boredom")])
def test_only_known_kinds_and_grounds(workspace: Workspace, kind: str, ground: str) -> None:
    with pytest.raises(UsageError):
        put_seal(workspace, kind, "k", ground, why=None, who="ana")
