"""Where a contact detail appears: groups, clusters, ties that rest on it, and sources."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.lookup.details_posts import MOST_READ
from graph.lookup.reasons import Reason, read_evidence
from graph.store import GraphStore

MOST_PUBLISHERS = 500


@dataclass(frozen=True)
class DetailGroup:
    """A group in which a contact detail was posted, in how many posts, from when to when."""

    group_key: str
    platform: str
    name: str | None
    posts: int
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True)
class ClusterHere:
    """A cluster, and how many of its accounts publish a detail, or are in a group."""

    cluster_key: str
    cluster_id: str
    size: int
    accounts: int


@dataclass(frozen=True)
class RestingTie:
    """A tie that a contact detail gives a reason for.

    Attributes
    ----------
    account_a, account_b : str
    handle_a, name_a, handle_b, name_b : str or None
    score, bits, probability : float
        Of the tie as a whole.
    reason : Reason
        What the detail contributes.
    """

    account_a: str
    account_b: str
    handle_a: str | None
    name_a: str | None
    handle_b: str | None
    name_b: str | None
    score: float
    bits: float
    probability: float
    reason: Reason


@dataclass(frozen=True)
class SourceHere:
    """A source that shows posts with a contact detail.

    Attributes
    ----------
    source_key, path : str
    posts, sightings : int
        Distinct posts, and places in the source that show them.
    first_collected, last_collected : datetime or None
        None where the source does not say.
    """

    source_key: str
    path: str
    posts: int
    sightings: int
    first_collected: datetime | None
    last_collected: datetime | None


@dataclass(frozen=True)
class DetailSighting:
    """One place in a source that shows a post with a contact detail, and how that writes it."""

    source_key: str
    path: str
    locator: str
    post_key: str
    raw: str | None
    collected_at: datetime | None


def list_detail_groups(store: GraphStore, key: str, *, limit: int = 1_000) -> list[DetailGroup]:
    """List groups in which a contact detail was posted, in most posts first."""
    rows = store.run("detail_groups", key=key, most=MOST_READ, limit=limit)
    return [DetailGroup(**row) for row in rows]


def list_detail_clusters(
    store: GraphStore, key: str, snapshot: str | None, *, limit: int = 100
) -> list[ClusterHere]:
    """List clusters of a snapshot with accounts that publish a contact detail."""
    rows = store.run("detail_clusters", key=key, snapshot=snapshot, limit=limit)
    return [ClusterHere(**row) for row in rows]


def list_resting_ties(store: GraphStore, key: str, *, limit: int = 200) -> list[RestingTie]:
    """List ties that a contact detail gives a reason for, the strongest tie first.

    Notes
    -----
    Of a detail that more than 500 accounts publish, the ties of some of them are looked at.
    """
    said = f'"shared":{json.dumps(key, ensure_ascii=False)}'
    rows = store.run("detail_ties", key=key, words=said, most=MOST_PUBLISHERS, limit=limit)
    return [tie for row in rows if (tie := _resting(row, key)) is not None]


def list_detail_sources(store: GraphStore, key: str, *, limit: int = 500) -> list[SourceHere]:
    """List sources that show posts with a contact detail, most sightings first."""
    rows = store.run("detail_sources", key=key, most=MOST_READ, limit=limit)
    return [SourceHere(**row) for row in rows]


def list_detail_sightings(
    store: GraphStore, key: str, *, skip: int = 0, limit: int = 100
) -> list[DetailSighting]:
    """List places in sources that show posts with a contact detail, some at a time."""
    rows = store.run("detail_sightings", key=key, most=MOST_READ, skip=skip, limit=limit)
    return [DetailSighting(**row) for row in rows]


def _resting(row: dict[str, Any], key: str) -> RestingTie | None:
    """Make a tie with the strongest reason that the detail gives for it."""
    reasons = [each for each in read_evidence(row.pop("evidence")) if each.shared == key]
    if not reasons:
        return None
    return RestingTie(**row, reason=max(reasons, key=lambda each: (each.counted, each.bits)))
