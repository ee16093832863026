"""What was collected week by week, over a planted graph."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graph.lookup.coverage import (
    Covered,
    count_covered_groups,
    last_weeks,
    list_covered_groups,
    list_outside_of_groups,
    read_span,
)
from graph.lookup.overview import incomplete_sources
from graph.store import GraphStore
from tests.graph.planted_graph import SOURCE, plant

MONDAYS = last_weeks("2026-06-28", 4)
BUSY, QUIET = "facebook:group:1", "facebook:group:2"


def millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def add_posts(store: GraphStore, moments: dict[str, datetime], group: str | None) -> None:
    rows = [
        {"key": key, "posted_at": millis(when), "collected_at": None, "is_listing": False,
         "properties": {"platform": "facebook"}}
        for key, when in moments.items()
    ]  # fmt: skip
    about: dict[str, Any] = {"source_key": SOURCE, "done": "1"}
    store.load("load_new_posts", rows, **about)
    if group is not None:
        inside = [{"post_key": key, "group_key": group} for key in moments]
        store.load("load_post_groups", inside, **about)


@pytest.fixture
def planted_weeks(empty_store: GraphStore) -> GraphStore:
    """One group with posts on the edges of weeks, one whose posts are older, and no group."""
    plant(empty_store)
    monday = datetime(2026, 6, 8, tzinfo=UTC)
    edges = {"first": monday, "last": datetime(2026, 6, 14, 23, 59, 59, tzinfo=UTC),
             "next": datetime(2026, 6, 15, tzinfo=UTC)}  # fmt: skip
    add_posts(empty_store, {f"post:a:{name}": when for name, when in edges.items()}, QUIET)
    add_posts(empty_store, {"post:a:old": datetime(2020, 1, 1, tzinfo=UTC)}, QUIET)
    add_posts(empty_store, {"post:a:none": monday}, None)
    return empty_store


def test_weeks_begin_on_mondays_and_end_with_the_latest_day() -> None:
    assert last_weeks("2026-11-15T23:00:00+00:00", 2) == [date(2026, 11, 2), date(2026, 11, 9)]
    assert last_weeks("2026-11-09", 1) == [date(2026, 11, 9)]
    assert len(last_weeks("2026-11-09")) == 26


def test_weeks_of_groups_are_counted_and_gaps_are_no_zeros(planted_weeks: GraphStore) -> None:
    found = list_covered_groups(planted_weeks, MONDAYS)
    assert [each.key for each in found] == [BUSY, QUIET]
    quiet = found[1]
    assert quiet == Covered(QUIET, None, "facebook", 4, (None, 2, 1, None))
    assert found[0].name == "Songbirds"
    assert sum(each or 0 for each in found[0].weeks) == 5
    assert 0 not in found[0].weeks


def test_groups_are_paged(planted_weeks: GraphStore) -> None:
    assert count_covered_groups(planted_weeks) == 2
    second = list_covered_groups(planted_weeks, MONDAYS, skip=1, limit=1)
    assert [each.key for each in second] == [QUIET]
    assert second[0].weeks == (None, 2, 1, None)


def test_what_is_in_no_group_counts_by_platform(planted_weeks: GraphStore) -> None:
    (found,) = list_outside_of_groups(planted_weeks, MONDAYS)
    assert found == Covered("platform:facebook", None, "facebook", 1, (None, 1, None, None))
    assert list_outside_of_groups(planted_weeks, last_weeks("2019-01-01", 4)) == []


def test_what_the_graph_rests_on(planted_weeks: GraphStore) -> None:
    planted_weeks.load(
        "load_source",
        [{"key": "source:bb", "properties": {"known_at_latest": "2026-06-30T10:00:00+00:00"}}],
    )
    found = read_span(planted_weeks)
    assert (found.sources, found.latest) == (2, "2026-06-30T10:00:00+00:00")
    assert incomplete_sources(planted_weeks) == {"source:bb"}


def test_an_empty_graph_rests_on_nothing(empty_store: GraphStore) -> None:
    assert read_span(empty_store).sources == 0
    assert read_span(empty_store).latest is None
    assert list_covered_groups(empty_store, MONDAYS) == []
