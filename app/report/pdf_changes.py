"""The PDF's sections on changes: of networks, of accounts, successors, unsure and lesser ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app import words as numbers
from app.report import words
from app.report.pdf_blocks import Block, Names, change, table

SUCCESSOR = "successor"
Event = Mapping[str, Any]


def of_networks(events: Iterable[Event], known: Names) -> list[Block]:
    """Make the blocks of events of clusters, in their order.

    Parameters
    ----------
    events : iterable of mappings
        A report's ``events`` or ``unsure``.
    known : Names
        What keys are called.

    Returns
    -------
    list of dict
        A block each, with accounts and sources.
    """
    return [
        change(
            each["kind"],
            each["sentence"],
            facts=[
                _network(each),
                _runs(each["share_of_runs"]),
                f"surprise {each['surprise']:.1f} bits",
            ],
            why=[*each["why"], *filter(None, [words.CAUSES.get(each["cause"], "")])],
            names=[(title, each[name]) for name, title in words.ACCOUNTS_OF_EVENTS],
            posts=each["posts"],
            known=known,
        )
        for each in events
    ]


def of_accounts(events: Iterable[Event], known: Names) -> list[Block]:
    """Make the blocks of events of accounts: ``kind account sentence reasons posts`` and more."""
    return [
        change(
            each["kind"],
            each["sentence"],
            facts=[
                words.minute(each["at"]) if each["at"] else "",
                f"network {each['cluster']}" if each["cluster"] else "",
                _score(each["score"]),
            ],
            why=each["reasons"],
            names=[
                ("Account", [each["account"]]),
                ("May follow", [each["of"]] if each["of"] else []),
            ],
            posts=each["posts"],
            known=known,
        )
        for each in events
    ]


def of_groups(events: Iterable[Event], known: Names) -> list[Block]:
    """Make the blocks of successor groups: ``kind group of score sentence reasons``."""
    return [
        change(
            each["kind"],
            each["sentence"],
            facts=[_score(each["score"])],
            why=each["reasons"],
            names=[("Group", [each["group"]]), ("May follow", [each["of"]])],
            posts=each.get("posts", ()),
            known=known,
        )
        for each in events
    ]


def lesser(report: Mapping[str, Any], known: Names) -> list[Block]:
    """Make a table of changes that are not notable: what, and whom it is about."""
    rows = [
        (words.EVENTS.get(each["kind"], each["kind"]), each["sentence"], known.cited(each[whom]))
        for whom, events in (("cluster", report["events"]), ("account", report["account_events"]))
        for each in events
        if not each["notable"]
    ]
    return table([("Change", 1), ("What happened", 4), ("Network or account", 2)], rows)


def _network(event: Event) -> str:
    """Say which network an event is about, and which became which."""
    before, after = event["from"], event["to"]
    if before and after and (len(before) > 1 or len(after) > 1):
        return f"network {' + '.join(before)} → {' + '.join(after)}"
    return f"network {event['cluster']}"


def _runs(share: float | None) -> str:
    """Say in how many resampled runs an event holds."""
    return "" if share is None else f"holds in {numbers.share(share)} of runs"


def _score(bits: float | None) -> str:
    """Write the evidence for a successor."""
    return "" if bits is None else f"{numbers.bits(bits)} bits of evidence"
