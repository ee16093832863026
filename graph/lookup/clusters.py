"""Clusters: the list with its filters, and one cluster with why it is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from graph import keys
from graph.lookup.clusters_filter import ClusterFilter
from graph.lookup.dossier import NO_DOSSIER, Dossier, read_dossier
from graph.lookup.posts import Post, read_posts
from graph.lookup.reasons import Reason, read_evidence
from graph.lookup.shared_details import SharedDetail, read_shared_detail
from graph.lookup.trades import Trade, list_trades_within
from graph.store import GraphStore

Order = Literal["connectedness", "trade_relevance", "size", "offers", "span_last"]


@dataclass(frozen=True)
class ClusterSummary:
    """A cluster in a list.

    Attributes
    ----------
    key, id, snapshot : str
    size : int
        Members.
    connectedness, trade_relevance : float or None
        As `graph.clusters.describe_clusters` measures them.
    span_first, span_last : datetime or None
        First and last activity of its members.
    platforms, bridges : tuple of str
    alternatives : mapping of str to str
        Innocent explanations to what speaks for each; empty where nothing was found.
    properties : mapping
        All that the detection wrote about it.
    """

    key: str
    id: str
    snapshot: str
    size: int
    connectedness: float | None
    trade_relevance: float | None
    span_first: datetime | None
    span_last: datetime | None
    platforms: tuple[str, ...]
    bridges: tuple[str, ...]
    alternatives: Mapping[str, str]
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Member:
    """An account in a cluster; ``ties`` counts those within the cluster, ``posts`` all.

    ``betweenness constraint core`` are as `graph.dossier.tables.MEASURES`.
    """

    account_key: str
    platform: str
    handle: str | None
    name: str | None
    names: tuple[str, ...]
    url: str | None
    category: str
    role: str
    stability: float
    borderline: bool
    by_seed: float
    posts: int
    ties: int
    betweenness: float | None = None
    constraint: float | None = None
    core: int | None = None


@dataclass(frozen=True)
class Tie:
    """A tie between two accounts; ``reasons`` are the sentences of what entered the score."""

    account_a: str
    account_b: str
    score: float
    bits: float
    probability: float
    reasons: tuple[str, ...]
    evidence: tuple[Reason, ...]


@dataclass(frozen=True)
class Cluster:
    """One cluster, each part bounded: ``…_in_all`` says of how many.

    Attributes
    ----------
    summary : ClusterSummary
    members : list of Member
        Those with most ties first.
    ties : list of Tie
        Strongest first. Only the latest snapshot's clusters have ties in the graph.
    details : list of SharedDetail
        Most shared first.
    posts : list of Post
        Posts that the ties' reasons cite, newest first.
    members_in_all, ties_in_all, details_in_all, posts_in_all : int
    dossier : Dossier
    trades : tuple of Trade
        Interaction between members, most often first; no evidence of a tie.
    """

    summary: ClusterSummary
    members: list[Member]
    ties: list[Tie]
    details: list[SharedDetail]
    posts: list[Post]
    members_in_all: int
    ties_in_all: int
    details_in_all: int
    posts_in_all: int
    dossier: Dossier = NO_DOSSIER
    trades: tuple[Trade, ...] = ()


def list_clusters(
    store: GraphStore,
    snapshot: str,
    *,
    only: ClusterFilter | None = None,
    order: Order = "size",
    skip: int = 0,
    limit: int = 100,
) -> list[ClusterSummary]:
    """List the clusters of a snapshot.

    Parameters
    ----------
    store : GraphStore
    snapshot : str
        Its id.
    only : ClusterFilter, optional
        Which ones; all by default.
    order : str
        By which measure they fall; equals by size, then by key.
    skip, limit : int
        Which part of the list.
    """
    rows = store.run(
        "clusters_page",
        snapshot=snapshot,
        **(only or ClusterFilter()).parameters(),
        order_by=order,
        skip=skip,
        limit=limit,
    )
    return [_summary(row) for row in rows]


def count_clusters(store: GraphStore, snapshot: str, only: ClusterFilter | None = None) -> int:
    """Count the clusters of a snapshot that fit a filter."""
    found = store.run("clusters_count", snapshot=snapshot, **(only or ClusterFilter()).parameters())
    return int(found[0]["clusters"])


def find_cluster(
    store: GraphStore,
    snapshot: str,
    cluster_id: str,
    *,
    most_members: int = 500,
    most_ties: int = 2_000,
    most_details: int = 200,
    most_posts: int = 100,
) -> Cluster | None:
    """Look up one cluster; None when the snapshot has none of this id.

    Parameters
    ----------
    store : GraphStore
    snapshot, cluster_id : str
        Ids.
    most_members, most_ties, most_details, most_posts : int
        Bounds of the parts.
    """
    key = keys.cluster(snapshot, cluster_id)
    found = store.run("cluster", key=key)
    if not found:
        return None
    return Cluster(
        summary=_summary(found[0]),
        members=[_member(row) for row in store.run("cluster_members", key=key, limit=most_members)],
        ties=[_tie(row) for row in store.run("cluster_ties", key=key, limit=most_ties)],
        details=[
            read_shared_detail(row)
            for row in store.run("cluster_details", key=key, limit=most_details)
        ],
        posts=read_posts(store.run("cluster_posts", key=key, limit=most_posts)),
        dossier=read_dossier(found[0]["properties"]),
        trades=tuple(list_trades_within(store, key)),
        members_in_all=found[0]["members"],
        ties_in_all=found[0]["ties"],
        details_in_all=found[0]["details"],
        posts_in_all=found[0]["posts"],
    )


def _summary(row: dict[str, Any]) -> ClusterSummary:
    """Make a summary of a cluster's properties."""
    known = row["properties"]
    return ClusterSummary(
        key=row["key"],
        id=row["id"],
        snapshot=known["snapshot"],
        size=known["size"],
        connectedness=known.get("connectedness"),
        trade_relevance=known.get("trade_relevance"),
        span_first=known.get("span_first"),
        span_last=known.get("span_last"),
        platforms=tuple(known.get("platforms") or ()),
        bridges=tuple(known.get("bridges") or ()),
        alternatives=dict(
            zip(known.get("alternatives", ()), known.get("alternatives_for", ()), strict=True)
        ),
        properties=known,
    )


def _member(row: dict[str, Any]) -> Member:
    """Make a member of a row."""
    return Member(**{**row, "names": tuple(row["names"])})


def _tie(row: dict[str, Any]) -> Tie:
    """Make a tie of a row."""
    return Tie(
        **{
            **row,
            "reasons": tuple(row["reasons"]),
            "evidence": read_evidence(row["evidence"]),
        }
    )
