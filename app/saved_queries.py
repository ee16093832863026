"""Saved queries for the pages: those that name nothing of our own side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ingest.own import own_accounts
from ingest.saved_queries import SavedQuery, saved_queries, versions

if TYPE_CHECKING:
    from graph.workspace import Workspace


def shown_queries(workspace: Workspace) -> list[SavedQuery]:
    """List what is saved; a question that names one of our own accounts is not shown."""
    own = own_accounts(workspace)
    return [each for each in saved_queries(workspace) if not _names(each, own)]


def shown_versions(workspace: Workspace, query: str) -> list[SavedQuery]:
    """List every version of a saved question, the latest first, as `shown_queries` does."""
    own = own_accounts(workspace)
    return [each for each in versions(workspace, query) if not _names(each, own)]


def _names(query: SavedQuery, own: frozenset[str]) -> bool:
    """Whether a question names one of some keys."""
    said = f"{query.name}\n{query.text}\n{json.dumps(query.parameters, ensure_ascii=False)}".lower()
    return any(key.lower() in said for key in own)
