"""The posts that give a contact detail: when, and how each writes it."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.lookup.weeks import TIMED, UNKNOWN, newest_first
from graph.store import GraphStore

MOST_READ = 100_000
MOST_WRITINGS = 1_000


@dataclass(frozen=True)
class Writing:
    """A way in which posts write a contact detail.

    Attributes
    ----------
    raw : str or None
        As it is written; None when a source records it outside of the text.
    rule : str or None
        The rules by which it was read.
    posts : int
    confidence_from, confidence_to : float or None
        Of the least and the most certain reading.
    post_key : str
        One of the posts.
    """

    raw: str | None
    rule: str | None
    posts: int
    confidence_from: float | None
    confidence_to: float | None
    post_key: str


@dataclass(frozen=True)
class DetailPosts:
    """Posts that give a contact detail.

    Attributes
    ----------
    rows : polars.DataFrame
        ``post_key posted_at``, the newest first.
    is_cut : bool
        There are more posts than were read.
    """

    rows: pl.DataFrame
    is_cut: bool

    def keys(self, *, skip: int, limit: int) -> list[str]:
        """Keys of some of the posts, the newest first."""
        return self.rows["post_key"].slice(skip, limit).to_list()


def read_detail_posts(store: GraphStore, key: str, *, most: int = MOST_READ) -> DetailPosts:
    """Read when the posts that give a contact detail were posted.

    Parameters
    ----------
    store : GraphStore
    key : str
    most : int
        Most posts; of more, some are read.
    """
    found = store.run("detail_mentions", key=key, most=most + 1, unknown=UNKNOWN)[0]
    rows = pl.DataFrame({"post_key": found["posts"], "posted_at": found["times"]}, schema=TIMED)
    return DetailPosts(newest_first(rows.head(most)), len(rows) > most)


def list_writings(store: GraphStore, key: str, *, limit: int = MOST_WRITINGS) -> list[Writing]:
    """List the ways in which posts write a contact detail, the most used first."""
    rows = store.run("detail_writings", key=key, most=MOST_READ, limit=limit)
    return [Writing(**row) for row in rows]
