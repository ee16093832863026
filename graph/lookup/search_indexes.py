"""The indexes that a search needs: made where they are missing, and awaited."""

from __future__ import annotations

from graph.errors import StoreError
from graph.store import GraphStore

INDEXES = {
    "accounts": "schema_account_words",
    "details": "schema_detail_words",
    "detail_value": "schema_detail_value",
    "groups": "schema_group_words",
    "post_words": "schema_post_words",
}
OUTDATED = {"posts": "schema_drop_posts_words"}
ONLINE, FAILED = "ONLINE", "FAILED"
PATIENCE_SECONDS = 5


def prepare_search(store: GraphStore) -> None:
    """See to it that the indexes of a search can be used; a graph of an earlier version lacks some.

    Parameters
    ----------
    store : GraphStore

    Raises
    ------
    StoreError
        If one is still being made, with how far it is; or if Neo4j could not make it.
    """
    there = _look(store)
    wrong = [schema for name, schema in INDEXES.items() if name not in there]
    wrong += [schema for name, schema in OUTDATED.items() if name in there]
    if wrong:
        for schema in wrong:
            store.run(schema)
        _await(store)
        there = _look(store)
    for name in INDEXES:
        state, percent = there.get(name, (FAILED, 0.0))
        if state == FAILED:
            raise StoreError(
                f"Neo4j could not make the search index {name}; run `spoor rebuild`, which makes "
                "the graph again from the archive."
            )
        if state != ONLINE:
            raise StoreError(
                f"The search index {name} is being made, {percent:.0f}% of it is there; search "
                "again in a minute."
            )


def _look(store: GraphStore) -> dict[str, tuple[str, float]]:
    """State of the indexes that are there, and how much of each, in per cent."""
    rows = store.run("search_indexes", names=[*INDEXES, *OUTDATED])
    return {row["key"]: (row["state"], row["percent"] or 0.0) for row in rows}


def _await(store: GraphStore) -> None:
    """Wait a moment, which is enough for small graphs."""
    try:
        store.run("await_indexes", seconds=PATIENCE_SECONDS)
    except StoreError:
        return
