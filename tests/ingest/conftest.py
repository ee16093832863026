"""A workspace of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return open_workspace(tmp_path / "workspace")


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """An empty folder for sources."""
    folder = tmp_path / "material"
    folder.mkdir()
    return folder
