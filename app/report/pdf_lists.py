"""The PDF's lists: watch hits, coverage, members, what to preserve and where to look next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.report import words
from app.report.members import Member, Membership
from app.report.names import Names
from app.report.pdf_blocks import Block, Cell, cited, heading, listed, table, text, thing
from app.report.sections import places_of

Report = Mapping[str, Any]
Column = tuple[str, float, Callable[[Member], Cell]]


def watch_hits(report: Report, known: Names) -> list[Block]:
    """List the hits of watches: what was asked for, who, when, and the post's words."""
    return table(
        [("Watch", 0.8), ("What was seen", 3), ("Account", 2), ("Post", 2.4), ("Text", 2.6)],
        [_hit(each, known) for each in report["watch_hits"]],
    )


def market(rows: list[tuple[str, ...]]) -> list[Block]:
    """List what appeared on the market, and what is not seen any more."""
    first, *others = words.MARKET
    return table([(first, 3), *((f"{other}#", 1.4) for other in others)], rows)


def coverage(report: Report) -> list[Block]:
    """Tell the caveats, then which places were observed; those not observed and new ones first."""
    places, more = places_of(report)
    rows = table(
        [("Place", 4), ("This period", 2), ("Posts before#", 1), ("Posts now#", 1),
         ("Last observed", 1.6)],
        [
            [
                {"name": each["name"] or each["place"], "key": each["place"]},
                words.status(each["status"]),
                f"{each['posts_before']:,}",
                f"{each['posts']:,}",
                words.day(each["last_observed"]) if each["last_observed"] else words.NEVER,
            ]
            for each in places
        ],
    )  # fmt: skip
    return [*listed(report["coverage"]["caveats"]), *rows, *_rest(more, "places")]


def members(report: Report) -> list[Block]:
    """List the accounts of each cluster, in the order of the numbers in its picture."""
    membership = Membership(report)
    blocks: list[Block] = []
    for each in report["clusters"]:
        rows = membership.of(each)
        if rows.rows:
            columns = _columns(is_numbered=rows.is_numbered, has_roles=rows.has_roles)
            heads = [(title, width) for title, width, _ in columns]
            cells = [[fill(row) for _, _, fill in columns] for row in rows.rows]
            blocks += [heading(each["label"]), *table(heads, cells), *_rest(rows.rest, "accounts")]
    return blocks


def preserve_now(report: Report, known: Names) -> list[Block]:
    """List cited posts without a capture; addresses are text, nothing can be clicked."""
    return table(
        [("Post", 4.4), ("Account", 2.3), ("Posted", 1.6), ("Why", 2.8)],
        [
            (
                {"name": each["url"] or words.NO_ADDRESS, "key": each["post"]},
                cited(known, each["account"]),
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
                thing(known, each["value"]),
                words.PLACES_TO_LOOK.get(each["what"], each["what"]),
                each["why"],
                f"{each['yield']:,.1f}",
                f"{each['posts']:,}",
                f"{each['accounts']:,}",
            )
            for each in report["look_next"]
        ],
    )  # fmt: skip


def _hit(hit: Mapping[str, Any], known: Names) -> list[Cell]:
    """Write the row of a watch's hit; a description or a new member has no post."""
    return [
        hit["watch"],
        {**thing(known, hit["value"]), "more": hit["what"]},
        cited(known, hit["account"]),
        {"name": words.minute(hit["at"]), "key": hit["post"] or ""},
        hit["text"] or "",
    ]


def _columns(*, is_numbered: bool, has_roles: bool) -> list[Column]:
    """Columns of a cluster's accounts; without numbers and roles where there are none."""
    numbers: list[Column] = [("No.#", 0.6, lambda row: row.number)]
    roles: list[Column] = [("Role", 1.4, lambda row: row.role)]
    return [
        *(numbers if is_numbered else []),
        ("Account", 3.8, lambda row: row.label),
        ("Key", 3.5, lambda row: {"key": row.account}),
        ("Status", 2.6, lambda row: row.status),
        ("Before", 0.9, lambda row: row.before),
        ("Now", 0.7, lambda row: row.now),
        *(roles if has_roles else []),
    ]


def _rest(number: int, what: str) -> list[Block]:
    """Say how many rows are left out, if any."""
    return [text(words.more_rows(number, what))] if number > 0 else []
