"""Two days side by side: the clusters and accounts of both, and how they match."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time

import polars as pl

from graph.detection import Detection
from graph.lifecycle.matching import match_clusters
from graph.lifecycle.tables import GONE

DAYS_A_WEEK = 7


class Days:
    """Two days with what is asked of them, by key.

    Attributes
    ----------
    before, now : Detection
    accounts_before, accounts_now : dict of str to list of str
        Members by cluster.
    status_before, status_now : dict of str to str
        Of accounts that ever posted.
    gone_before, gone_now : set of str
        Clusters that are gone.
    successors, predecessors : dict of str to list of str
        Clusters that match, by the other day's.
    found : set of str
        Members now that nobody could have seen before: their places were collected for the first
        time, or late, or they never posted.
    new : set of str
        Members now who were not known before, and could have been.
    weeks : float
        Between the two days.
    """

    def __init__(self, before: Detection, now: Detection) -> None:
        self.before, self.now = before, now
        self.accounts_before, self.accounts_now = _by_cluster(before), _by_cluster(now)
        self.status_before, self.status_now = _status(before), _status(now)
        self.gone_before, self.gone_now = _gone(before), _gone(now)
        self.successors: dict[str, list[str]] = defaultdict(list)
        self.predecessors: dict[str, list[str]] = defaultdict(list)
        for old, new in match_clusters(before.members, now.members).select("before", "now").rows():
            self.successors[old].append(new)
            self.predecessors[new].append(old)
        unknown = _unknown(before, now)
        self.found = _found(unknown, before)
        self.new = set(unknown["account_key"]) - self.found
        days = (date.fromisoformat(now.as_of) - date.fromisoformat(before.as_of)).days
        self.weeks = max(days, 1) / DAYS_A_WEEK


def _by_cluster(found: Detection) -> dict[str, list[str]]:
    """Members by cluster."""
    members = found.members.sort("cluster_id", "account_key")
    grouped = members.group_by("cluster_id", maintain_order=True).agg("account_key")
    return dict(grouped.iter_rows())


def _status(found: Detection) -> dict[str, str]:
    """Status of the members that ever posted."""
    asked = found.presence.join(found.members, on="account_key", how="semi")
    return dict(asked.select("account_key", "status").iter_rows())


def _gone(found: Detection) -> set[str]:
    """Clusters that are gone."""
    return set(found.activity.filter(pl.col("status") == GONE)["cluster_id"])


def _unknown(before: Detection, now: Detection) -> pl.DataFrame:
    """Members of now who had not posted before, as far as known: ``account_key`` and presence."""
    return (
        now.members.select("account_key")
        .join(before.presence, on="account_key", how="anti")
        .join(now.presence, on="account_key", how="left")
    )


def _found(unknown: pl.DataFrame, before: Detection) -> set[str]:
    """Those who are known by coverage, not because they are new."""
    end = datetime.combine(date.fromisoformat(before.as_of), time.max, UTC)
    places = before.presence["places"].explode().drop_nulls().unique().to_list()
    late = pl.col("first_seen") <= end
    elsewhere = pl.col("places").list.set_intersection(places).list.len() == 0
    dated = pl.col("first_seen").is_not_null()
    return set(unknown.filter(~dated | late | elsewhere)["account_key"])
