"""Workspaces without a server, for the tests that start one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.server.process import stop_all
from graph.workspace import Workspace, open_workspace


@pytest.fixture
def fresh_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace whose server has never run."""
    made = open_workspace(tmp_path / "fresh")
    yield made
    stop_all(made.neo4j)
