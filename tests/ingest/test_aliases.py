"""Which key stands for an account or a group that has several."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from graph.records import ALIASES
from ingest.aliases import Aliases, aliases_of

DAY = datetime(2026, 3, 1, tzinfo=UTC)


def stated(*rows: tuple[str, str, str, int]) -> pl.DataFrame:
    """Statements: kind, key, later key, day."""
    return pl.DataFrame(
        [
            {"kind": kind, "key": key, "same_as": later, "seen_at": DAY + timedelta(days=day)}
            for kind, key, later, day in rows
        ],
        schema={name: ALIASES[name] for name in ("kind", "key", "same_as", "seen_at")},
    )


def active(**days: int) -> pl.DataFrame:
    """When each account was last active."""
    seen = [DAY + timedelta(days=day) for day in days.values()]
    return pl.DataFrame(
        {"account_key": list(days), "last_seen": seen},
        schema={"account_key": pl.String, "last_seen": pl.Datetime("us", "UTC")},
    )


def test_the_latest_number_stands_for_all_before_it() -> None:
    changes = stated(("account", "a", "b", 1), ("account", "b", "c", 5))
    found = aliases_of(changes, active(a=0, b=4, c=9))
    assert found.accounts == {"a": "c", "b": "c"}
    assert found.groups == {}


def test_a_number_taken_over_by_somebody_else_stays_itself() -> None:
    assert aliases_of(stated(("account", "a", "b", 1)), active(a=90, b=80)).accounts == {}


def test_groups_and_accounts_of_one_name_are_told_apart() -> None:
    found = aliases_of(stated(("group", "x", "y", 1)), active(x=50))
    assert (found.accounts, found.groups) == ({}, {"x": "y"})


def test_there_and_back_again_ends_at_the_last() -> None:
    found = aliases_of(stated(("group", "x", "y", 1), ("group", "y", "x", 2)), active())
    assert found.groups == {"y": "x"}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 9)), max_size=12))
def test_whoever_stands_for_others_stands_for_itself(drawn: list[tuple[int, int, int]]) -> None:
    rows = [("group", f"g{a}", f"g{b}", day) for a, b, day in drawn]
    standing = aliases_of(stated(*rows), active()).groups
    assert not set(standing) & set(standing.values())
    for _, key, later, _ in rows:
        assert standing.get(key, key) == standing.get(later, later)


def test_tables_without_the_columns_are_left_alone() -> None:
    frame = pl.LazyFrame({"account_key": ["a", "z", None], "text": ["a", "b", "c"]})
    resolved = Aliases(accounts={"a": "b"}, groups={"a": "q"}).resolved(frame).collect()
    assert resolved["account_key"].to_list() == ["b", "z", None]
    assert resolved["text"].to_list() == ["a", "b", "c"]
