"""The posts of a group: when, by whom, and those with some words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

from graph.lookup.lucene import words_query
from graph.lookup.weeks import TIMED, UNKNOWN, newest_first
from graph.store import GraphStore

MOST_READ = 100_000
MOST_FOUND = 20_000
POSTED = {**TIMED, "account_key": pl.String}


@dataclass(frozen=True)
class GroupPosts:
    """Posts of a group.

    Attributes
    ----------
    rows : polars.DataFrame
        ``post_key posted_at account_key``, the newest first; where sources disagree on who
        posted, the first of the accounts by key.
    is_cut : bool
        There are more posts than were read.
    """

    rows: pl.DataFrame
    is_cut: bool

    def posters(self) -> pl.DataFrame:
        """How many of the posts each account wrote: ``account_key posts``."""
        known = self.rows.drop_nulls("account_key")
        return known.group_by("account_key").agg(posts=pl.len().cast(pl.Int64))


@dataclass(frozen=True)
class PostsWith:
    """Posts of a group with some words.

    Attributes
    ----------
    keys : tuple of str
    is_cut : bool
        So many posts of all groups have these words that some were not looked at.
    """

    keys: tuple[str, ...]
    is_cut: bool


def read_group_posts(store: GraphStore, key: str, *, most: int = MOST_READ) -> GroupPosts:
    """Read when the posts of a group were posted, and by whom.

    Parameters
    ----------
    store : GraphStore
    key : str
    most : int
        Most posts; of more, some are read.
    """
    found = store.run("group_posts", key=key, most=most + 1, unknown=UNKNOWN)[0]
    each = {
        "post_key": found["posts"], "posted_at": found["times"], "account_key": found["accounts"],
    }  # fmt: skip
    rows = (
        pl.DataFrame(each, schema=POSTED)
        .sort("post_key", "account_key")
        .unique("post_key", keep="first", maintain_order=True)
        .with_columns(pl.col("account_key").replace("", None))
    )
    return GroupPosts(newest_first(rows.head(most)), len(rows) > most)


def find_posts_with(store: GraphStore, key: str, text: str, *, most: int = MOST_FOUND) -> PostsWith:
    """Find posts of a group whose text has all words of what was typed.

    Parameters
    ----------
    store : GraphStore
    key : str
    text : str
        Nothing in it is query syntax; without a word, nothing is found.
    most : int
        Most posts with these words, of any group, that are looked at.
    """
    words = words_query(text)
    if not words:
        return PostsWith((), is_cut=False)
    row = store.run("group_posts_with", key=key, words=words, most=most)[0]
    return PostsWith(tuple(row["keys"]), row["posts"] == most)


def narrowed(
    posts: GroupPosts, *, first: date | None, last: date | None, only: PostsWith | None
) -> pl.DataFrame:
    """Keep posts of a period (UTC) and among those found; each None: all.

    Returns
    -------
    polars.DataFrame
        As `GroupPosts.rows`. Posts without a time are in no period.
    """
    day = pl.col("posted_at").dt.date()
    rows = posts.rows
    if first is not None:
        rows = rows.filter(day >= first)
    if last is not None:
        rows = rows.filter(day <= last)
    if only is not None:
        rows = rows.filter(pl.col("post_key").is_in(list(only.keys)))
    return rows
