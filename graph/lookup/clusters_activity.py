"""When a cluster's accounts posted, and which earlier clusters it goes on from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.store import GraphStore


@dataclass(frozen=True)
class Week:
    """Posts of one week.

    Attributes
    ----------
    first_day : datetime.date
        Its Monday (UTC).
    of : str
        A platform, or an account's key.
    posts : int
    """

    first_day: date
    of: str
    posts: int


@dataclass(frozen=True)
class Line:
    """A line of descent from an earlier cluster to a later one.

    Attributes
    ----------
    key, id, snapshot : str
        The earlier cluster and the detection that found it.
    as_of : str or None
        The day whose knowledge that detection rests on; None where the graph does not say.
    size : int
        Members of the earlier cluster.
    event : str
        How it changed (`graph.lifecycle.tables.EVENTS`).
    accounts : int
        Members of both.
    share : float
        Of these in all members of either.
    of_key, of_id : str
        The later cluster.
    in_graph : bool
        Whether more than its size is in the graph.
    """

    key: str
    id: str
    snapshot: str
    as_of: str | None
    size: int
    event: str
    accounts: int
    share: float
    of_key: str
    of_id: str
    in_graph: bool


def weeks_by_platform(store: GraphStore, cluster_key: str, *, limit: int = 2_000) -> list[Week]:
    """Count posts of a cluster's accounts by week and platform, the latest week first."""
    rows = store.run("cluster_weeks", key=cluster_key, limit=limit)
    return [Week(row["week_key"].date(), row["platform_key"], row["posts"]) for row in rows]


def weeks_by_account(
    store: GraphStore, cluster_key: str, *, accounts: int, limit: int = 5_000
) -> list[Week]:
    """Count posts of those accounts of a cluster that post most, by week, the latest first."""
    rows = store.run("cluster_weeks_of_accounts", key=cluster_key, accounts=accounts, limit=limit)
    return [Week(row["week_key"].date(), row["account_key"], row["posts"]) for row in rows]


def lineage(store: GraphStore, cluster_key: str, *, limit: int = 100) -> list[Line]:
    """List the earlier clusters that a cluster goes on from, the nearest first."""
    return [Line(**row) for row in store.run("cluster_lineage", key=cluster_key, limit=limit)]
