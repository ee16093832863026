"""Notes that people write about accounts, clusters, groups, contact details and posts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.keys import cluster as cluster_key
from graph.keys import fold
from ingest.notes import CLUSTER, Note, add_note, notes
from ingest.own import own_accounts
from ingest.screened import Screened

if TYPE_CHECKING:
    from graph.store import GraphStore
    from graph.workspace import Workspace


def write_note(
    workspace: Workspace, kind: str, key: str, text: str, *, who: str, snapshot: str | None = None
) -> Note:
    """Note what a person writes about a thing.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        One of `ingest.notes.KINDS`.
    key : str
        Of the account, group, contact detail or post; id of a cluster of the latest snapshot.
    text, who : str
    snapshot : str, optional
        Where a cluster is known to be; otherwise it is looked up in the latest snapshot.

    Raises
    ------
    UsageError
        If the text is empty or too long.
    NotFound
        If the latest snapshot has no such cluster.
    """
    if kind == CLUSTER and snapshot is None:
        from app.watching_clusters import cluster_members

        key, snapshot, _ = cluster_members(workspace, key)
    return add_note(workspace, kind, key, text, who=who, snapshot=snapshot)


def standing_clusters(store: GraphStore, snapshot: str, ids: Sequence[str]) -> set[str]:
    """Tell which of some clusters a snapshot has; ids go on from one detection to the next."""
    wanted = [cluster_key(snapshot, each) for each in ids]
    return {row["id"] for row in store.run("standing_clusters", keys=wanted)} if wanted else set()


def shown_notes(workspace: Workspace) -> list[Note]:
    """Read the notes that stand, the newest first, without those about our own side."""
    standing = notes(workspace)
    if own_accounts(workspace):
        screen = Screened(workspace).screen
        own = screen.accounts | screen.traits.details if screen else frozenset()
        standing = [each for each in standing if each.key not in own]
    return standing[::-1]


def find_notes(standing: Sequence[Note], said: str, kind: str | None = None) -> list[Note]:
    """Find the notes that have all of some words, in their text, key, or writer's name.

    Parameters
    ----------
    standing : sequence of Note
    said : str
        Words, or parts of words, whatever their case; empty finds all.
    kind : str, optional
        Only notes about things of this kind.
    """
    wanted = fold(said).split()
    return [
        each
        for each in standing
        if kind in (None, each.kind)
        and all(word in fold(f"{each.text} {each.key} {each.by}") for word in wanted)
    ]
