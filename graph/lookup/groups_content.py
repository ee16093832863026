"""What is in a group: taxa, contact details, clusters, whose words it passes on, invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.lookup.details_where import ClusterHere
from graph.lookup.groups_people import MOST_READ as MOST_ACCOUNTS
from graph.lookup.groups_posts import MOST_READ
from graph.store import GraphStore

MOST_DETAILS = 200


@dataclass(frozen=True)
class GroupTaxon:
    """A taxon that posts of a group name.

    Attributes
    ----------
    key, scientific_name : str
    listed : str or None
        How the lists in use protect it, in words; None: they do not say.
    offered, named : int
        Posts that name it and offer or seek goods; that name it at all.
    first_seen, last_seen : datetime or None
        Of the posts that name it.
    """

    key: str
    scientific_name: str
    listed: str | None
    offered: int
    named: int
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True)
class GroupDetail:
    """A contact detail that posts of a group give.

    Attributes
    ----------
    detail_key, kind, value : str
    posts : int
        In the group.
    publishers : int
        Accounts that publish it anywhere.
    hub_probability : float or None
        How likely it serves strangers; None when the latest snapshot does not say.
    """

    detail_key: str
    kind: str
    value: str
    posts: int
    publishers: int
    hub_probability: float | None


@dataclass(frozen=True)
class PassedOn:
    """Whose words posts of a group pass on, as the sources name them; ``post_key`` is one post."""

    passed_on: str
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None
    post_key: str


@dataclass(frozen=True)
class Invitation:
    """An invitation to a group that posts give, in how many of them, from when to when."""

    detail_key: str
    value: str
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None


def list_group_taxa(store: GraphStore, key: str, *, limit: int = 500) -> list[GroupTaxon]:
    """List taxa that posts of a group name, the most offered first."""
    rows = store.run("group_taxa", key=key, most=MOST_READ, limit=limit)
    return [GroupTaxon(**row) for row in rows]


def list_group_details(
    store: GraphStore, key: str, *, limit: int = MOST_DETAILS
) -> list[GroupDetail]:
    """List contact details that posts of a group give, in most posts first."""
    rows = store.run("group_details", key=key, most=MOST_READ, limit=limit)
    return [GroupDetail(**row) for row in rows]


def list_group_clusters(
    store: GraphStore, key: str, snapshot: str | None, *, limit: int = 200
) -> list[ClusterHere]:
    """List clusters of a snapshot with accounts in a group, most accounts first."""
    rows = store.run("group_clusters", key=key, snapshot=snapshot, most=MOST_ACCOUNTS, limit=limit)
    return [ClusterHere(**row) for row in rows]


def list_passed_on(store: GraphStore, key: str, *, limit: int = 200) -> list[PassedOn]:
    """List whose words posts of a group pass on, in most posts first."""
    rows = store.run("group_forwards", key=key, most=MOST_READ, limit=limit)
    return [PassedOn(**row) for row in rows]


def list_invitations(store: GraphStore, key: str, *, limit: int = 200) -> list[Invitation]:
    """List invitations to groups that posts of a group give, in most posts first."""
    rows = store.run("group_invitations", key=key, most=MOST_READ, limit=limit)
    return [Invitation(**row) for row in rows]
