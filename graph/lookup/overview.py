"""The workspace at a glance: what the graph holds, its sources and its snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.errors import NotFound
from graph.store import GraphStore


@dataclass(frozen=True)
class Counts:
    """How much of everything the graph holds.

    Attributes
    ----------
    accounts, groups, posts, contact_details, sources, ties : int
    listings : int
        Posts with a price.
    incomplete_sources : int
        Sources whose loading was cut off.
    """

    accounts: int
    groups: int
    posts: int
    listings: int
    contact_details: int
    sources: int
    incomplete_sources: int
    ties: int


@dataclass(frozen=True)
class Snapshot:
    """One detection whose results are in the graph.

    Attributes
    ----------
    key, id, as_of, calibration : str
    accounts : int
        How many were known.
    ties, clusters : int
        How many it found.
    is_latest : bool
        Whether the ties in the graph are its.
    complete : bool
        False while its results are being written, or when that was cut off.
    """

    key: str
    id: str
    as_of: str
    calibration: str
    accounts: int
    ties: int
    clusters: int
    is_latest: bool
    complete: bool


def count_everything(store: GraphStore) -> Counts:
    """Count what the graph holds; cheap at any size."""
    return Counts(**store.run("overview_counts")[0])


def count_platforms(store: GraphStore) -> dict[str, int]:
    """Count accounts by platform, the largest first."""
    return {row["platform_key"]: row["accounts"] for row in store.run("overview_platforms")}


def list_sources(store: GraphStore) -> list[dict[str, Any]]:
    """List the sources with all that is known of each, in the order they were taken in."""
    return [row["properties"] for row in store.run("sources")]


def list_snapshots(store: GraphStore) -> list[Snapshot]:
    """List the snapshots, the latest written first, then by falling ``as_of``."""
    return [Snapshot(**row) for row in store.run("snapshots")]


def latest_snapshot(store: GraphStore) -> Snapshot | None:
    """Find the snapshot whose ties are in the graph; None before the first detection."""
    return next((each for each in list_snapshots(store) if each.is_latest), None)


def find_snapshot(store: GraphStore, snapshot: str | None) -> Snapshot:
    """Find a snapshot by id, or the latest when None is named.

    Raises
    ------
    NotFound
        If there is none; the message names those that are there.
    """
    known = list_snapshots(store)
    for each in known:
        if each.is_latest if snapshot is None else each.id == snapshot:
            return each
    if not known or snapshot is None:
        raise NotFound("There is no snapshot yet; run `spoor detect` first.")
    raise NotFound(
        f"There is no snapshot {snapshot}; name one of {', '.join(each.id for each in known)}."
    )


def incomplete_sources(store: GraphStore, limit: int = 1_000) -> frozenset[str]:
    """List keys of sources whose loading has not come to its end."""
    return frozenset(row["key"] for row in store.run("overview_incomplete", limit=limit))
