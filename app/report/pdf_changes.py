"""The PDF's sections on changes: of clusters, of accounts, successors, unsure and lesser ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.report import facts, words
from app.report.names import Names
from app.report.pdf_blocks import Block, Cell, change, cited, table

Event = Mapping[str, Any]


def of_clusters(events: Iterable[Event], known: Names) -> list[Block]:
    """Make the blocks of events of clusters, in their order.

    Parameters
    ----------
    events : iterable of mappings
        Some of a report's ``events`` or ``unsure``.
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
            facts=facts.of_cluster(each),
            why=each["why"],
            names=[(title, each[name]) for name, title in words.ACCOUNTS_OF_EVENTS],
            posts=each["posts"],
            known=known,
        )
        for each in events
    ]


def of_accounts(events: Iterable[Event], known: Names) -> list[Block]:
    """Make the blocks of events of accounts and of successor groups, in their order.

    Parameters
    ----------
    events : iterable of mappings
        A report's ``account_events`` or ``group_events``.
    known : Names
        What keys are called.

    Returns
    -------
    list of dict
        A block each, with whom it is about and sources.
    """
    return [
        change(
            each["kind"],
            each["sentence"],
            facts=facts.of_account(each),
            why=each["reasons"],
            names=[
                (title, [each[name]])
                for name, title in (
                    ("account", words.ACCOUNT),
                    ("group", words.GROUP),
                    ("of", words.MAY_FOLLOW),
                )
                if each.get(name)
            ],
            about=known.about(each),
            posts=each.get("posts", ()),
            known=known,
        )
        for each in events
    ]


def lesser(events: Iterable[Event], known: Names) -> list[Block]:
    """Make a table of changes that are not notable: what, and whom it is about."""
    return table(
        [("Change", 1.2), ("What happened", 4), ("Cluster or account", 2)],
        [_row(each, known) for each in events],
    )


def _row(event: Event, known: Names) -> list[Cell]:
    """Write a lesser change's row."""
    whom = event.get("account") or event["cluster"]
    return [words.EVENTS.get(event["kind"], event["kind"]), event["sentence"], cited(known, whom)]
