"""Accounts: one account with its groups, contact details, posts, ties and clusters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.lookup.posts import Post, read_posts
from graph.lookup.reasons import Reason, read_evidence
from graph.store import GraphStore


@dataclass(frozen=True)
class Membership:
    """A group of an account; ``members`` counts all its known accounts."""

    group_key: str
    platform: str
    name: str | None
    role: str | None
    first_seen: datetime | None
    last_seen: datetime | None
    left_at: datetime | None
    members: int


@dataclass(frozen=True)
class PublishedDetail:
    """A contact detail of an account.

    Attributes
    ----------
    detail_key, kind, value : str
    posts : int
        Distinct posts of the account that give it; 0 when only its description does.
    first_seen, last_seen : datetime or None
    publishers : int
        Accounts that publish it, this one included.
    hub_probability : float or None
        How likely it serves strangers; None when the latest snapshot does not say.
    """

    detail_key: str
    kind: str
    value: str
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None
    publishers: int
    hub_probability: float | None


@dataclass(frozen=True)
class AccountTie:
    """A tie seen from one account; ``reasons`` are the sentences of what entered the score."""

    account_key: str
    platform: str
    handle: str | None
    name: str | None
    score: float
    bits: float
    probability: float
    reasons: tuple[str, ...]
    evidence: tuple[Reason, ...]


@dataclass(frozen=True)
class InCluster:
    """A cluster that an account belongs to, in some snapshot."""

    cluster_key: str
    cluster_id: str
    snapshot: str
    is_latest: bool
    role: str
    stability: float
    size: int


@dataclass(frozen=True)
class Account:
    """One account.

    Attributes
    ----------
    key, platform, native_id, category : str
    handle, name, url, bio : str or None
        The latest that any source gives.
    names : tuple of str
        Every name and handle seen.
    groups : list of Membership
    details : list of PublishedDetail
        Most published first.
    posts : list of Post
        Newest first, bounded; ``posts_in_all`` says of how many.
    ties : list of AccountTie
        Of the latest snapshot, strongest first, bounded; ``ties_in_all`` says of how many.
    clusters : list of InCluster
        Those of the latest snapshot first.
    """

    key: str
    platform: str
    native_id: str
    handle: str | None
    name: str | None
    names: tuple[str, ...]
    url: str | None
    bio: str | None
    category: str
    groups: list[Membership]
    details: list[PublishedDetail]
    posts: list[Post]
    posts_in_all: int
    ties: list[AccountTie]
    ties_in_all: int
    clusters: list[InCluster]

    @property
    def cluster(self) -> InCluster | None:
        """Its cluster in the latest snapshot; None when it belongs to none."""
        return next((each for each in self.clusters if each.is_latest), None)


def find_account(
    store: GraphStore, key: str, *, most_posts: int = 100, most_ties: int = 500
) -> Account | None:
    """Look up one account; None when the graph has none of this key.

    Parameters
    ----------
    store : GraphStore
    key : str
        Such as ``telegram:user123``.
    most_posts, most_ties : int
        Bounds of these parts.
    """
    found = store.run("account", key=key)
    if not found:
        return None
    row = found[0]
    return Account(
        **{name: row[name] for name in ("key", "platform", "native_id", "handle", "name", "url")},
        names=tuple(row["names"]),
        bio=row["bio"],
        category=row["category"],
        groups=[Membership(**each) for each in store.run("account_groups", key=key)],
        details=[PublishedDetail(**each) for each in store.run("account_details", key=key)],
        posts=list_posts(store, key, limit=most_posts),
        posts_in_all=row["posts"],
        ties=[_tie(each) for each in store.run("account_ties", key=key, limit=most_ties)],
        ties_in_all=row["ties"],
        clusters=[InCluster(**each) for each in store.run("account_clusters", key=key)],
    )


def list_posts(store: GraphStore, key: str, *, skip: int = 0, limit: int = 100) -> list[Post]:
    """List posts of an account, the newest first, some at a time."""
    return read_posts(store.run("account_posts", key=key, skip=skip, limit=limit))


def _tie(row: dict[str, Any]) -> AccountTie:
    """Make a tie of a row."""
    return AccountTie(
        **{
            **row,
            "reasons": tuple(row["reasons"]),
            "evidence": read_evidence(row["evidence"]),
        }
    )
