"""Emptying the graph so that it can be made again, and the mark of what it was made for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from graph.store import GraphStore

AT_A_TIME = {"remove_posts": 5_000, "remove_relationships": 20_000, "remove_nodes": 20_000}

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class MadeFor:
    """Without which own side a graph was made.

    Attributes
    ----------
    decided : str or None
        Fingerprint of what was declared our own side's; None: nothing.
    screened : str or None
        Fingerprint of all that was left out and hidden for it; None: nothing.
    """

    decided: str | None
    screened: str | None


BEING_EMPTIED = MadeFor("being emptied", "being emptied")


def made_for(store: GraphStore, workspace_id: str) -> MadeFor:
    """Read without which own side a workspace's graph was made."""
    found = store.run("graph_made_for", workspace_id=workspace_id)
    return MadeFor(found[0]["decided"], found[0]["screened"]) if found else MadeFor(None, None)


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
    store.claim(workspace_id)
    store.run("mark_graph_made_for", workspace_id=workspace_id, **asdict(BEING_EMPTIED))
    for step, (name, limit) in enumerate(AT_A_TIME.items()):
        if progress is not None:
            progress(step, len(AT_A_TIME))
        while store.run(name, limit=limit)[0]["removed"]:
            pass
    store.run("mark_graph_made_for", workspace_id=workspace_id, **asdict(then))
    if progress is not None:
        progress(len(AT_A_TIME), len(AT_A_TIME))
