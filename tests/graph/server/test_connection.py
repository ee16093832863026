"""Another Neo4j, named in the environment, is used but never started or stopped."""

from __future__ import annotations

import pytest

from graph import server
from graph.errors import StoreUnavailable
from graph.server.connection import Connection
from graph.workspace import Workspace
from tests.graph.servers import (
    one_sentence,
)

pytestmark = pytest.mark.slow


class TestAnotherNeo4j:
    """``NEO4J_URI`` and its companions point elsewhere."""

    @pytest.fixture(autouse=True)
    def elsewhere(self, own_connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NEO4J_URI", own_connection.uri)
        monkeypatch.setenv("NEO4J_PASSWORD", own_connection.password)

    def test_is_used_and_nothing_is_started(
        self, own_connection: Connection, fresh_workspace: Workspace
    ) -> None:
        before = sorted(fresh_workspace.root.rglob("*"))
        assert server.connect(fresh_workspace) == own_connection
        found = server.status(fresh_workspace)
        assert (found.running, found.uri, found.pid) == (True, own_connection.uri, None)
        assert found.version is not None
        assert found.version.startswith("5.")
        assert sorted(fresh_workspace.root.rglob("*")) == before

    def test_is_neither_started_nor_stopped(self, fresh_workspace: Workspace) -> None:
        for act in (server.start, server.stop):
            with pytest.raises(StoreUnavailable, match="unset NEO4J_URI") as caught:
                act(fresh_workspace)
            one_sentence(caught.value)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("NEO4J_USERNAME", "somebody"),
            ("NEO4J_PASSWORD", "wrong"),
            ("NEO4J_DATABASE", "nosuch"),
            ("NEO4J_URI", "bolt://127.0.0.1:1"),
            ("NEO4J_URI", "127.0.0.1:7687"),
            ("NEO4J_URI", "http://127.0.0.1:7474"),
        ],
    )
    def test_that_cannot_be_used_is_named(
        self, fresh_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, name: str, value: str
    ) -> None:
        monkeypatch.setenv(name, value)
        with pytest.raises(StoreUnavailable, match=name) as caught:
            server.connect(fresh_workspace)
        one_sentence(caught.value)
        found = server.status(fresh_workspace)
        assert (found.running, found.version) == (False, None)
