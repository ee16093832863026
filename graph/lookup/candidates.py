"""Pairs of accounts or groups beside each other: when each was active, and what shows what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.lookup.posts import Post, read_posts
from graph.store import GraphStore

MOST_DAYS = 4_000
MOST_POSTS_COUNTED = 20_000
MOST_POSTS_CITED = 5


@dataclass(frozen=True)
class Activity:
    """Posts of an account or group by day.

    Attributes
    ----------
    days : tuple of tuple
        Day (UTC) and number of posts, in the order of days; posts without a time are left out.
    counted : int
        How many posts were counted, the earliest that were found; bounded.
    """

    days: tuple[tuple[date, int], ...]
    counted: int

    @property
    def first(self) -> date | None:
        """The first day with a post."""
        return self.days[0][0] if self.days else None

    @property
    def last(self) -> date | None:
        """The last day with a post."""
        return self.days[-1][0] if self.days else None


@dataclass(frozen=True)
class Shown:
    """Posts of one account that show one value.

    Attributes
    ----------
    posts : tuple of str
        Keys of some, the earliest first.
    in_all : int
    """

    posts: tuple[str, ...]
    in_all: int


@dataclass(frozen=True)
class GroupFacts:
    """What is known of a group.

    Attributes
    ----------
    key, platform : str
    name, url : str or None
    posts, members : int
    administrators : tuple of str
        Names of some accounts that run it.
    """

    key: str
    platform: str
    name: str | None
    url: str | None
    posts: int
    members: int
    administrators: tuple[str, ...]


def daily_activity(store: GraphStore, keys: Sequence[str]) -> dict[str, Activity]:
    """Count the posts of accounts or groups by day, by their keys."""
    days: dict[str, list[tuple[date, int]]] = {key: [] for key in keys}
    rows = store.run(
        "candidate_activity", keys=list(keys), most=MOST_POSTS_COUNTED, limit=MOST_DAYS
    )
    for row in rows:
        days[row["owner_key"]].append((date.fromisoformat(row["day"]), row["posts"]))
    return {
        key: Activity(tuple(found), sum(posts for _, posts in found)) for key, found in days.items()
    }


def posts_that_show(
    store: GraphStore, accounts: Sequence[str], values: Sequence[str]
) -> dict[tuple[str, str], Shown]:
    """Find the posts of accounts that show contact details, texts or pictures.

    Parameters
    ----------
    store : GraphStore
    accounts : sequence of str
        Their keys.
    values : sequence of str
        Keys of details, of families of texts, of families of pictures.

    Returns
    -------
    dict
        By account and value; without those of which no post is known.
    """
    rows = store.run(
        "candidate_shown_in", accounts=list(accounts), values=list(values), most=MOST_POSTS_CITED
    )
    return {
        (row["account_key"], row["value_key"]): Shown(tuple(row["posts"]), row["in_all"])
        for row in rows
    }


def find_group_facts(store: GraphStore, key: str) -> GroupFacts | None:
    """Look up one group; None when the graph has none of this key."""
    rows = store.run("candidate_group", key=key, limit=MOST_POSTS_CITED)
    if not rows:
        return None
    return GroupFacts(**{**rows[0], "administrators": tuple(rows[0]["administrators"])})


def group_posts(store: GraphStore, key: str, *, limit: int) -> list[Post]:
    """List the latest posts of a group."""
    found = store.run("candidate_group_posts", key=key, limit=limit)
    return read_posts(store.run("posts_by_key", keys=[row["key"] for row in found]))
