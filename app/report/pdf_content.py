"""What the PDF says, in its order, as plain data for the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.report import facts, pdf_blocks, pdf_changes, pdf_lists, words
from app.report.names import Names
from app.report.pdf_blocks import Block, heading, picture, table, text, together
from app.report.pdf_pictures import parted
from app.report.pictures import pictures_of
from app.report.sections import sections_of

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
    pictures = {name: parted(svg) for name, svg in pictures_of(report).items()}
    return {
        "title": report["title"],
        "kicker": words.KICKER,
        "handling": report["handling"] or "",
        "about": facts.compared(period, report["baseline"]),
        "made": f"Made {words.minute(report['made_at'])} by {report['made_by']}",
        "running": f"{words.KICKER} · {span}",
        "foot": f"Snapshot {report['snapshot']}",
        "made_by": report["made_by"],
        "matters_title": words.WHAT_MATTERS,
        "matters": report["summary"],
        "figures_title": words.KEY_FIGURES,
        "figures": _figures(report["figures"]),
        "leads": words.LEADS,
        "sources_title": words.SOURCES,
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
    """Fill the sections that are there, in the order of their titles."""
    known, sections = Names(report), sections_of(report, pictures)
    held = sections.held
    filled: dict[str, list[Block]] = {
        "changes": pdf_changes.of_clusters(held["changes"], known),
        "accounts": pdf_changes.of_accounts(held["accounts"], known),
        "successors": pdf_changes.of_accounts(held["successors"], known),
        "clusters": _clusters(held["clusters"], report, pictures),
        "lineage": picture("lineage", pictures),
        "watches": pdf_lists.watch_hits(report, known),
        "unsure": pdf_changes.of_clusters(held["unsure"], known),
        "found": pdf_changes.of_clusters(held["found"], known),
        "others": pdf_changes.lesser(held["others"], known),
        "market": pdf_lists.market(held["market"]),
        "coverage": pdf_lists.coverage(report),
        "members": pdf_lists.members(report),
        "method": _method(report),
        "preserve": pdf_lists.preserve_now(report, known),
        "next": pdf_lists.look_next(report, known),
    }
    told = [_section(name, filled[name]) for name in sections.told]
    if sections.unchanged:
        unchanged = words.go_on(sections.unchanged, further=held["changes"] != [])
        told[sections.told.index("changes")]["blocks"].append(text(unchanged))
    return told


def _section(name: str, blocks: list[Block]) -> dict[str, Any]:
    """Make a section; an empty one says that it is, and what that means."""
    return {
        "title": words.TITLES[name],
        "introduction": words.INTRODUCTIONS.get(name, "") if blocks else "",
        "blocks": blocks or [text(words.EMPTY[name])],
    }


def _clusters(clusters: list[str], report: Report, pictures: Mapping[str, Any]) -> list[Block]:
    """Show each cluster spoken of: what is known, before and now, and its posts by week."""
    known = {each["cluster"]: each for each in report["clusters"]}
    named = Names(report)
    return [
        together(
            [
                heading(named.called(each)),
                pdf_blocks.facts(
                    [("Cluster", each, ""), *(facts.known_of(known[each]) if each in known else ())]
                ),
                *picture(f"network:{each}", pictures),
                *picture(f"timeline:{each}", pictures),
            ]
        )
        for each in clusters
    ]


def _method(report: Report) -> list[Block]:
    """Tell the method, then every parameter and version."""
    told = [
        block
        for each in report["method"]
        for block in (heading(each["heading"]), text(each["text"]))
    ]
    parameters = table([("Parameter", 1), ("Value", 3)], facts.parameters(report))
    return [*told, heading("Parameters"), *parameters]
