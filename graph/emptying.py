"""Emptying the graph so that it can be made again, and the mark of what it was made for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from graph.store import GraphStore

AT_A_TIME = {"remove_posts": 5_000, "remove_relationships": 20_000, "remove_nodes": 20_000}

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class MadeFor:
    """What a graph was made for, so that it can be told when it has to be made again.

    Attributes
    ----------
    decided : str or None
        Fingerprint of what was declared our own side's; None: nothing.
    screened : str or None
        Fingerprint of all that was left out and hidden for it; None: nothing.
    extractor : str or None
        Version of what the texts were read with.
    """

    decided: str | None
    screened: str | None
    extractor: str | None


BEING_EMPTIED = MadeFor("being emptied", "being emptied", "being emptied")


def made_for(store: GraphStore, workspace_id: str) -> MadeFor | None:
    """Read what a workspace's graph was made for; None: there is none yet."""
    found = store.run("graph_made_for", workspace_id=workspace_id)
    return MadeFor(**{name: found[0][name] for name in MadeFor.__annotations__}) if found else None


def mark_made_for(store: GraphStore, workspace_id: str, wanted: MadeFor) -> None:
    """Note what a workspace's graph is being made for."""
    store.claim(workspace_id)
    store.run("mark_graph_made_for", workspace_id=workspace_id, **asdict(wanted))


def empty(
    store: GraphStore, workspace_id: str, then: MadeFor, progress: Progress | None = None
) -> None:
    """Take everything out of a workspace's graph, in bounded transactions.

    Parameters
    ----------
    store : GraphStore
        The workspace's own.
    workspace_id : str
        Whose graph it is.
    then : MadeFor
        What the graph is to be made for next.
    progress : callable, optional
        Called with (steps done, steps in all).

    Raises
    ------
    StoreError, StoreUnavailable
        If the database is another workspace's, refuses, or goes away. The mark then says that the
        graph is being emptied: call again.
    """
    mark_made_for(store, workspace_id, BEING_EMPTIED)
    for step, (name, limit) in enumerate(AT_A_TIME.items()):
        if progress is not None:
            progress(step, len(AT_A_TIME))
        while store.run(name, limit=limit)[0]["removed"]:
            pass
    mark_made_for(store, workspace_id, then)
    if progress is not None:
        progress(len(AT_A_TIME), len(AT_A_TIME))
