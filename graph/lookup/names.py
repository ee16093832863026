"""What clusters' members and groups are called, for lists that would else show keys."""

from __future__ import annotations

from collections.abc import Sequence

from graph.store import GraphStore


def member_names(store: GraphStore, keys: Sequence[str], *, most: int = 3) -> dict[str, list[str]]:
    """Name some members of clusters, by the clusters' keys; the steadiest members first."""
    rows = store.run("cluster_names", keys=list(keys), most=most)
    return {row["key"]: row["names"] for row in rows}


def group_names(store: GraphStore, keys: Sequence[str]) -> dict[str, str]:
    """Name groups by their keys; those that no source names are absent."""
    rows = store.run("group_names", keys=list(keys))
    return {row["key"]: row["group_name"] for row in rows}
