"""Keeping a mapping that a person chose, for tables with the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.saved_mappings import save_mapping


def keep_mapping(workspace: Workspace, text: str, columns: Sequence[str], who: str) -> Path:
    """Keep a mapping in the workspace, and note who did.

    Raises
    ------
    WorkspaceBusy
        If another command is writing to the workspace.
    """
    with workspace.writer(wait=False):
        path = save_mapping(workspace, text, list(columns))
        Journal(workspace).append("keep mapping", who, output=str(path))
    return path
