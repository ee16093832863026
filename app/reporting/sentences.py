"""Events of clusters in sentences: what changed, and nothing that nobody knows."""

from __future__ import annotations

from typing import Any

from app.reporting.names import Names
from app.words import count

CAUSES = {"judgement": " A person's judgement changed this."}


def say_event(event: dict[str, Any], names: Names, last_day: str | None) -> str:
    """Say what became of a cluster.

    Parameters
    ----------
    event : dict
        A row of `graph.lifecycle.tables.EVENTS`.
    names : Names
    last_day : str or None
        When the cluster was last seen.
    """
    told = {
        "formed": _formed, "grown": _grown, "shrunk": _shrunk, "merged": _merged, "split": _split,
        "dissolved": _dissolved, "reappeared": _reappeared, "continued": _continued,
    }[event["kind"]](event, names, last_day)  # fmt: skip
    return told + CAUSES.get(event["cause"], "")


def _formed(event: dict[str, Any], names: Names, _: str | None) -> str:
    """Say that a cluster formed."""
    added = event["accounts_added"]
    return (
        f"New cluster {event['cluster']} of {count(len(added), 'account')}: {names.all_of(added)}."
    )


def _grown(event: dict[str, Any], names: Names, _: str | None) -> str:
    """Say that a cluster grew."""
    added = event["accounts_added"]
    return (
        f"Cluster {event['cluster']} has grown by {count(len(added), 'account')}: "
        f"{names.all_of(added)}."
    )


def _shrunk(event: dict[str, Any], names: Names, _: str | None) -> str:
    """Say that a cluster shrank."""
    removed = event["accounts_removed"]
    why = {
        "activity": "not seen any more, cause unknown",
        "evidence": "the evidence for them holds no longer",
        "judgement": "taken out",
    }[event["cause"]]
    return (
        f"Cluster {event['cluster']} has shrunk by {count(len(removed), 'account')} ({why}): "
        f"{names.all_of(removed)}."
    )


def _merged(event: dict[str, Any], names: Names, _: str | None) -> str:
    """Say that clusters merged."""
    return (
        f"{len(event['from'])} clusters have merged into {event['cluster']}: "
        f"{', '.join(event['from'])}."
    )


def _split(event: dict[str, Any], names: Names, _: str | None) -> str:
    """Say that a cluster split."""
    how = "; they remain linked by what they once shared" if event["cause"] == "activity" else ""
    return (
        f"Cluster {event['cluster']} has split into {len(event['to'])}: "
        f"{', '.join(event['to'])}{how}."
    )


def _dissolved(event: dict[str, Any], names: Names, last_day: str | None) -> str:
    """Say that a cluster is not active any more."""
    if event["cause"] == "activity":
        since = f" since {last_day}" if last_day else ""
        return (
            f"Cluster {event['cluster']} is not active any more: none of its accounts has been "
            f"seen{since}, though their groups were observed; the cause is unknown."
        )
    return f"Cluster {event['cluster']} is none any more: the evidence for it holds no longer."


def _reappeared(event: dict[str, Any], names: Names, _: str | None) -> str:
    """Say that a cluster is active again."""
    back = event["accounts_back"] or event["accounts_added"]
    return (
        f"Cluster {event['cluster']}, which was not seen any more, is active again: "
        f"{names.all_of(back)}."
    )


def _continued(event: dict[str, Any], names: Names, _: str | None) -> str:
    """Say that a cluster goes on, or was found where nobody had looked."""
    found = event["accounts_found"]
    if not found:
        return f"Cluster {event['cluster']} goes on."
    if not event["from"]:
        return (
            f"Cluster {event['cluster']} of {count(len(found), 'account')} was found in groups "
            "that were collected for the first time, or late: coverage, not growth."
        )
    return (
        f"Cluster {event['cluster']} goes on; {count(len(found), 'account')} of it became known "
        "through groups that were collected for the first time, or late: coverage, not growth."
    )
