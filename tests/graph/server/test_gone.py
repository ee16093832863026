"""A store whose server goes away and comes back."""

from __future__ import annotations

import pytest

from graph import server
from graph.errors import StoreUnavailable
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace
from tests.graph.servers import one_sentence, run

pytestmark = pytest.mark.slow


def test_a_server_that_goes_away_is_a_sentence(
    server_workspace: Workspace, own_connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.RETRY_SECONDS", 1.0)
    run(own_connection, "MATCH (n) DETACH DELETE n")
    with GraphStore(own_connection) as store:
        assert store.run("overview_counts")[0]["accounts"] == 0
        server.stop(server_workspace)
        with pytest.raises(StoreUnavailable) as raised:
            store.run("overview_counts")
        one_sentence(raised.value)
        again = server.start(server_workspace)
    with GraphStore(again) as store:
        assert store.run("overview_counts")[0]["accounts"] == 0
