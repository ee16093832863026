"""What is watched and came in with sources that were taken in since a moment."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.watching import Hits
from app.watching_clusters import follow_clusters
from app.watching_words import said_of
from ingest.archive import Archive
from ingest.watches import arrived_in, watches

if TYPE_CHECKING:
    from graph.workspace import Workspace

MOST = 200


def taken_in_since(workspace: Workspace, moment: str) -> list[str]:
    """List the sources taken in since a moment, by their SHA-256.

    Parameters
    ----------
    workspace : Workspace
    moment : str
        UTC, ISO 8601, to the second.
    """
    return [
        each.sha256
        for each in Archive(workspace).sources()
        if each.ingested_at[:19] > moment[:19]
    ]  # fmt: skip


def hits_in(workspace: Workspace, sources: Collection[str], *, most: int = MOST) -> Hits:
    """Find what is watched and is told by some sources for the first time.

    Parameters
    ----------
    workspace : Workspace
        Its sources must have been extracted.
    sources : collection of str
        Their SHA-256.
    most : int
        Most posts in the list.

    Returns
    -------
    Hits
        Of a cluster the posts of those who belonged to it when it was watched, or do now.
    """
    standing = watches(workspace)
    if not standing or not sources:
        return Hits([], {})
    follow = follow_clusters(workspace, standing, None, None)
    found = arrived_in(workspace, follow.watches, sources, most=most)
    return Hits(said_of(workspace, follow, found.shown), dict(found.counts))
