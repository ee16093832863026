"""Private servers of their own for the tests that stop, kill and move them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import server
from graph.server_connection import Connection
from graph.server_process import stop_all
from graph.workspace import Workspace, open_workspace


@pytest.fixture(scope="session")
def server_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with a private server, in a folder whose name is awkward on purpose."""
    made = open_workspace(tmp_path_factory.mktemp("server") / "Fall 7: Vögel, 鳥 & 'más' #1")
    yield made
    stop_all(made.neo4j)


@pytest.fixture
def own_connection(server_workspace: Workspace) -> Connection:
    """The server of that workspace, running."""
    return server.start(server_workspace)


@pytest.fixture
def fresh_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace whose server has never run."""
    made = open_workspace(tmp_path / "fresh")
    yield made
    stop_all(made.neo4j)
