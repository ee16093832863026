"""Reasons of ties as the pages say them."""

from __future__ import annotations

from app.views.tie_reasons import sentence_of
from graph.lookup.reasons import Reason


def test_a_group_is_called_by_its_name_where_it_has_one() -> None:
    key = "facebook:group:12"
    told = f"Both belong to the group {key}, which has 9 known members."
    reason = Reason("co_membership", "structure", key, 1.5, True, (), told)
    assert sentence_of(reason, {key: "Bird corner"}) == (
        "Both belong to the group “Bird corner”, which has 9 known members."
    )
    assert sentence_of(reason, {}) == told
