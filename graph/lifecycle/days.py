"""Two days side by side: the clusters and accounts of both, and how they match."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import polars as pl

from graph.detection import Detection
from graph.lifecycle.matching import match_clusters
from graph.lifecycle.tables import GONE

DAYS_A_WEEK = 7
LATELY_DAYS = 84
"""So long after an account became known, its coming may still be told: until it is sure."""


class Days:
    """Two days with what is asked of them, by key.

    Parameters
    ----------
    before, now : Detection
        The second goes on from the first.
    clusters_before, clusters_now : polars.DataFrame
        ``account_key cluster_id``: what each account is told to belong to, or what is likeliest.

    Attributes
    ----------
    before, now : Detection
    accounts_before, accounts_now : dict of str to list of str
        Members by cluster.
    home_before : dict of str to str
        Clusters by member.
    status_before, status_now : dict of str to str
        Of accounts that ever posted.
    gone_before, gone_now : set of str
        Clusters that are gone.
    successors, predecessors : dict of str to list of str
        Clusters that match, by the other day's.
    found : set of str
        Accounts that came lately, and that nobody could have seen before: their places were
        collected for the first time, or late, or they never posted.
    new : set of str
        Accounts that came lately, and could have been seen before.
    weeks : float
        Between the two days.
    """

    def __init__(
        self,
        before: Detection,
        now: Detection,
        clusters_before: pl.DataFrame,
        clusters_now: pl.DataFrame,
    ) -> None:
        self.before, self.now = before, now
        clusters_before, clusters_now = (
            _of_several(each) for each in (clusters_before, clusters_now)
        )
        self.accounts_before = _by_cluster(clusters_before)
        self.accounts_now = _by_cluster(clusters_now)
        self.home_before = dict(clusters_before.select("account_key", "cluster_id").iter_rows())
        self.status_before, self.status_now = _status(before), _status(now)
        self.gone_before, self.gone_now = _gone(before), _gone(now)
        self.successors: dict[str, list[str]] = defaultdict(list)
        self.predecessors: dict[str, list[str]] = defaultdict(list)
        for old, new in (
            match_clusters(clusters_before, clusters_now).select("before", "now").rows()
        ):
            self.successors[old].append(new)
            self.predecessors[new].append(old)
        self.found, self.new = _came(now, clusters_now)
        days = (date.fromisoformat(now.as_of) - date.fromisoformat(before.as_of)).days
        self.weeks = max(days, 1) / DAYS_A_WEEK


def _of_several(clusters: pl.DataFrame) -> pl.DataFrame:
    """Clusters of at least two accounts."""
    return clusters.filter(pl.len().over("cluster_id") > 1)


def _by_cluster(clusters: pl.DataFrame) -> dict[str, list[str]]:
    """Members by cluster."""
    members = clusters.sort("cluster_id", "account_key")
    grouped = members.group_by("cluster_id", maintain_order=True).agg("account_key")
    return dict(grouped.iter_rows())


def _status(found: Detection) -> dict[str, str]:
    """Status of the members that ever posted."""
    asked = found.presence.join(found.members, on="account_key", how="semi")
    return dict(asked.select("account_key", "status").iter_rows())


def _gone(found: Detection) -> set[str]:
    """Clusters that are gone."""
    return set(found.activity.filter(pl.col("status") == GONE)["cluster_id"])


def _came(now: Detection, clusters: pl.DataFrame) -> tuple[set[str], set[str]]:
    """Accounts of clusters that came lately: known by coverage only, and new."""
    since = date.fromisoformat(now.as_of) - timedelta(days=LATELY_DAYS)
    asked = clusters.select("account_key").join(now.arrivals, on="account_key", how="left")
    lately = asked.filter(pl.col("known_since").fill_null(str(now.as_of)) > str(since))
    by_coverage = pl.col("by_coverage").fill_null(value=True)
    found = set(lately.filter(by_coverage)["account_key"])
    return found, set(lately["account_key"]) - found
