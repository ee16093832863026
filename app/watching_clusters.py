"""Watched clusters: known again by their members, whatever their ids are by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl

from app.cluster_data import unknown_clusters
from app.snapshots import read_snapshot
from graph.snapshots import list_snapshots
from ingest.tables import standing_accounts
from ingest.watches import CLUSTER, Watch

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.workspace import Workspace

MOST_OF = 0.5


@dataclass(frozen=True)
class Follow:
    """Watches, those of clusters with everybody who is watched by them.

    Attributes
    ----------
    watches : list of Watch
    joined : list of tuple of str
        Watch, account and cluster's id now: who belongs to a watched cluster now and did not
        before.
    as_of : str or None
        The day of the snapshot that says so.
    """

    watches: list[Watch]
    joined: list[tuple[str, str, str]]
    as_of: str | None


def cluster_members(workspace: Workspace, name: str) -> tuple[str, str, list[str]]:
    """Look a cluster up in the latest snapshot: its id, the snapshot, its members' keys.

    Raises
    ------
    NotFound
        If there is none of that id, or no snapshot; it names the nearest.
    """
    found = read_snapshot(workspace)
    members = _members(found, name)
    if not members:
        raise unknown_clusters(found, [name])
    return name, found.snapshot, sorted(members)


def known_again(workspace: Workspace, watches: Sequence[Watch], name: str) -> str | None:
    """Give the id under which a cluster of the latest snapshot is watched; None where it is not."""
    if not watches or not list_snapshots(workspace):
        return None
    found = read_snapshot(workspace)
    for each in watches:
        if _same_cluster(found, frozenset(each.members)) == name:
            return each.value
    return None


def follow_clusters(
    workspace: Workspace,
    watches: Sequence[Watch],
    since: str | None,
    until: str | None,
    *,
    now: Detection | None = None,
    before: Detection | None = None,
) -> Follow:
    """Find out who belongs to watched clusters.

    Parameters
    ----------
    workspace : Workspace
    watches : sequence of Watch
        Of any kind.
    since, until : str or None
        As of `app.watching.hits`.
    now, before : Detection, optional
        As of `app.watching.hits`.

    Notes
    -----
    A cluster is the watched one if more than half of the accounts that it was watched by are in
    it. Others that came to it since do not count, or a cluster that grows would be lost from
    sight. Where no cluster has so many of them, the accounts themselves stay watched.
    """
    if not any(each.kind == CLUSTER for each in watches):
        return Follow(list(watches), [], None)
    now = now or _snapshot(workspace, until)
    before = before or (_snapshot(workspace, _day_before(since)) if since else None)
    standing = standing_accounts(workspace)
    followed, joined = [], []
    for each in watches:
        if each.kind != CLUSTER:
            followed.append(each)
            continue
        noted = frozenset(standing.get(key, key) for key in each.members)
        name = _same_cluster(now, noted)
        here = _members(now, name)
        known = noted | _members(before, _same_cluster(before, noted))
        joined += [(each.watch, key, name) for key in sorted(here - known) if name]
        followed.append(replace(each, members=tuple(sorted(noted | here))))
    return Follow(followed, joined, now.as_of if now else None)


def _same_cluster(found: Detection | None, noted: frozenset[str]) -> str | None:
    """Find the cluster that has most of some accounts."""
    if found is None or not noted:
        return None
    here = found.members.filter(pl.col("account_key").is_in(sorted(noted)))
    most = here.group_by("cluster_id").len().filter(pl.col("len") > MOST_OF * len(noted))
    return str(most["cluster_id"].item()) if len(most) else None


def _members(found: Detection | None, name: str | None) -> frozenset[str]:
    """Accounts of a cluster; none when there is none of this id."""
    if found is None or name is None:
        return frozenset()
    return frozenset(found.members.filter(pl.col("cluster_id") == name)["account_key"])


def _snapshot(workspace: Workspace, until: str | None) -> Detection | None:
    """Read the snapshot made last of those up to a day; None where there is none."""
    names = [
        each.snapshot for each in list_snapshots(workspace) if until is None or each.as_of <= until
    ]
    return read_snapshot(workspace, names[-1]) if names else None


def _day_before(day: str) -> str:
    """Give the day before; a text that is no day stays, and is refused elsewhere."""
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day
