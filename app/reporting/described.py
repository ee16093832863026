"""The clusters that a report speaks of: who belongs to them, and what they trade in."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import polars as pl

from app.reporting.compared import Compared
from app.reporting.names import Names
from app.words import count
from graph.lifecycle.tables import UNOBSERVED

DIGITS = 3


def cluster_data(found: Compared, clusters: Collection[str], names: Names) -> list[dict[str, Any]]:
    """Describe clusters of now, and those of before that are none now.

    Parameters
    ----------
    found : Compared
    clusters : collection of str
        Ids, in the order in which they are described.
    names : Names
    """
    now = {row["cluster_id"]: row for row in found.now.clusters.to_dicts()}
    old = {} if found.before is None else {
        row["cluster_id"]: row for row in found.before.clusters.to_dicts()
    }  # fmt: skip
    return [
        _described(each, now.get(each) or old[each], found, names)
        for each in clusters
        if each in now or each in old
    ]


def _described(cluster: str, row: dict[str, Any], found: Compared, names: Names) -> dict[str, Any]:
    """Describe one cluster."""
    members = _members(cluster, found, names)
    first = names.of(members[0]["account"]) if members else cluster
    return {
        "cluster": cluster,
        "label": f"{first} and {len(members) - 1} more" if len(members) > 1 else first,
        "size": row["size"],
        "active": sum(each["status"] != "gone" and each["now"] for each in members),
        "taxa": row["taxa"],
        "offers": row["offers"] or 0,
        "value": _value([each["account"] for each in members], found),
        "connectedness": round(row["connectedness"], DIGITS),
        "status": row["status"],
        "members": members,
    }


def _members(cluster: str, found: Compared, names: Names) -> list[dict[str, Any]]:
    """Tell who belongs to a cluster on either day, the best connected first."""
    here = pl.col("cluster_id") == cluster
    now = found.now.members.filter(here).sort("stability", "account_key", descending=[True, False])
    roles = dict(now.select("account_key", "role").iter_rows())
    before = [] if found.before is None else (
        found.before.members.filter(here)["account_key"].sort().to_list()
    )  # fmt: skip
    accounts = list(dict.fromkeys([*roles, *before]))
    asked = pl.Series(accounts, dtype=pl.String).implode()
    status = dict(
        found.now.presence.filter(pl.col("account_key").is_in(asked))
        .select("account_key", "status")
        .iter_rows()
    )
    return [
        {
            "account": each,
            "label": names.of(each),
            "status": status.get(each, UNOBSERVED),
            "before": each in before,
            "now": each in roles,
            "role": roles.get(each, "member"),
        }
        for each in accounts
    ]


def _value(accounts: list[str], found: Compared) -> str | None:
    """Say what prices the accounts stated in the period, currency by currency."""
    asked = pl.Series(accounts, dtype=pl.String).implode()
    start = pl.lit(found.period.start).str.to_date()
    prices = (
        found.tables.statements.filter(
            pl.col("account_key").is_in(asked),
            pl.col("fact") == "price",
            pl.col("unit").is_not_null(),
            pl.col("seen_at").dt.date() > start,
        )
        .group_by("unit")
        .agg(pl.col("amount").median(), posts=pl.col("post_key").n_unique())
        .sort("posts", "unit", descending=[True, False])
    )
    told = [
        f"{unit} {amount:,.0f} in the middle of {count(posts, 'post')} with a price"
        for unit, amount, posts in prices.head(3).iter_rows()
    ]
    return f"Prices stated in this period: {'; '.join(told)}." if told else None
