"""Contact details: what one is, how much hangs on it, and who publishes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.lookup.search import search
from graph.store import GraphStore

MOST_REACHED = 20
FOUND = "contact_detail"


@dataclass(frozen=True)
class Reached:
    """The account that a contact detail is the handle or number of."""

    account_key: str
    handle: str | None
    name: str | None


@dataclass(frozen=True)
class Detail:
    """One contact detail, and how much hangs on it.

    Attributes
    ----------
    key, kind, value : str
    accounts, posts : int
        Accounts that publish it; posts that give it, those that pass on others' words included.
    hub_probability : float or None
        How likely it serves strangers; None when the latest snapshot does not say.
    hub_reasons : tuple of str
        Sentences.
    reached : tuple of Reached
        Accounts that it leads to, by key.
    """

    key: str
    kind: str
    value: str
    accounts: int
    posts: int
    hub_probability: float | None
    hub_reasons: tuple[str, ...]
    reached: tuple[Reached, ...]


@dataclass(frozen=True)
class ListedDetail:
    """A contact detail in a list; the fields are those of `Detail`."""

    key: str
    kind: str
    value: str
    accounts: int
    posts: int
    hub_probability: float | None


@dataclass(frozen=True)
class FoundDetail:
    """A contact detail that a text finds, and what in it fits, in words."""

    detail: ListedDetail
    why: str


@dataclass(frozen=True)
class DetailAccount:
    """An account that publishes a contact detail.

    Attributes
    ----------
    account_key, platform : str
    handle, name : str or None
    posts : int
        Its posts that give it; 0 when only its description does.
    first_seen, last_seen : datetime or None
    cluster_id : str or None
        Its cluster in the snapshot.
    """

    account_key: str
    platform: str
    handle: str | None
    name: str | None
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None
    cluster_id: str | None


def find_detail(store: GraphStore, key: str) -> Detail | None:
    """Look up one contact detail; None when the graph has none of this key."""
    found = store.run("detail_profile", key=key, most_reached=MOST_REACHED)
    if not found:
        return None
    row = found[0]
    return Detail(
        **{
            **row,
            "hub_reasons": tuple(row["hub_reasons"]),
            "reached": tuple(Reached(**each) for each in row["reached"]),
        }
    )


def find_details(store: GraphStore, text: str, *, limit: int = 100) -> list[FoundDetail]:
    """Find contact details by key, by a number in any spelling, or by words.

    Parameters
    ----------
    store : GraphStore
    text : str
        What a person typed; nothing in it is query syntax.
    limit : int
        Most contact details.
    """
    hits = [hit for hit in search(store, text, limit=limit, kinds=(FOUND,)) if hit.kind == FOUND]
    rows = {each.key: each for each in list_details(store, [hit.key for hit in hits])}
    found = [FoundDetail(rows[hit.key], hit.why) for hit in hits if hit.key in rows]
    return found[:limit]


def list_details(store: GraphStore, keys: Sequence[str]) -> list[ListedDetail]:
    """List contact details of given keys, by key; keys that are not in the graph give none."""
    return [ListedDetail(**row) for row in store.run("detail_rows", keys=list(keys))]


def list_accounts(
    store: GraphStore, key: str, snapshot: str | None, *, skip: int = 0, limit: int = 100
) -> list[DetailAccount]:
    """List accounts that publish a contact detail, in most posts first, some at a time.

    Parameters
    ----------
    store : GraphStore
    key : str
    snapshot : str or None
        Whose clusters are named; None: none are.
    skip, limit : int
    """
    rows = store.run("detail_accounts", key=key, snapshot=snapshot, skip=skip, limit=limit)
    return [DetailAccount(**row) for row in rows]
