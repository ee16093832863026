"""Groups: what one is called, how much hangs on it, and finding one among all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from graph.lookup.accounts import DatedName
from graph.lookup.search import search
from graph.store import GraphStore

MOST_ALIASES = 50
MOST_RANKED = 200_000
MOST_FOUND = 500
FOUND = "group"
RANKED = {
    "group_key": pl.String,
    "platform": pl.String,
    "accounts": pl.Int64,
    "posts": pl.Int64,
}


@dataclass(frozen=True)
class GroupAlias:
    """Another group that the platform itself says is the same.

    Attributes
    ----------
    group_key : str
    name, reason : str or None
        What it is called; such as a group that became a supergroup.
    since : datetime or None
    is_later : bool
        The other group came after this one.
    """

    group_key: str
    name: str | None
    reason: str | None
    since: datetime | None
    is_later: bool


@dataclass(frozen=True)
class Group:
    """One group, and how much hangs on it.

    Attributes
    ----------
    key, platform, native_id : str
    name : str or None
        The latest that any source gives.
    dated_names : tuple of DatedName
        Every name seen, in the order first seen.
    accounts, posts : int
        Accounts that belong to it or post in it; posts in it.
    aliases : tuple of GroupAlias
    """

    key: str
    platform: str
    native_id: str
    name: str | None
    dated_names: tuple[DatedName, ...]
    accounts: int
    posts: int
    aliases: tuple[GroupAlias, ...]


@dataclass(frozen=True)
class ListedGroup:
    """A group in a list; ``names`` are all that any source gives."""

    key: str
    platform: str
    name: str | None
    names: tuple[str, ...]
    accounts: int
    posts: int


def find_group(store: GraphStore, key: str) -> Group | None:
    """Look up one group; None when the graph has none of this key."""
    found = store.run("group_profile", key=key, most_aliases=MOST_ALIASES)
    if not found:
        return None
    row = found[0]
    return Group(
        **{
            **row,
            "dated_names": tuple(DatedName(**each) for each in row["dated_names"]),
            "aliases": tuple(GroupAlias(**each) for each in row["aliases"]),
        }
    )


def rank_groups(store: GraphStore) -> pl.DataFrame:
    """Order all groups, those with most posts first, then with most accounts.

    Returns
    -------
    polars.DataFrame
        ``group_key platform accounts posts``; at most 200,000 groups.
    """
    found = store.run("group_ranking", most=MOST_RANKED)[0]["groups"]
    return pl.DataFrame(found, schema=RANKED).sort(
        "posts", "accounts", "group_key", descending=[True, True, False]
    )


def groups_called(store: GraphStore, text: str, *, limit: int = MOST_FOUND) -> list[str]:
    """Keys of groups with some words in their id or a name, those that fit best first.

    Parameters
    ----------
    store : GraphStore
    text : str
        What a person typed; nothing in it is query syntax. A whole key finds its group, too.
    limit : int
        Most groups.
    """
    hits = search(store, text, limit=limit, kinds=(FOUND,))
    return [hit.key for hit in hits if hit.kind == FOUND][:limit]


def list_groups(store: GraphStore, keys: Sequence[str]) -> list[ListedGroup]:
    """List groups of given keys, by key; keys that are not in the graph give none."""
    rows = store.run("group_rows", keys=list(keys))
    return [ListedGroup(**{**row, "names": tuple(row["names"])}) for row in rows]
