"""Groups as they were seen: who posted there when, who runs them, and the texts of new ones."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

import polars as pl

from graph.tables import Tables
from graph.ties.layers.administered_group import ROLES


class GroupSeen(NamedTuple):
    """A group as it was seen.

    Attributes
    ----------
    key, platform : str
    name : str or None
    first, last : datetime
        Its first and last post that is known.
    posters, administrators : frozenset of str
        Keys of accounts.
    texts : dict
        By fingerprint of a text that a new group shows, too, who posted it here.
    """

    key: str
    platform: str
    name: str | None
    first: datetime
    last: datetime
    posters: frozenset[str]
    administrators: frozenset[str]
    texts: dict[int, frozenset[str]]


def groups_seen(tables: Tables, since: datetime) -> list[GroupSeen]:
    """Read the groups with posts, by key.

    Parameters
    ----------
    tables : Tables
        What is known.
    since : datetime
        Texts are compared with those of groups first seen since then.
    """
    named = tables.groups.unique("group_key", keep="last").select("group_key", "name")
    role = pl.col("role").str.strip_chars().str.to_lowercase()
    running = tables.memberships.filter(role.str.contains(ROLES)).group_by("group_key").agg(
        administrators="account_key"
    )  # fmt: skip
    seen = tables.seen.filter(pl.col("group_key").is_not_null())
    rows = (
        seen.group_by("group_key")
        .agg(
            platform=pl.col("platform").first(),
            first=pl.col("first_at").min(),
            last=pl.col("last_at").max(),
            posters=pl.col("account_key").unique(),
        )
        .join(named, on="group_key", how="left")
        .join(running, on="group_key", how="left")
        .sort("group_key")
    )
    new = rows.filter(pl.col("first") > since)["group_key"]
    texts = _texts(tables, new)
    return [_group_seen(row, texts.get(row["group_key"], {})) for row in rows.iter_rows(named=True)]


def _group_seen(row: dict[str, Any], texts: dict[int, frozenset[str]]) -> GroupSeen:
    """One group."""
    return GroupSeen(
        key=row["group_key"],
        platform=row["platform"],
        name=row["name"],
        first=row["first"],
        last=row["last"],
        posters=frozenset(row["posters"]),
        administrators=frozenset(row["administrators"] or ()),
        texts=texts,
    )


def _texts(tables: Tables, new: pl.Series) -> dict[str, dict[int, frozenset[str]]]:
    """Who posted which of the texts of new groups where: by group and text."""
    placed = tables.posts.select("post_key", "group_key").drop_nulls()
    said = tables.signatures.select("post_key", "account_key", "text_hash").join(
        placed, on="post_key"
    )
    theirs = said.filter(pl.col("group_key").is_in(new.implode()))["text_hash"].unique()
    rows = (
        said.filter(pl.col("text_hash").is_in(theirs.implode()))
        .group_by("group_key", "text_hash")
        .agg(pl.col("account_key").unique())
    )
    found: dict[str, dict[int, frozenset[str]]] = {}
    for group, text, accounts in rows.iter_rows():
        found.setdefault(group, {})[text] = frozenset(accounts)
    return found
