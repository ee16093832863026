"""The accounts of a group: recorded members and posters, told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from graph.lookup.groups_posts import GroupPosts
from graph.store import GraphStore

MOST_READ = 100_000
MEMBERS = {"account_key": pl.String, "role": pl.String, "is_stated": pl.Int64}
RANKS = {
    role: rank
    for rank, roles in enumerate((
        ("owner", "creator"), ("admin", "administrator"), ("moderator",), ("bot",),
    ))
    for role in roles
}  # fmt: skip
"""Roles in the order in which they are listed; others follow, and then no role."""


@dataclass(frozen=True)
class GroupPeople:
    """Accounts of a group.

    Attributes
    ----------
    rows : polars.DataFrame
        ``account_key role posts is_member``, by role and falling posts; ``posts`` counts those
        read, ``is_member`` says that a source records more than posts.
    is_cut : bool
        There are more accounts, or posts, than were read.
    """

    rows: pl.DataFrame
    is_cut: bool

    @property
    def members(self) -> int:
        """How many accounts a source records as members."""
        return int(self.rows["is_member"].sum())

    @property
    def posters(self) -> int:
        """How many accounts posted."""
        return int((self.rows["posts"] > 0).sum())


@dataclass(frozen=True)
class GroupAccount:
    """An account of a group.

    Attributes
    ----------
    account_key : str
    handle, name, role : str or None
    first_seen, last_seen : datetime or None
        Of its belonging or posting there.
    joined_at, left_at : datetime or None
        Where a source says that it joined, or left and did not return.
    cluster_id : str or None
        Its cluster in the snapshot.
    """

    account_key: str
    handle: str | None
    name: str | None
    role: str | None
    first_seen: datetime | None
    last_seen: datetime | None
    joined_at: datetime | None
    left_at: datetime | None
    cluster_id: str | None


def read_group_people(
    store: GraphStore, key: str, posts: GroupPosts, *, most: int = MOST_READ
) -> GroupPeople:
    """Read which accounts a group has, in which role, and with how many posts.

    Parameters
    ----------
    store : GraphStore
    key : str
    posts : GroupPosts
        Of the same group.
    most : int
        Most accounts; of more, some are read.

    Notes
    -----
    An account is a recorded member where a source gives its role, or when it joined or left, or
    names it in the group though no post of it there is known. One that posts, and that a source
    also lists without a role, is counted as a poster only.
    """
    found = store.run("group_members", key=key, most=most + 1)[0]
    each = {
        "account_key": found["accounts"], "role": found["roles"], "is_stated": found["stated"],
    }  # fmt: skip
    rank = pl.col("role").str.to_lowercase().replace_strict(RANKS, default=len(RANKS))
    rows = (
        pl.DataFrame(each, schema=MEMBERS)
        .head(most)
        .with_columns(pl.col("role").replace("", None), pl.col("is_stated").cast(pl.Boolean))
        .join(posts.posters(), on="account_key", how="left")
        .with_columns(pl.col("posts").fill_null(0))
    )
    silent = (pl.col("posts") == 0) & pl.lit(not posts.is_cut)
    ordered = (
        rows.with_columns(
            is_member=pl.col("is_stated") | silent,
            rank=pl.when(pl.col("role").is_null()).then(len(RANKS) + 1).otherwise(rank),
        )
        .sort("rank", "posts", "account_key", descending=[False, True, False])
        .select("account_key", "role", "posts", "is_member")
    )
    return GroupPeople(ordered, posts.is_cut or len(found["accounts"]) > most)


def list_group_accounts(
    store: GraphStore, key: str, keys: Sequence[str], snapshot: str | None
) -> list[GroupAccount]:
    """Look up some accounts of a group, in the order of their keys as given."""
    rows = store.run("group_member_rows", key=key, keys=list(keys), snapshot=snapshot)
    found = {row["account_key"]: GroupAccount(**row) for row in rows}
    return [found[each] for each in keys if each in found]
