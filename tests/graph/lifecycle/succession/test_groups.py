"""Successor groups: the members of a group that ended meet again in a new one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl

from graph.judged import JUDGED, Judged
from graph.lifecycle.succession.groups import SUCCESSOR_GROUPS, find_successor_groups
from graph.tables import Tables
from tests.graph.lifecycle.succession.bans import seen
from tests.graph.tables_made import GROUPS, MEMBERSHIPS, made, on, post, table

OLD, NEW, LIVING, FAR = (f"telegram:group:{number}" for number in range(1, 5))
NAMES = {OLD: "Kicau Sayap Senja", NEW: "Sayap Senja 2", LIVING: "Pasar Rakyat", FAR: "Ekor Merah"}


def met(group: str, accounts: range, start: int, end: int) -> list[dict[str, Any]]:
    """Posts of accounts in a group, one each every five days."""
    return [
        post(f"{group} {account} {day}", f"telegram:user{account}", "hello", day=day,
             group_key=group)
        for day in range(start, end, 5) for account in accounts
    ]  # fmt: skip


def known(
    *posts: list[dict[str, Any]], names: dict[str, str] | None = None, roles: Any = ()
) -> Tables:
    """Tables of some groups."""
    rows = [row for each in posts for row in each]
    groups = [{"group_key": key, "platform": "telegram", "name": name}
              for key, name in (names or {}).items()]  # fmt: skip
    tables = made(posts=rows, groups=groups)
    held = table(MEMBERSHIPS, [{"account_key": account, "group_key": group, "role": "admin"}
                               for account, group in roles])  # fmt: skip
    return replace(
        tables,
        groups=table(GROUPS, groups),
        memberships=held,
        seen=seen(tables.posts),
        as_of=f"{on(99):%Y-%m-%d}",
    )


def found(tables: Tables) -> list[tuple[str, str]]:
    """New and old groups."""
    successors = find_successor_groups(tables, since=on(60))
    assert successors.schema == SUCCESSOR_GROUPS
    return list(successors.select("group_key", "of").iter_rows())


BACKGROUND = met(LIVING, range(100, 140), 0, 100)
MOVED = (met(OLD, range(20), 0, 61), met(NEW, range(4, 24), 63, 100))


def test_a_group_whose_posters_and_name_go_on_in_another() -> None:
    tables = known(BACKGROUND, *MOVED, names=NAMES)
    assert found(tables) == [(NEW, OLD)]
    (row,) = find_successor_groups(tables, since=on(60)).to_dicts()
    assert row["sentence"] == (
        "Group “Sayap Senja 2” may be the successor of “Kicau Sayap Senja”, not collected or not "
        "active since 2026-04-30: first seen on 2026-05-03."
    )
    assert "16 of its 20 posters (80%) posted in the other." in row["reasons"]


def test_a_group_that_goes_on_has_no_successor() -> None:
    goes_on = met(OLD, range(20), 0, 100)
    assert found(known(BACKGROUND, goes_on, MOVED[1], names=NAMES)) == []


def test_a_new_group_that_shares_as_much_with_a_living_one_is_one_of_the_market() -> None:
    unnamed = known(*MOVED, met(FAR, range(24), 0, 100), BACKGROUND)
    assert found(unnamed) == []
    assert found(known(*MOVED, BACKGROUND)) == [(NEW, OLD)]


def test_strangers_under_another_name_are_no_successors() -> None:
    strangers = met(NEW, range(50, 70), 63, 100)
    names = {**NAMES, NEW: "Satu Hati"}
    assert found(known(BACKGROUND, MOVED[0], strangers, names=names)) == []


def test_the_same_administrator_and_name() -> None:
    strangers = met(NEW, range(50, 70), 63, 100)
    runs = [("telegram:user7", OLD), ("telegram:user7", NEW)]
    tables = known(BACKGROUND, MOVED[0], strangers, names=NAMES, roles=runs)
    assert found(tables) == [(NEW, OLD)]
    (reasons,) = find_successor_groups(tables, since=on(60))["reasons"].to_list()
    assert "One account runs both." in reasons


def test_the_order_of_rows_changes_nothing() -> None:
    tables = known(BACKGROUND, *MOVED, names=NAMES)
    turned = replace(tables, posts=tables.posts.reverse(), seen=tables.seen.reverse())
    one, other = (find_successor_groups(each, since=on(60)) for each in (tables, turned))
    assert one.equals(other)
    assert isinstance(one, pl.DataFrame)


def said(verdict: str, new: str, old: str) -> Judged:
    """A judgement of a succession."""
    row = {"kind": "successor", "first": new, "second": old, "verdict": verdict, "by": "A",
           "at": "2026-05-01T00:00:00+00:00", "why": None, "members": []}  # fmt: skip
    return Judged(pl.DataFrame([row], schema=JUDGED))


def test_what_a_person_said_of_groups_goes_with_them_and_counts() -> None:
    tables = known(BACKGROUND, *MOVED, names=NAMES)
    (alone,) = find_successor_groups(tables, since=on(60)).to_dicts()
    assert alone["judged"] is None
    rejected = find_successor_groups(tables, since=on(60), judged=said("reject", NEW, OLD))
    assert rejected["judged"].to_list() == ["reject"]
    weak = known(BACKGROUND, MOVED[0], met(NEW, [*range(17, 20), *range(50, 70)], 63, 100))
    assert found(weak) == []
    confirmed = find_successor_groups(weak, since=on(60), judged=said("confirm", NEW, OLD))
    assert [(row["group_key"], row["of"], row["judged"]) for row in confirmed.to_dicts()] == [
        (NEW, OLD, "confirm")
    ]


def test_a_rejected_group_explains_nothing_else() -> None:
    other = "telegram:group:8"
    names = {**NAMES, other: NAMES[OLD]}
    tables = known(BACKGROUND, *MOVED, met(other, range(20), 0, 61), names=names)
    before = find_successor_groups(tables, since=on(60)).filter(of=OLD)["score"].to_list()
    after = find_successor_groups(tables, since=on(60), judged=said("reject", NEW, other))
    assert not before or before[0] < after.filter(of=OLD)["score"].item()
    assert after.filter(of=OLD)["score"].item() > 0
