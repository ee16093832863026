"""Successions in a real graph: the latest ones, without those that a person rejected."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl
import pytest

from graph.errors import StoreError
from graph.lifecycle.succession.successors import SUCCESSORS
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.successor_results import write_successors
from tests.graph.planted_graph import plant
from tests.graphs import links


@pytest.fixture
def store(clean_connection: Connection) -> Iterator[GraphStore]:
    with GraphStore(clean_connection) as opened:
        plant(opened)
        yield opened


def successors(*pairs: tuple[str, str, str | None]) -> pl.DataFrame:
    """Successions of some accounts."""
    rows = [
        {"account_key": new, "of": old, "at": None, "score": 3.5, "sentence": "It may be.",
         "reasons": ["Only these two show it."], "posts": ["post:facebook:1"], "judged": verdict}
        for new, old, verdict in pairs
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=SUCCESSORS)


def test_the_latest_successions_are_written(
    store: GraphStore, clean_connection: Connection
) -> None:
    first = successors(("facebook:1", "facebook:2", None), ("facebook:3", "facebook:2", "reject"))
    write_successors(store, first, "2026-06-30-aaaa")
    columns = ("score", "reasons", "snapshot")
    reasons = ("Only these two show it.",)
    assert links(clean_connection, "SUCCEEDS", *columns) == {
        ("facebook:1", "facebook:2", 3.5, reasons, "2026-06-30-aaaa")
    }
    for _ in range(2):
        write_successors(store, successors(("facebook:3", "facebook:1", "confirm")), "later")
    assert links(clean_connection, "SUCCEEDS", *columns) == {
        ("facebook:3", "facebook:1", 3.5, reasons, "later")
    }


def test_an_account_that_the_graph_lacks_is_an_error(store: GraphStore) -> None:
    with pytest.raises(StoreError):
        write_successors(store, successors(("facebook:1", "facebook:none", None)), "s")
