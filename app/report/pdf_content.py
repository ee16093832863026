"""What the PDF says, in its order, as plain data for the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app import words as numbers
from app.report import pdf_changes, pdf_lists, words
from app.report.pdf_blocks import Block, Names, heading, listed, picture, table, text
from app.report.pdf_pictures import parted
from app.report.pictures import pictures_of

Report = Mapping[str, Any]


def content_of(report: Report) -> dict[str, Any]:
    """Lay out a report.

    Parameters
    ----------
    report : mapping
        As in ``report.json``, its text fit to be shown.

    Returns
    -------
    dict
        The first page's parts, ``sections`` of blocks, and ``pictures`` by name. Sections
        without anything to say are left out but for those that every report has.
    """
    period = report["period"]
    span = words.span(period["from"], period["to"])
    made = datetime.fromisoformat(report["made_at"])
    pictures = {name: parted(svg) for name, svg in pictures_of(report).items()}
    return {
        "title": report["title"],
        "kicker": words.KICKER,
        "handling": report["handling"] or "",
        "about": " · ".join(filter(None, [
            words.week(period["week"]), span, f"made {words.minute(report['made_at'])}",
            f"by {report['made_by']}"])),
        "running": f"{words.KICKER} · {span}",
        "foot": f"Snapshot {report['snapshot']}",
        "made_by": report["made_by"],
        "date": [made.year, made.month, made.day],
        "matters_title": words.WHAT_MATTERS,
        "matters": report["summary"],
        "figures_title": words.KEY_FIGURES,
        "figures": _figures(report["figures"]),
        "leads": words.LEADS,
        "contents_title": words.CONTENTS,
        "sections": _sections(report, pictures),
        "pictures": pictures,
    }  # fmt: skip


def _figures(figures: Mapping[str, int]) -> list[dict[str, str]]:
    """Write the key figures, with those that go with them."""
    return [
        {
            "number": f"{figures[name]:,}",
            "caption": caption,
            "more": f"{figures[other]:,} {said}" if other else "",
        }
        for name, caption, other, said in words.FIGURES
    ]


def _sections(report: Report, pictures: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Fill the sections in the order of their titles."""
    known = Names(report)
    of_accounts = [each for each in report["account_events"] if each["notable"]]
    successors = [each for each in of_accounts if each["kind"] == pdf_changes.SUCCESSOR]
    others = [each for each in of_accounts if each["kind"] != pdf_changes.SUCCESSOR]
    filled: dict[str, list[Block]] = {
        "changes": pdf_changes.of_networks(
            [each for each in report["events"] if each["notable"]], known
        ),
        "accounts": pdf_changes.of_accounts(others, known),
        "successors": [
            *pdf_changes.of_accounts(successors, known),
            *pdf_changes.of_groups(report["group_events"], known),
        ],
        "networks": _networks(report, pictures),
        "lineage": picture("lineage", pictures),
        "watches": pdf_lists.watch_hits(report, known),
        "unsure": pdf_changes.of_networks(report["unsure"], known),
        "others": pdf_changes.lesser(report, known),
        "coverage": pdf_lists.coverage(report["coverage"]),
        "members": pdf_lists.members(report),
        "method": _method(report),
        "preserve": pdf_lists.preserve_now(report, known),
        "next": pdf_lists.look_next(report, known),
    }
    return [_section(name, filled[name]) for name in words.TITLES if _is_told(name, filled[name])]


def _is_told(name: str, blocks: list[Block]) -> bool:
    """Whether a section is there."""
    return bool(blocks) or name in words.ALWAYS


def _section(name: str, blocks: list[Block]) -> dict[str, Any]:
    """Make a section; an empty one says that it is, and what that means."""
    return {
        "title": words.TITLES[name],
        "introduction": words.INTRODUCTIONS.get(name, "") if blocks else "",
        "blocks": blocks or [text(words.EMPTY[name])],
    }


def _networks(report: Report, pictures: Mapping[str, Any]) -> list[Block]:
    """Show each network spoken of: what is known, before and now, and its posts by week."""
    blocks: list[Block] = []
    for each in report["clusters"]:
        cluster = each["cluster"]
        blocks += [
            heading(each["label"]),
            *listed(_known(each)),
            *picture(f"network:{cluster}", pictures),
            *picture(f"timeline:{cluster}", pictures),
        ]
    return blocks


def _known(cluster: Mapping[str, Any]) -> list[str]:
    """Say what is known of a network."""
    goods = ", ".join(cluster["taxa"]) or "no taxon named"
    return [
        f"Network {cluster['cluster']}: {numbers.count(cluster['size'], 'account')} ever linked, "
        f"{cluster['active']:,} active; connectedness "
        f"{numbers.share(cluster['connectedness'])}; legality: {cluster['status']}.",
        f"{numbers.count(cluster['offers'], 'offer')}; {goods}.",
        *filter(None, [cluster["value"]]),
    ]


def _method(report: Report) -> list[Block]:
    """Tell the method, then every parameter and version."""
    told = [
        block
        for each in report["method"]
        for block in (heading(each["heading"]), text(each["text"]))
    ]
    rows = {
        "Period": f"{report['period']['from']} – {report['period']['to']}",
        "Snapshot": report["snapshot"],
        "Compared with": report["baseline"] or "nothing: this is the first report",
        "As of": report["as_of"],
        "Calibration": report["calibration"],
        **report["settings"],
        "Made": f"{words.minute(report['made_at'])}, by {report['made_by']}",
    }
    parameters = table(
        [("Parameter", 1), ("Value", 3)], [(name, str(value)) for name, value in rows.items()]
    )
    return [*told, heading("Parameters"), *parameters]
