"""Keys that are most like one that is not there."""

from __future__ import annotations

from typing import Literal

from rapidfuzz.distance import OSA

from graph.lookup.lucene import nearest_query
from graph.store import GraphStore

CANDIDATES = 50
LONGEST_TEXT = 300


def nearest_keys(
    store: GraphStore,
    query: Literal["group_nearest", "detail_nearest"],
    text: str,
    *,
    limit: int = 5,
) -> list[str]:
    """Find keys most like what was asked for, the nearest first.

    Parameters
    ----------
    store : GraphStore
    query : str
        Which kind of thing to look through.
    text : str
        What was asked for; its first 300 characters count.
    limit : int
        Most keys.
    """
    wanted = text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")
    words = nearest_query(wanted)
    if not words:
        return []
    rows = store.run(query, words=words, limit=CANDIDATES)
    likeness = {
        row["key"]: max(
            OSA.normalized_similarity(wanted.lower(), row["key"].lower()),
            OSA.normalized_similarity(wanted.lower(), row["label"].lower()),
        )
        for row in rows
    }
    return sorted(likeness, key=lambda key: (-likeness[key], key))[:limit]
