"""Whether the graph was made for what is declared our own side now."""

from __future__ import annotations

import hashlib
import json

from graph.emptying import MadeFor, made_for
from graph.errors import StoreError
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.extraction import extractor_of
from ingest.own import own_accounts


def decided_now(workspace: Workspace) -> str | None:
    """Give the fingerprint of what is declared our own side's; None: nothing is."""
    own = sorted(own_accounts(workspace))
    told = json.dumps(own).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:16] if own else None


def to_be_made_for(workspace: Workspace) -> MadeFor:
    """Work out from the archive what the graph has to be made for."""
    decided = decided_now(workspace)
    extractor = extractor_of(workspace).version
    if decided is None:
        return MadeFor(None, None, extractor)
    from ingest.screened import Screened

    screen = Screened(workspace).screen
    return MadeFor(decided, screen.fingerprint if screen else None, extractor)


def check_own_side(workspace: Workspace, store: GraphStore) -> None:
    """Refuse a graph that may show our own side.

    Raises
    ------
    StoreError
        If something else was declared our own side's when the graph was made.
    """
    made = made_for(store, workspace.id)
    if (made.decided if made else None) != decided_now(workspace):
        raise StoreError(
            f"{workspace.root}: the graph has yet to be made again without your own side; "
            "wait until that is done, or run `spoor rebuild`, which does it."
        )
