"""The first page: what matters, in sentences that are read in a minute."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from app.reporting.changes import SUCCESSOR
from app.reporting.compared import Compared
from app.words import count
from graph.lifecycle.tables import ACTIVE, GONE, UNOBSERVED

MOST_CHANGES = 5
NOTHING = "Nothing of note."


def summary_of(found: Compared, report: dict[str, Any]) -> list[str]:
    """Say what matters most, at most eight sentences.

    Parameters
    ----------
    found : Compared
    report : dict
        The events, account events, watch hits and coverage of the report.
    """
    if found.before is None:
        active = report["figures"]["clusters_active"]
        return [
            f"This is the first report: {count(len(found.now.clusters), 'cluster')} known by the "
            f"end of {found.now.as_of}, {active} of them active. Changes are told from the next "
            "report on."
        ]
    told = [each["sentence"] for each in report["events"] if each["notable"]][:MOST_CHANGES]
    told += _successors(report)
    told += _others(report)
    told = told or [NOTHING]
    if report["watch_hits"]:
        told.append(f"{count(len(report['watch_hits']), 'hit')} of what is watched.")
    found_late = sum(bool(each["accounts_found"]) for each in report["events"])
    if found_late:
        told.append(
            f"{count(found_late, 'cluster')} with accounts that became known through new "
            "coverage; that is no growth."
        )
    return told[:8]


def figures_of(found: Compared) -> dict[str, int]:
    """Count what is there, and the posts of the period and of as many days before it."""
    start, end = (date.fromisoformat(day) for day in (found.period.start, found.now.as_of))
    day, posts = pl.col("day"), pl.col("posts")
    counted = found.tables.seen.select(
        now=posts.filter(day > start).sum(),
        before=posts.filter(day > start - (end - start), day <= start).sum(),
    ).row(0, named=True)
    status = dict(found.now.presence["status"].value_counts().iter_rows())
    return {
        "clusters_ever": len(found.now.clusters),
        "clusters_active": found.now.activity.filter(pl.col("status") == ACTIVE).height,
        "accounts_active": status.get(ACTIVE, 0),
        "accounts_unobserved": status.get(UNOBSERVED, 0),
        "accounts_gone": status.get(GONE, 0),
        "posts": counted["now"],
        "posts_before": counted["before"],
    }


def _successors(report: dict[str, Any]) -> list[str]:
    """Say how many accounts may be successors; one is named."""
    here = [each for each in report["account_events"] if each["kind"] == SUCCESSOR]
    if len(here) == 1:
        return [here[0]["sentence"]]
    if not here:
        return []
    return [f"{len(here)} accounts may be successors of accounts not seen any more, cause unknown."]


def _others(report: dict[str, Any]) -> list[str]:
    """Say how many other changes are of note."""
    events = sum(each["notable"] for each in report["events"]) - MOST_CHANGES
    accounts = sum(
        each["notable"] and each["kind"] != SUCCESSOR for each in report["account_events"]
    )
    told = []
    if events > 0:
        told.append(f"{count(events, 'more change')} of clusters below.")
    if accounts:
        told.append(f"{count(accounts, 'change')} of accounts of note below.")
    return told
