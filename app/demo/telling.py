"""The person who ran the demonstration is told what was read, found, and left alone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from app.demo.comparison import Comparison, Explained
from app.demo.taking_in import Taken
from app.words import count

WIDTH = 100


def print_sources(console: Console, taken: Sequence[Taken]) -> None:
    """Tell what was read and as what, and what the readers have to say about it.

    Parameters
    ----------
    console : Console
        Where to; lines of text are at most 100 columns wide.
    taken : sequence of Taken
        The files and what became of them.
    """
    table = _table(
        ("What was read", False), ("Week", False), ("Read as", False), ("Time zone", False),
        ("Country", False), ("Rows", True), ("Refused", True), ("Posts", True),
    )  # fmt: skip
    for each in taken:
        read = [source for source in each.report.sources if source.format]
        told = each.file.options
        table.add_row(
            each.file.title,
            each.file.week,
            ", ".join(source.format or "" for source in read),
            told.time_zone or "as stated",
            told.region or "-",
            str(sum(source.rows_read for source in read)),
            str(sum(source.rows_rejected for source in read)),
            str(sum(source.posts for source in read)),
        )
    _show(console, table)
    folder = os.path.commonpath([each.file.path for each in taken])
    notes = [
        note.replace(f"{folder}{os.sep}", "")
        for each in taken
        for source in each.report.sources
        for note in (source.error, source.warning, *source.notices)
        if note
    ]
    for note in dict.fromkeys(notes):
        _say(console, note)
    if notes:
        console.print()


def print_report(console: Console, report: dict[str, Any], folder: str) -> None:
    """Tell what changed in the second week, and where the report is.

    Parameters
    ----------
    console : Console
        Where to; lines of text are at most 100 columns wide.
    report : dict
        `app.reporting.make_report`.
    folder : str
        Where it was written.
    """
    period = report["period"]
    _say(console, f"What changed from {period['from']} to {period['to']}:")
    for sentence in report["summary"]:
        _say(console, f"  {sentence}")
    _say(console, f"The report, as HTML, PDF and JSON: {folder}")
    console.print()


def print_comparison(
    console: Console, comparison: Comparison, *, spoor: str, output: str = "spoor-demo"
) -> None:
    """Tell what was found of what was planted, and what to type next.

    Parameters
    ----------
    console : Console
        Where to; lines of text are at most 100 columns wide.
    comparison : Comparison
        What to tell.
    spoor : str
        How the user calls the program, with the workspace: ``.venv/bin/spoor --workspace demo``.
    output : str
        Where the commands for exporting shall write to.
    """
    _print_rings(console, comparison)
    _print_hubs(console, comparison)
    _print_explained(console, comparison)
    _print_apart(console, comparison)
    _print_own(console, comparison)
    _say(
        console,
        "A cluster is a lead: its accounts may be run or supplied by the same people. Whether "
        "they are, and whether any law is broken, a person has to find out.",
    )
    console.print()
    _print_next(console, comparison, spoor, output)


def _say(console: Console, text: str = "") -> None:
    """Print a paragraph."""
    console.print(text, width=min(WIDTH, console.width), highlight=False, markup=False)


def _table(*columns: tuple[str, bool]) -> Table:
    """Make a plain table; columns with True hold numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, is_number in columns:
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    return table


def _show(console: Console, table: Table) -> None:
    """Print a table and an empty line."""
    console.print(table, width=min(WIDTH, console.width), highlight=False, markup=False)
    console.print()


def _print_rings(console: Console, comparison: Comparison) -> None:
    """Tell which rings were found."""
    _say(
        console,
        f"{comparison.accounts} accounts, {comparison.clusters} clusters. "
        "What was planted, and what was found of it:",
    )
    console.print()
    table = _table(
        ("Ring", False), ("Planted", True), ("Found", True), ("Others", True),
        ("Cluster", False), ("What its accounts share", False),
    )  # fmt: skip
    for found in comparison.rings:
        table.add_row(
            found.ring.name,
            str(len(found.ring.accounts)),
            str(found.members),
            str(found.others),
            found.cluster_id or "not found",
            found.ring.how,
        )
    _show(console, table)


def _print_hubs(console: Console, comparison: Comparison) -> None:
    """Tell which hubs were found."""
    table = _table(
        ("Hub, which joins strangers", False), ("Found", False), ("Published by", True),
        ("Contact detail", False),
    )  # fmt: skip
    for hub in comparison.hubs:
        is_found = hub.accounts is not None
        published = f"{hub.accounts} accounts" if is_found else "-"
        table.add_row(hub.name, "yes" if is_found else "no", published, hub.detail_key)
    _show(console, table)


def _print_explained(console: Console, comparison: Comparison) -> None:
    """Tell about the lawful shop and the scam."""
    _say(console, "Connected, but no trading ring:")
    for one in (comparison.shop, comparison.scam):
        console.print()
        _say(console, _explained(one))
    console.print()


def _explained(one: Explained) -> str:
    """Say whether accounts came out connected, and how that is explained."""
    ring, found = one.found.ring, one.found
    if found.cluster_id is None:
        return f"{ring.name} ({ring.how}): not found connected."
    others = f", with {count(found.others, 'other account')}" if found.others else ""
    return (
        f"{ring.name} ({ring.how}): {found.members} of its {len(ring.accounts)} accounts come out "
        f"connected{others} ({found.cluster_id}), as they are. The explanation named first: "
        f"{one.explanation} ({one.facts or 'no fact speaks for it'})."
    )


def _print_apart(console: Console, comparison: Comparison) -> None:
    """Tell who is rightly left alone, and who was not."""
    table = _table(("Accounts that are not to be joined, because they only", False),
                   ("Planted", True), ("In a cluster", True))  # fmt: skip
    for kind in comparison.apart:
        table.add_row(kind.why, str(kind.accounts), str(kind.joined))
    _show(console, table)
    _say(
        console,
        f"Of all {comparison.innocents} accounts of no ring, shop or scam, "
        f"{len(comparison.misplaced)} were put into a cluster.",
    )
    if comparison.misplaced:
        _say(console, "These are: " + ", ".join(comparison.misplaced) + ".")
    if comparison.named_only:
        _say(
            console,
            f"{count(comparison.named_only, 'account')} are known by a name in one chat only: from "
            "the collector's phonebook, as people call themselves, or because others brought them "
            "in. What they write can join them to others; the same name elsewhere never does.",
        )
    console.print()


def _print_own(console: Console, comparison: Comparison) -> None:
    """Tell that our own side is in nothing, or where it is."""
    _say(
        console,
        f"Our own side: {', '.join(comparison.own)}. The exports suggest them; they were "
        "declared with `own` before anything was looked for, and are in no tie, hub, cluster, list "
        "or export.",
    )
    if comparison.own_found:
        _say(console, "But these are: " + ", ".join(comparison.own_found) + ".")
    console.print()


def _print_next(console: Console, comparison: Comparison, spoor: str, output: str) -> None:
    """Tell what to type next, each command on one line that can be copied."""
    _say(console, "What to type next:")
    for purpose, command in _commands(comparison, output):
        console.print()
        _say(console, f"  {purpose}")
        console.print(
            f"    {spoor} {command}", soft_wrap=True, highlight=False, markup=False, style="bold"
        )


def _commands(comparison: Comparison, output: str) -> list[tuple[str, str]]:
    """List what may be done next, with ids that exist."""
    looks = [("The clusters, the largest first", "clusters")]
    first = next((found for found in comparison.rings if found.cluster_id), None)
    if first is not None:
        looks += [
            ("One cluster: members, reasons, other explanations", f"cluster {first.cluster_id}"),
            ("One account and what ties it to others", f"account {comparison.looked_at}"),
        ]
    if comparison.ends is not None:
        ends = " ".join(comparison.ends)
        looks.append(("How two accounts that share nothing are connected", f"path {ends}"))
    for hub in comparison.hubs[:1]:
        value = hub.detail_key.rsplit(":", 1)[1]
        looks.append(("Who publishes a number, a name or a word", f"search {value}"))
    return [
        *looks,
        ("Couriers, escrow accounts and the like", "hubs"),
        ("Accounts of our own side, which stay out of everything", "own"),
        ("Rows that could not be read, and why", "rejected"),
        ("All clusters as tables", f"export --all --format csv --output {output}"),
        ("The same for Gephi, with times", f"export --all --format gexf --output {output}.gexf"),
        ("The same in a browser", "app"),
    ]
