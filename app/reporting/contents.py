"""A report's contents: one dict that JSON holds, and that HTML and PDF are written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.look_next import look_next
from app.preserving import preserve_now
from app.reporting.changes import account_event_data, event_data, group_event_data
from app.reporting.compared import Compared
from app.reporting.described import cluster_data
from app.reporting.drawn import picture_data
from app.reporting.lineage import lineage_data
from app.reporting.market import listing_data, seller_data
from app.reporting.method import method_data
from app.reporting.names import Names
from app.reporting.observed_weeks import coverage_data, timeline_data
from app.reporting.summary import figures_of, summary_of
from app.watching import hits
from graph.detection import Detection
from graph.workspace import Workspace
from ingest.screened import Screened

MOST_DRAWN = 12
"""So many clusters are drawn; further ones are told in words and tables."""


def contents_of(
    workspace: Workspace, found: Compared, days: Sequence[Detection], who: str
) -> dict[str, Any]:
    """Gather the contents of a report.

    Parameters
    ----------
    workspace : Workspace
    found : Compared
    days : sequence of Detection
        Those whose lines of descent are drawn, the earliest first; the last is that of now.
    who : str
        Who makes it.

    Returns
    -------
    dict
        What ``report.json`` holds. Everything but ``made_at``, ``made_by`` and the days of
        ``lineage`` is the same whenever it is made.
    """
    names = Names(found.tables)
    report: dict[str, Any] = {
        "title": "What changed in the networks",
        "period": {
            "from": found.period.start, "to": found.period.end, "week": found.period.week,
        },
        "baseline": found.before.snapshot if found.before else None,
        "snapshot": found.now.snapshot,
        "as_of": found.now.as_of,
        "calibration": found.now.calibration,
        "settings": found.now.settings.model_dump(mode="json"),
        "handling": _handling(workspace),
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "made_by": who,
        "figures": figures_of(found),
        "events": event_data(found, names),
        "account_events": account_event_data(found, names),
        "group_events": group_event_data(found, names),
        "unsure": event_data(found, names, sure=False),
        "sellers": seller_data(found, names),
        "listings": listing_data(workspace, found),
        "coverage": coverage_data(found, names),
        "watch_hits": _watch_hits(workspace, found),
    }  # fmt: skip
    spoken = _spoken_of(report)
    drawn = spoken[:MOST_DRAWN]
    report |= {
        "summary": summary_of(found, report),
        "clusters": cluster_data(found, spoken, names),
        "pictures": picture_data(found, drawn, names),
        "lineage": lineage_data(days, drawn),
        "timelines": timeline_data(found, drawn),
        "preserve_now": preserve_now(workspace, *_cited(report)),
        "look_next": look_next(workspace, found.tables, found.now.members),
        "method": method_data(found),
    }
    report["labels"] = _labels(report, names)
    return report


def _handling(workspace: Workspace) -> str | None:
    """List the handling codes of all sources."""
    codes = {each.handling for each in Screened(workspace).sources() if each.handling}
    return ", ".join(sorted(codes)) or None


def _watch_hits(workspace: Workspace, found: Compared) -> list[dict[str, Any]]:
    """What turned up in the period of what is watched."""
    since = date.fromisoformat(found.period.start) + timedelta(days=1)
    met = hits(workspace, str(since), found.now.as_of, now=found.now, before=found.before)
    return [asdict(each) for each in met.hits]


def _spoken_of(report: dict[str, Any]) -> list[str]:
    """Clusters of the notable events, in their order."""
    named = [
        cluster
        for each in report["events"]
        if each["notable"] or each["accounts_found"]
        for cluster in (each["cluster"], *each["to"], *each["from"])
    ]
    named += [
        each["cluster"] for each in report["account_events"] if each["notable"] and each["cluster"]
    ]
    return list(dict.fromkeys(named))


def _cited(report: dict[str, Any]) -> tuple[list[str], dict[str, str]]:
    """Posts cited by what is of note, the most important first, and why each is."""
    why: dict[str, str] = {}
    for each in (*report["events"], *report["account_events"]):
        if each["notable"]:
            for post in each["posts"]:
                why.setdefault(post, each["sentence"])
    return list(why), why


def _labels(report: dict[str, Any], names: Names) -> dict[str, str]:
    """Names of all that is spoken of."""
    accounts: set[str] = set()
    posts: set[str] = set()
    for each in (*report["events"], *report["unsure"]):
        accounts.update(
            *(each[f"accounts_{name}"] for name in ("added", "removed", "back", "found"))
        )
        posts.update(each["posts"])
    for each in report["account_events"]:
        accounts.update(key for key in (each["account"], each["of"]) if key)
        posts.update(each["posts"])
    for each in report["watch_hits"]:
        accounts.update([each["account"]] if each["account"] else [])
        posts.update([each["post"]] if each["post"] else [])
    for each in report["preserve_now"]:
        posts.add(each["post"])
        accounts.update([each["account"]] if each["account"] else [])
    for each in report["group_events"]:
        accounts.update((each["group"], each["of"]))
    for each in report["look_next"]:
        accounts.add(each["value"])
    for key in sorted(accounts):
        names.of(key)
    names.note_posts(posts)
    return dict(sorted(names.spoken.items()))
