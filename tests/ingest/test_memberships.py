"""When an account came to a group and left it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from ingest.memberships import summarised

DAY = datetime(2026, 3, 1, tzinfo=UTC)
Said = list[tuple[str | None, int]]


def summary(said: Said) -> dict[str, object]:
    """Sum up events (null: it belongs) on days; days instead of times."""
    rows = [{"role": None, "event": event, "seen_at": DAY + timedelta(days=n)} for event, n in said]
    schema = {"role": pl.String, "event": pl.String, "seen_at": pl.Datetime("us", "UTC")}
    found = pl.DataFrame(rows, schema=schema).select(summarised()).row(0, named=True)
    return {
        name: (found[name] - DAY).days if found[name] else None
        for name in ("first_seen", "last_seen", "joined_at", "left_at")
    }


@pytest.mark.parametrize(
    ("said", "left_at"),
    [
        ([("joined", 1), (None, 3)], None),
        ([("joined", 1), (None, 3), ("left", 5)], 5),
        ([("left", 5)], 5),
        ([("joined", 1), ("left", 5), ("joined", 8)], None),
        ([("joined", 1), ("left", 5), (None, 6), ("left", 9)], 9),
        ([(None, 5), ("left", 5)], 5),
    ],
)
def test_left_is_what_was_known_last(said: Said, left_at: int | None) -> None:
    found = summary(said)
    assert found["left_at"] == left_at
    assert found["first_seen"] == min(day for _, day in said)
    assert found["last_seen"] == max(day for _, day in said)


@pytest.mark.parametrize(
    ("said", "joined_at"),
    [
        ([(None, 3)], None),
        ([(None, 1), ("joined", 3)], 3),
        ([("joined", 1), ("left", 5), ("joined", 8)], 8),
    ],
)
def test_joined_is_when_a_source_says_so_last(said: Said, joined_at: int | None) -> None:
    assert summary(said)["joined_at"] == joined_at
