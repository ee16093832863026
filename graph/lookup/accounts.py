"""Accounts: one account with its groups, contact details, posts, ties and clusters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.lookup.images import ShownImages, find_images
from graph.lookup.links import Link, list_links
from graph.lookup.posts import Post, read_posts
from graph.lookup.reasons import Reason, read_evidence
from graph.lookup.taxa import AccountTaxon, list_taxa
from graph.lookup.trades import AccountTrade, list_trades
from graph.store import GraphStore

MOST_LISTED = 10_000


@dataclass(frozen=True)
class DatedName:
    """A name or handle of an account; ``since`` is when it was first seen, None when unknown."""

    name: str
    since: datetime | None


@dataclass(frozen=True)
class Alias:
    """Another account that the platform itself says is the same.

    Attributes
    ----------
    account_key : str
    name, handle : str or None
    reason : str
        Such as a changed number.
    since : datetime or None
    is_later : bool
        The other account came after this one.
    """

    account_key: str
    name: str | None
    handle: str | None
    reason: str | None
    since: datetime | None
    is_later: bool


@dataclass(frozen=True)
class Membership:
    """A group of an account.

    Attributes
    ----------
    group_key, platform : str
    name, role : str or None
    first_seen, last_seen : datetime or None
        Of its belonging or posting there.
    joined_at, left_at : datetime or None
        Where a source says that it joined, or left and did not return.
    members : int
        All known accounts of the group.
    """

    group_key: str
    platform: str
    name: str | None
    role: str | None
    first_seen: datetime | None
    last_seen: datetime | None
    joined_at: datetime | None
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
class Profile:
    """One account, and how much hangs on it.

    Attributes
    ----------
    key, platform, native_id, category : str
    handle, name, url, bio : str or None
        The latest that any source gives.
    dated_names : tuple of DatedName
        Every name and handle seen, in the order first seen.
    aliases : tuple of Alias
    clusters : list of InCluster
        Those of the latest snapshot first.
    posts_in_all, groups_in_all, details_in_all, ties_in_all : int
    """

    key: str
    platform: str
    native_id: str
    handle: str | None
    name: str | None
    dated_names: tuple[DatedName, ...]
    url: str | None
    bio: str | None
    category: str
    aliases: tuple[Alias, ...]
    clusters: list[InCluster]
    posts_in_all: int
    groups_in_all: int
    details_in_all: int
    ties_in_all: int

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and handle seen, in the order first seen."""
        return tuple(each.name for each in self.dated_names)

    @property
    def cluster(self) -> InCluster | None:
        """Its cluster in the latest snapshot; None when it belongs to none."""
        return next((each for each in self.clusters if each.is_latest), None)


@dataclass(frozen=True)
class Account(Profile):
    """One account with what hangs on it, each part bounded: ``…_in_all`` says of how many.

    Attributes
    ----------
    groups : list of Membership
        The latest seen first.
    details : list of PublishedDetail
        Most published first.
    posts : list of Post
        Newest first.
    ties : list of AccountTie
        Of the latest snapshot, strongest first.
    links : list of Link
        Recorded elsewhere, of the account or its contact details, the latest first.
    taxa : list of AccountTaxon
        That its posts name, the most offered first.
    images : ShownImages
        Pictures in its posts, and who else shows them.
    trades : list of AccountTrade
        Whom it turned to and who turned to it, most often first.
    """

    groups: list[Membership]
    details: list[PublishedDetail]
    posts: list[Post]
    ties: list[AccountTie]
    links: list[Link]
    taxa: list[AccountTaxon]
    images: ShownImages
    trades: list[AccountTrade]


def find_profile(store: GraphStore, key: str) -> Profile | None:
    """Look up one account without what hangs on it; None when the graph has none of this key."""
    found = store.run("account", key=key)
    if not found:
        return None
    row = found[0]
    counts = ("posts", "groups", "details", "ties")
    return Profile(
        **{name: value for name, value in row.items() if name not in counts}
        | {f"{name}_in_all": row[name] for name in counts}
        | {
            "dated_names": tuple(DatedName(**each) for each in row["dated_names"]),
            "aliases": tuple(Alias(**each) for each in row["aliases"]),
            "clusters": [InCluster(**each) for each in store.run("account_clusters", key=key)],
        }
    )


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
        Bounds of these parts; ``most_posts`` of links, too.
    """
    profile = find_profile(store, key)
    if profile is None:
        return None
    return Account(
        **vars(profile),
        groups=list_groups(store, key, limit=MOST_LISTED),
        details=list_details(store, key, limit=MOST_LISTED),
        posts=list_posts(store, key, limit=most_posts),
        ties=list_ties(store, key, limit=most_ties),
        links=list_links(store, key, limit=most_posts),
        taxa=list_taxa(store, key, limit=MOST_LISTED),
        images=find_images(store, key),
        trades=list_trades(store, key, limit=most_ties),
    )


def list_groups(
    store: GraphStore, key: str, *, skip: int = 0, limit: int = 100
) -> list[Membership]:
    """List groups of an account, the latest seen first, some at a time."""
    rows = store.run("account_groups", key=key, skip=skip, limit=limit)
    return [Membership(**row) for row in rows]


def list_details(
    store: GraphStore, key: str, *, skip: int = 0, limit: int = 100
) -> list[PublishedDetail]:
    """List contact details of an account, the most published first, some at a time."""
    rows = store.run("account_details", key=key, skip=skip, limit=limit)
    return [PublishedDetail(**row) for row in rows]


def list_posts(store: GraphStore, key: str, *, skip: int = 0, limit: int = 100) -> list[Post]:
    """List posts of an account, the newest first, some at a time."""
    return read_posts(store.run("account_posts", key=key, skip=skip, limit=limit))


def list_ties(store: GraphStore, key: str, *, skip: int = 0, limit: int = 100) -> list[AccountTie]:
    """List ties of an account in the latest snapshot, the strongest first, some at a time."""
    rows = store.run("account_ties", key=key, skip=skip, limit=limit)
    return [
        AccountTie(
            **{
                **row,
                "reasons": tuple(row["reasons"]),
                "evidence": read_evidence(row["evidence"]),
            }
        )
        for row in rows
    ]
