"""Hubs: contact details that may serve strangers, such as a courier's number."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import GraphStore


@dataclass(frozen=True)
class Hub:
    """A contact detail that may serve strangers.

    Attributes
    ----------
    key, kind, value : str
    probability : float
        From 0 to 1.
    accounts : int
        How many publish it.
    reasons : tuple of str
        Sentences.
    """

    key: str
    kind: str
    value: str
    probability: float
    accounts: int
    reasons: tuple[str, ...]


def list_hubs(
    store: GraphStore, *, least_probability: float = 0.0, skip: int = 0, limit: int = 100
) -> list[Hub]:
    """List hubs of the latest snapshot, the likeliest first, then by accounts and key."""
    rows = store.run("hubs", least_probability=least_probability, skip=skip, limit=limit)
    return [Hub(**{**row, "reasons": tuple(row["reasons"])}) for row in rows]


def count_hubs(store: GraphStore, *, least_probability: float = 0.0) -> int:
    """Count hubs of the latest snapshot."""
    return int(store.run("hubs_count", least_probability=least_probability)[0]["hubs"])
