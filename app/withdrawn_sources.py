"""Whether the graph still shows a source that was withdrawn."""

from __future__ import annotations

from graph import keys
from graph.errors import StoreError
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.withdrawals import withdrawals


def holds_withdrawn(workspace: Workspace, store: GraphStore) -> bool:
    """Whether the graph still shows a source that was withdrawn."""
    gone = [keys.source(sha256) for sha256 in withdrawals(workspace)]
    return bool(gone) and bool(store.run("sources_present", keys=gone))


def check_withdrawn(workspace: Workspace, store: GraphStore) -> None:
    """Refuse a graph that still shows a source that was withdrawn.

    Raises
    ------
    StoreError
        If it does.
    """
    if holds_withdrawn(workspace, store):
        raise StoreError(
            f"{workspace.root}: the graph has yet to be made again without a source that was "
            "withdrawn; wait until that is done, or run `spoor rebuild`, which does it."
        )
