"""A cluster's dossier as plain data, and what is left of it without our own side."""

from __future__ import annotations

from types import SimpleNamespace

import polars as pl

from app.dossier_data import dossier_data, dossier_without_own
from graph.detection import Detection
from tests.graph.planted_graph import detection


def without(account: str, *posts: str) -> Detection:
    """The planted detection without one account of ours, and these posts of it."""
    hide = SimpleNamespace(
        text=lambda column: column.str.replace_all(account, "███", literal=True),
        key=lambda column: column,
    )
    screen = SimpleNamespace(
        accounts=frozenset({account}), posts=frozenset(posts), mask=hide,
        traits=SimpleNamespace(details=frozenset()),
    )  # fmt: skip
    return dossier_without_own(detection(), screen)  # type: ignore[arg-type]


def test_a_dossier_holds_both_sides_of_every_explanation_and_no_verdict() -> None:
    found = dossier_data(detection(), "Cring")
    by_name = {each["name"]: each for each in found["considered"]}
    assert list(by_name) == ["family", "rescue"]
    assert by_name["rescue"]["for"] == [
        {"sentence": "for it.", "times": 1, "posts": ["post:facebook:3"]}
    ]
    assert by_name["family"] == {"name": "family", "for": [], "against": []}
    assert [each["kind"] for each in found["interactions"]] == ["reply", "transfer"]
    assert len(found["measures"]) == 3
    other = dossier_data(detection(), "Cpair")
    assert (other["holds"], other["roles"], other["interactions"]) == ([], [], [])


def test_our_own_account_is_in_nothing_that_is_told() -> None:
    left = without("facebook:1", "post:facebook:3")
    for part in (left.interactions, left.roles, left.holds):
        assert part.is_empty()
    assert "facebook:1" not in left.measures["account_key"]
    assert left.alternatives["posts"].list.len().to_list() == [0, 0]


def test_others_keep_theirs() -> None:
    left, whole = without("facebook:404"), detection()
    for part in ("interactions", "roles", "measures", "holds", "alternatives"):
        assert getattr(left, part).equals(getattr(whole, part)), part
    assert isinstance(left.holds, pl.DataFrame)
