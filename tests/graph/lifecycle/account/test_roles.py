"""Members whose role is another one."""

from __future__ import annotations

import polars as pl
import pytest

from graph.lifecycle.account import account_events
from tests.graph.lifecycle.account.worlds import ME, Row, crowd, known, on, regularly, state

ROWS = crowd() + regularly(range(0, 107, 2))


def shown(role: str) -> Row:
    """A role as the dossier tells it."""
    return {"cluster_id": "C1", "account_key": ME, "role": role, "sentence": f"It is {role}.",
            "question": "Is it?", "posts": ["post:telegram:a"]}  # fmt: skip


def turn(day: float) -> Row:
    """Somebody vouches."""
    return {"from_key": "telegram:user9", "to_key": ME, "first_seen": on(day),
            "last_seen": on(day)}  # fmt: skip


def found(was: list[str], now: list[str], day: float = 103) -> pl.DataFrame:
    """Events of a member who had some roles and has others."""
    then, today = known(ROWS, 100), known(ROWS, 107)
    before = state(then, role=was[0], roles=[shown(role) for role in was if role != "member"])
    after = state(today, role=now[0], roles=[shown(role) for role in now if role != "member"],
                  turns=[turn(day)])  # fmt: skip
    return account_events(before, after, {ME}, today)


def test_a_role_that_was_not_shown_before_is_new() -> None:
    (event,) = found(["member"], ["vouched for"]).to_dicts()
    assert (event["kind"], event["value"], event["at"]) == ("new_role", "vouched for", on(103))
    assert event["sentence"] == f"{ME} may have the role “vouched for” now."
    assert event["reasons"] == ["It is vouched for.", "Is it?"]
    (event,) = found(["broker"], ["vouched for"]).to_dicts()
    assert event["sentence"].endswith("before, it was shown as “broker”.")


@pytest.mark.parametrize(
    ("was", "now", "day"),
    [
        (["broker"], ["broker"], 103),
        (["broker"], ["member"], 103),
        (["broker", "vouched for"], ["vouched for", "broker"], 103),
        (["member"], ["vouched for"], 90),
    ],
    ids=["the same", "none now", "was shown beside", "learnt late"],
)
def test_what_is_no_new_role(was: list[str], now: list[str], day: float) -> None:
    assert found(was, now, day).is_empty()
