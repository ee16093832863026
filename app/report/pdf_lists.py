"""The PDF's lists: watch hits, coverage, members, what to preserve and where to look next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app import words as numbers
from app.report import words
from app.report.html import MOST_MEMBERS, MOST_PLACES
from app.report.pdf_blocks import Block, Cell, Names, heading, listed, table, text
from app.report.pictures.arranging import arrange

Report = Mapping[str, Any]


def watch_hits(report: Report, known: Names) -> list[Block]:
    """List the hits of watches: what was asked for, who, when, and the post's words."""
    return table(
        [("Watch", 1), ("What was seen", 2.2), ("Account", 2), ("Post", 2.6), ("Text", 3)],
        [
            (
                each["watch"],
                known.cited(each["value"]),
                known.cited(each["account"]),
                {"name": words.minute(each["at"]), "key": each["post"]},
                each["text"],
            )
            for each in report["watch_hits"]
        ],
    )


def coverage(observed: Mapping[str, Any]) -> list[Block]:
    """Tell the caveats, then which places were observed; those not observed and new ones first."""
    rank = {"not observed": 0, "new": 1}
    places = sorted(
        observed["places"],
        key=lambda place: (rank.get(place["status"], 2), -place["posts"], place["place"]),
    )
    rows = table(
        [("Place", 4), ("This period", 2), ("Posts before#", 1), ("Posts now#", 1),
         ("Last observed", 1.6)],
        [
            (
                {"name": each["name"] or each["place"], "key": each["place"]},
                words.STATUSES.get(each["status"], each["status"]),
                f"{each['posts_before']:,}",
                f"{each['posts']:,}",
                words.day(each["last_observed"]) if each["last_observed"] else words.NEVER,
            )
            for each in places[:MOST_PLACES]
        ],
    )  # fmt: skip
    return [*listed(observed["caveats"]), *rows, *_rest(len(places) - MOST_PLACES, "places")]


def members(report: Report) -> list[Block]:
    """List the accounts of each network, in the order of the numbers in its picture."""
    drawn = {
        each["cluster"]: {node.account: node.number for node in arrange(each).numbered}
        for each in report["pictures"]
    }
    blocks: list[Block] = []
    for each in report["clusters"]:
        order = drawn.get(each["cluster"], {})
        rows = sorted(
            each["members"],
            key=lambda one: (order.get(one["account"]) or len(order) + 1, one["account"]),
        )
        if rows:
            blocks += [
                heading(each["label"]),
                *_accounts(rows[:MOST_MEMBERS], order),
                *_rest(len(rows) - MOST_MEMBERS, "accounts"),
            ]
    return blocks


def preserve_now(report: Report, known: Names) -> list[Block]:
    """List cited posts without a capture; addresses are text, nothing can be clicked."""
    return table(
        [("Post", 4.4), ("Account", 2.3), ("Posted", 1.6), ("Why", 2.8)],
        [
            (
                {"name": each["url"] or words.NO_ADDRESS, "key": each["post"]},
                known.cited(each["account"]),
                words.day(each["posted_at"]),
                each["why"],
            )
            for each in report["preserve_now"]
        ],
    )


def look_next(report: Report, known: Names) -> list[Block]:
    """List where looking would likely yield most."""
    return table(
        [("Where", 4.2), ("What", 1.7), ("Why", 3.6), ("Yield#", 0.9), ("Posts#", 0.9),
         ("Accounts#", 1.2)],
        [
            (
                known.cited(each["value"]),
                words.PLACES_TO_LOOK.get(each["what"], each["what"]),
                each["why"],
                f"{each['yield']:,.1f}",
                f"{each['posts']:,}",
                f"{each['accounts']:,}",
            )
            for each in report["look_next"]
        ],
    )  # fmt: skip


def _accounts(members: list[Mapping[str, Any]], order: Mapping[str, int | None]) -> list[Block]:
    """Make the table of a network's accounts."""
    return table(
        [("No.#", 0.6), ("Account", 4), ("Key", 2.8), ("Status", 2.5), ("Before", 0.9),
         ("Now", 0.7), ("Role", 1.5)],
        [_member(each, order.get(each["account"])) for each in members],
    )  # fmt: skip


def _member(member: Mapping[str, Any], number: int | None) -> list[Cell]:
    """Write a member's row."""
    return [
        str(number or ""),
        member["label"] or "–",
        member["account"],
        words.STATUSES.get(member["status"], member["status"]),
        words.YES if member["before"] else "–",
        words.YES if member["now"] else "–",
        numbers.role(member["role"]) if member["role"] else "",
    ]


def _rest(number: int, what: str) -> list[Block]:
    """Say how many rows are left out, if any."""
    return [text(words.more_rows(number, what))] if number > 0 else []
