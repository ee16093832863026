"""A planted graph with one detection, for looking things up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.results import write_results
from graph.server.connection import Connection
from graph.store import GraphStore
from tests.graph.planted_graph import detection, plant


@pytest.fixture
def empty_store(clean_connection: Connection) -> Iterator[GraphStore]:
    with GraphStore(clean_connection) as opened:
        opened.ensure_schema()
        yield opened


@pytest.fixture
def store(empty_store: GraphStore) -> GraphStore:
    plant(empty_store)
    write_results(empty_store, detection())
    return empty_store
