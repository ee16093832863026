"""Posts that name a taxon."""

from __future__ import annotations

from graph.lookup.posts import Post, find_posts
from graph.store import GraphStore

REACH = 5_000
"""Posts that are looked at for the newest."""


def newest_naming(store: GraphStore, taxon: str, *, limit: int) -> list[Post]:
    """Give the newest of the posts that name a taxon, by its key; of very many, of some of them."""
    rows = store.run(
        "search_naming",
        keys=[taxon],
        reach=REACH,
        platform=None,
        since=None,
        until=None,
        limit=limit,
    )
    return find_posts(store, [row["key"] for row in rows])
