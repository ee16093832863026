from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.lookup.overview import (
    Counts,
    count_everything,
    count_platforms,
    find_snapshot,
    latest_snapshot,
    list_snapshots,
    list_sources,
)
from graph.results import write_results
from graph.store import GraphStore
from tests.graph.planted_graph import SOURCE, detection


def test_counts(store: GraphStore) -> None:
    assert count_everything(store) == Counts(
        accounts=6,
        groups=2,
        posts=5,
        listings=2,
        contact_details=3,
        sources=1,
        incomplete_sources=0,
        ties=3,
    )
    assert list(count_platforms(store).items()) == [("facebook", 5), ("telegram", 1)]


def test_a_source_that_was_cut_off_is_counted(store: GraphStore) -> None:
    store.load("load_source", [{"key": "source:bb", "properties": {}}])
    assert count_everything(store).incomplete_sources == 1


def test_sources(store: GraphStore) -> None:
    assert [(each["key"], each["path"]) for each in list_sources(store)] == [(SOURCE, "week.csv")]


def test_the_latest_snapshot_is_the_one_written_last(store: GraphStore) -> None:
    write_results(store, detection("2026-06-01-cccc"))
    latest = latest_snapshot(store)
    assert latest is not None
    assert (latest.id, latest.as_of, latest.accounts) == ("2026-06-01-cccc", "2026-06-01", 6)
    assert (latest.ties, latest.clusters, latest.complete) == (3, 2, True)
    assert [each.id for each in list_snapshots(store)] == ["2026-06-01-cccc", "2026-06-30-aaaa"]
    assert find_snapshot(store, None) == latest
    assert find_snapshot(store, "2026-06-30-aaaa").is_latest is False
    with pytest.raises(NotFound, match="name one of 2026-06-01-cccc, 2026-06-30-aaaa"):
        find_snapshot(store, "2026-01-01-dddd")


def test_no_snapshot_yet(empty_store: GraphStore) -> None:
    assert latest_snapshot(empty_store) is None
    with pytest.raises(NotFound, match="spoor detect"):
        find_snapshot(empty_store, None)
