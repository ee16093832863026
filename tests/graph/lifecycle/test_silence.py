"""Silence counts observed days only, against what is usual for whoever is silent."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from graph.lifecycle.observed import observed_clock, read_clock
from graph.lifecycle.silence import (
    LEAST_PATIENCE_DAYS,
    MOST_PATIENCE_DAYS,
    measure_silence,
)

START = date(2026, 1, 1)
SCHEMA = pl.Schema(
    {"owner": pl.String(), "place": pl.String(), "day": pl.Date(), "posts": pl.Int64()}
)
DAYS = st.sets(st.integers(0, 200), min_size=1, max_size=40)


def on(day: int) -> date:
    return START + timedelta(days=day)


def seen(owner: str, place: str, days: range | list[int]) -> list[tuple[str, str, date, int]]:
    return [(owner, place, on(day), 1) for day in days]


def silence(rows: list[tuple[str, str, date, int]], end: int) -> dict[str, dict[str, object]]:
    frame = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    found = measure_silence(frame, observed_clock(frame), on(end))
    return {row["owner"]: row for row in found.to_dicts()}


def test_who_is_silent_while_others_post_is_gone() -> None:
    crowd = seen("crowd", "g", range(101))
    found = silence(crowd + seen("a", "g", range(0, 60, 2)), 100)
    assert found["a"]["status"] == "gone"
    assert found["a"]["silent_days"] == 42
    assert found["crowd"]["status"] == "active"


def test_a_place_that_nobody_looked_at_tells_nothing() -> None:
    crowd = seen("crowd", "g", range(60)) + seen("crowd", "h", range(101))
    found = silence(crowd + seen("a", "g", range(0, 60, 2)), 100)
    assert found["a"]["status"] == "unobserved"
    assert found["a"]["silent_days"] == 1


def test_weeks_without_collection_do_not_count() -> None:
    crowd = seen("crowd", "g", [*range(61), *range(95, 101)])
    found = silence(crowd + seen("a", "g", range(0, 60, 2)), 100)
    assert found["a"]["status"] == "unobserved"
    assert found["a"]["silent_days"] == 2 + 6


def test_a_place_counts_by_its_share_in_the_posts() -> None:
    crowd = seen("crowd", "g", range(40)) + seen("crowd", "h", range(101))
    found = silence(crowd + seen("a", "g", range(30)) + seen("a", "h", range(30, 40)), 100)
    assert found["a"]["silent_days"] == 61 * 10 / 40


def test_who_posts_seldom_is_given_more_time() -> None:
    crowd = seen("crowd", "g", range(201))
    found = silence(crowd + seen("a", "g", range(0, 101, 10)) + seen("b", "g", range(101)), 150)
    assert found["a"]["status"] == "active"
    assert found["b"]["status"] == "gone"
    assert found["a"]["patience_days"] == 8 * (100 + 7) / 11


@given(DAYS, st.integers(0, 60))
def test_patience_is_bounded_and_the_last_day_is_active(days: set[int], later: int) -> None:
    rows = seen("a", "g", sorted(days))
    found = silence(rows, max(days) + later)["a"]
    assert LEAST_PATIENCE_DAYS <= float(str(found["patience_days"])) <= MOST_PATIENCE_DAYS
    assert found["status"] != "gone", "nobody else shows that the place was observed"
    assert silence(rows, max(days))["a"]["status"] == "active"


@given(DAYS, DAYS)
def test_strangers_elsewhere_change_nothing(days: set[int], others: set[int]) -> None:
    rows = seen("a", "g", sorted(days))
    alone = silence(rows, 260)["a"]
    assert silence(rows + seen("b", "h", sorted(others)), 260)["a"] == alone


@given(DAYS)
def test_the_clock_runs_no_faster_than_days_and_never_back(days: set[int]) -> None:
    rows = pl.DataFrame(seen("a", "g", sorted(days)), schema=SCHEMA, orient="row")
    asked = pl.DataFrame({"place": ["g"] * 220, "day": [on(day) for day in range(220)]})
    read = read_clock(observed_clock(rows), asked, "day").to_list()
    steps = [b - a for a, b in pairwise(read)]
    assert set(steps) <= {0, 1}
    assert read[-1] >= len(days)
