"""The PDF's lists: watch hits, coverage, members, what to preserve and where to look next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app import words as numbers
from app.report import words
from app.report.pdf_blocks import Block, Names, heading, listed, table
from app.report.pictures.network import chosen

Report = Mapping[str, Any]


def watch_hits(report: Report, known: Names) -> list[Block]:
    """List the hits of watches: what was asked for, who, when, and the post's words."""
    return table(
        [("Watched", 2), ("By", 2), ("When", 1.5), ("Words of the post", 3), ("Post", 2.2)],
        [
            (
                known.cited(each["value"]),
                known.cited(each["account"]),
                words.minute(each["at"]),
                each["text"],
                known.cited(each["post"]),
            )
            for each in report["watch_hits"]
        ],
    )


def coverage(observed: Mapping[str, Any]) -> list[Block]:
    """Tell the caveats, then which places were observed, the unobserved ones first."""
    order = {"not observed": 0, "new": 1}
    places = sorted(observed["places"], key=lambda each: order.get(each["status"], 2))
    rows = table(
        [("Place", 4), ("Status", 2), ("Last observed", 1.6), ("Posts before#", 1), ("Posts#", 1)],
        [
            (
                {"name": each["name"] or each["place"], "key": each["place"]},
                words.STATUSES.get(each["status"], each["status"]),
                words.day(each["last_observed"]) if each["last_observed"] else "never",
                f"{each['posts_before']:,}",
                f"{each['posts']:,}",
            )
            for each in places
        ],
    )
    return [*listed(observed["caveats"]), *rows]


def members(report: Report) -> list[Block]:
    """List the accounts of each network, in the order of the numbers in its picture."""
    drawn = {
        each["cluster"]: {
            node.account: node.number or 0 for node in chosen(each["nodes"], each["ties"])
        }
        for each in report["pictures"]
    }
    blocks: list[Block] = []
    for each in report["clusters"]:
        order = drawn.get(each["cluster"], {})
        rows = sorted(
            each["members"],
            key=lambda one: (order.get(one["account"], 0) or len(order) + 1, one["account"]),
        )
        shown = table(
            [("No.#", 0.5), ("Account", 5), ("Status", 1.8), ("Role", 1.5), ("Before", 0.8),
             ("Now", 0.8)],
            [_member(one, order.get(one["account"], 0)) for one in rows],
        )  # fmt: skip
        blocks += [heading(each["label"]), *shown] if shown else []
    return blocks


def preserve_now(report: Report, known: Names) -> list[Block]:
    """List cited posts without a capture; addresses are text, nothing can be clicked."""
    return table(
        [("Post", 2.6), ("Address", 3.4), ("Account", 2.2), ("Posted", 1.6), ("Why", 2.6)],
        [
            (
                known.cited(each["post"]),
                each["url"] or "not known",
                known.cited(each["account"]),
                words.minute(each["posted_at"]) if each["posted_at"] else "time unknown",
                each["why"],
            )
            for each in report["preserve_now"]
        ],
    )


def look_next(report: Report, known: Names) -> list[Block]:
    """List where looking would likely yield most."""
    return table(
        [("What", 1.4), ("Where", 3.6), ("Why", 4), ("Likely yield#", 1), ("Posts#", 1),
         ("Accounts#", 1.2)],
        [
            (
                each["what"],
                known.cited(each["value"]),
                each["why"],
                f"{each['yield']:,.1f}",
                f"{each['posts']:,}",
                f"{each['accounts']:,}",
            )
            for each in report["look_next"]
        ],
    )  # fmt: skip


def _member(member: Mapping[str, Any], number: int) -> list[Any]:
    """Write a member's row."""
    name = member["label"] or member["account"]
    return [
        str(number) if number else "",
        {"name": name, "key": member["account"]},
        words.STATUSES.get(member["status"], member["status"]),
        numbers.role(member["role"]) if member["role"] else "",
        "yes" if member["before"] else "–",
        "yes" if member["now"] else "–",
    ]
