"""The events of a report, as plain data."""

from __future__ import annotations

from typing import Any

import polars as pl

from app.reporting.compared import Compared
from app.reporting.evidence import why_of
from app.reporting.names import Names
from app.reporting.sentences import say_event
from graph.lifecycle.surprise import NOTABLE_BITS

DIGITS = 3
SUCCESSOR = "successor"


def event_data(found: Compared, names: Names, *, sure: bool = True) -> list[dict[str, Any]]:
    """Give the events of clusters, the most surprising first.

    Parameters
    ----------
    found : Compared
    names : Names
    sure : bool
        Those that are sure, or those that are not.
    """
    rows = (found.events.sure if sure else found.events.unsure).to_dicts()
    return [_event(row, found, names, sure=sure) for row in rows]


def account_event_data(found: Compared, names: Names) -> list[dict[str, Any]]:
    """Give the events of accounts and successors, the most surprising first."""
    homes = dict(found.now.members.select("account_key", "cluster_id").iter_rows())
    told = [_account_event(row, names) for row in found.account_events.to_dicts()]
    told += [_successor(row, homes, names) for row in found.successors.to_dicts()]
    return sorted(told, key=lambda each: -each["surprise"])


def group_event_data(found: Compared, names: Names) -> list[dict[str, Any]]:
    """Give the groups that may be successors of groups not seen any more."""
    return [
        {
            "kind": "successor_group", "group": row["group_key"], "of": row["of"],
            "score": round(row["score"], DIGITS),
            "sentence": names.replace_in(row["sentence"], (row["group_key"], row["of"])),
            "reasons": row["reasons"],
        }
        for row in found.successor_groups.to_dicts()
    ]  # fmt: skip


def _event(row: dict[str, Any], found: Compared, names: Names, *, sure: bool) -> dict[str, Any]:
    """Give one event of a cluster."""
    why, posts = ([], []) if _is_quiet(row) else why_of(row, found.before, found.now)
    accounts = [*row["accounts_removed"], *row["accounts_added"]]
    return {
        **row,
        "share_of_runs": round(row["share_of_runs"], DIGITS),
        "surprise": round(row["surprise"], DIGITS),
        "notable": sure and row["surprise"] >= NOTABLE_BITS,
        "sentence": say_event(row, names, _last_day(found, row["cluster"])),
        "why": [names.replace_in(each, accounts) for each in why],
        "posts": posts,
    }


def _is_quiet(row: dict[str, Any]) -> bool:
    """Whether nothing happened to a cluster."""
    return row["kind"] == "continued" and not row["accounts_found"]


def _last_day(found: Compared, cluster: str) -> str | None:
    """When a cluster was last seen, in words."""
    last = found.now.activity.filter(pl.col("cluster_id") == cluster)["last_day"].to_list()
    return f"{last[0]:%d %B %Y}" if last and last[0] else None


def _account_event(row: dict[str, Any], names: Names) -> dict[str, Any]:
    """Give one event of an account."""
    spoken = (row["account_key"], row["of"], row["value"])
    return {
        "kind": row["kind"],
        "account": row["account_key"],
        "of": row["of"],
        "cluster": row["cluster_id"],
        "value": row["value"],
        "at": row["at"].isoformat() if row["at"] else None,
        "score": row["score"],
        "sentence": names.replace_in(row["sentence"], spoken),
        "reasons": [names.replace_in(each, spoken) for each in row["reasons"] or []],
        "posts": row["posts"] or [],
        "surprise": round(row["surprise"] or 0.0, DIGITS),
        "notable": (row["surprise"] or 0.0) >= NOTABLE_BITS,
    }


def _successor(row: dict[str, Any], homes: dict[str, str], names: Names) -> dict[str, Any]:
    """Give one account that may be the successor of another."""
    spoken = (row["account_key"], row["of"])
    return {
        "kind": SUCCESSOR,
        "account": row["account_key"],
        "of": row["of"],
        "cluster": homes.get(row["account_key"]) or homes.get(row["of"]),
        "value": None,
        "at": row["at"].isoformat() if row["at"] else None,
        "score": round(row["score"], DIGITS),
        "sentence": names.replace_in(row["sentence"], spoken),
        "reasons": [names.replace_in(each, spoken) for each in row["reasons"]],
        "posts": row["posts"],
        "surprise": round(NOTABLE_BITS + max(row["score"], 0.0), DIGITS),
        "notable": True,
    }
