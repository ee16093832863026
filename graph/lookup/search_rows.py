"""What a list shows of things found, by their keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.lookup.posts import Author, Place
from graph.store import GraphStore

MENTIONS_LOOKED_AT = 40
MEMBERS_NAMED = 3


@dataclass(frozen=True)
class FoundDetail:
    """A contact detail: how many accounts and posts have it, and some ways of writing it."""

    key: str
    kind: str
    value: str
    accounts: int
    posts: int
    writings: tuple[str, ...]


@dataclass(frozen=True)
class FoundGroup:
    """A group with every name seen, its posts and its members."""

    key: str
    platform: str
    name: str | None
    names: tuple[str, ...]
    posts: int
    members: int


@dataclass(frozen=True)
class FoundPost:
    """A post; ``writings`` are how it writes the contact detail or taxon that was looked for."""

    key: str
    platform: str
    posted_at: datetime | None
    text: str | None
    translation: str | None
    authors: tuple[Author, ...]
    groups: tuple[Place, ...]
    writings: tuple[str, ...]


@dataclass(frozen=True)
class FoundCluster:
    """A cluster with some of its members' names."""

    key: str
    id: str
    snapshot: str
    size: int
    platforms: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class NamedIn:
    """In how many posts a taxon is offered or sought, and in how many it is named at all."""

    offered: int = 0
    named: int = 0


def detail_rows(store: GraphStore, keys: Sequence[str]) -> dict[str, FoundDetail]:
    """Describe contact details, by key."""
    rows = store.run("search_detail_rows", keys=list(keys), most=MENTIONS_LOOKED_AT)
    return {row["key"]: FoundDetail(**_tuples(row, "writings")) for row in rows}


def group_rows(store: GraphStore, keys: Sequence[str]) -> dict[str, FoundGroup]:
    """Describe groups, by key."""
    rows = store.run("search_group_rows", keys=list(keys))
    return {row["key"]: FoundGroup(**_tuples(row, "names")) for row in rows}


def post_rows(
    store: GraphStore, keys: Sequence[str], by: Sequence[str] = ()
) -> dict[str, FoundPost]:
    """Describe posts, by key; ``by`` are the contact details and taxa that were looked for."""
    rows = store.run("search_post_rows", keys=list(keys), by_keys=list(by))
    return {
        row["key"]: FoundPost(
            **{
                **_tuples(row, "writings"),
                "authors": tuple(Author(**each) for each in row["authors"]),
                "groups": tuple(Place(**each) for each in row["groups"]),
            }
        )
        for row in rows
    }


def cluster_rows(store: GraphStore, keys: Sequence[str]) -> dict[str, FoundCluster]:
    """Describe clusters, by key."""
    rows = store.run("search_cluster_rows", keys=list(keys), most=MEMBERS_NAMED)
    return {row["key"]: FoundCluster(**_tuples(row, "platforms", "names")) for row in rows}


def count_named(store: GraphStore, keys: Sequence[str]) -> dict[str, NamedIn]:
    """Count posts that name taxa, by the taxa's keys; those that none names are left out."""
    rows = store.run("search_taxon_rows", keys=list(keys))
    return {row["key"]: NamedIn(row["offered"], row["named"]) for row in rows}


def _tuples(row: dict[str, Any], *columns: str) -> dict[str, Any]:
    """Make lists of a row unchangeable; what is missing in them is left out."""
    return {**row, **{name: tuple(each for each in row[name] if each) for name in columns}}
