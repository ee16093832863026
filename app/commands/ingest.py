"""``spoor ingest``: read files, folders and zips."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import caller_of, open_store, say_waiting
from app.commands.ingest_report import print_report
from app.commands.options import (
    DateOrder,
    Region,
    TimeZone,
    day,
    known_order,
    moment,
    named_encoding,
)
from app.commands.own import say_suggestions
from app.commands.printing import print_json
from app.commands.progress import show_progress
from app.commands.watch import say_watched
from ingest.source_record import Custody

if TYPE_CHECKING:
    from ingest.report import IntakeReport


def ingest(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders, zips.")],
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="Format, as `spoor formats` lists them [told from the content].",
        ),
    ] = None,
    platform: Annotated[
        str | None, typer.Option(metavar="NAME", help="Platform of rows that do not name one.")
    ] = None,
    region: Region = None,
    timezone: TimeZone = None,
    date_order: DateOrder = None,
    chat: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Of the chat, where its export carries none."),
    ] = None,
    private: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT",
            help="Of a whole account: a private chat's name or id, contacts, sessions.",
        ),
    ] = None,
    collected_at: Annotated[
        str | None, typer.Option(metavar="T", help="When this was collected (ISO 8601, UTC).")
    ] = None,
    collector: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who collected this.")
    ] = None,
    legal_basis: Annotated[
        str | None, typer.Option(metavar="TEXT", help="On what legal ground.")
    ] = None,
    purpose: Annotated[str | None, typer.Option(metavar="TEXT", help="For what purpose.")] = None,
    handling: Annotated[
        str | None, typer.Option(metavar="CODE", help="Such as TLP:AMBER, and free text.")
    ] = None,
    retention: Annotated[
        str | None, typer.Option(metavar="DATE", help="Until when it may be kept.")
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of text (cp1252, cp1251) [told from the file]."),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="YAML: what a foreign table's columns mean; `spoor map` proposes it.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and count; keep nothing.")
    ] = False,
    pictures: Annotated[
        bool,
        typer.Option(
            "--pictures/--no-pictures",
            help="Keep and compare the pictures that posts name where they lie beside a file.",
        ),
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Read files, folders and zips, and load what they say.

    The same bytes twice change nothing. A file that cannot be read is named, and the others are
    read all the same.
    """
    from app.intake import take_in
    from app.watching import archived_now, hits_of_sources
    from ingest.extract.phones.numbers import known_region
    from ingest.intake import ingest as read_only
    from ingest.readers import check_format
    from ingest.readers.mapping import load_mapping
    from ingest.readers.options import ReadOptions
    from ingest.readers.times import Clock

    caller = caller_of(ctx)
    custody = Custody(collector, legal_basis, purpose, handling, day("--retention", retention))
    options = ReadOptions(
        platform=platform,
        region=known_region(region) if region is not None else None,
        time_zone=Clock(timezone).time_zone,
        collected_at=moment("--collected-at", collected_at),
        mapping=load_mapping(mapping) if mapping else None,
        date_order=known_order(date_order),
        chat=chat,
        encoding=named_encoding(encoding),
        private=frozenset(private or ()),
    )
    chosen = check_format(format_name) if format_name is not None else None
    workspace = caller.planned_workspace() if dry_run else caller.workspace(create=True)
    before = None if dry_run else archived_now(workspace)
    with show_progress() as steps:

        def reading(path: str, done: int, in_all: int) -> None:
            steps(f"Reading {path}", done, in_all)

        if dry_run:
            report = read_only(
                workspace, paths, options, who=caller.who, custody=custody,
                format_name=chosen, progress=reading, dry_run=True, pictures=pictures,
            )  # fmt: skip
        else:
            report = take_in(
                workspace, paths, who=caller.who, options=options, custody=custody,
                open_store=open_store, format_name=chosen, reading=reading, steps=steps,
                on_wait=say_waiting, pictures=pictures,
            )  # fmt: skip
    watched = None if before is None else hits_of_sources(workspace, _archived(report) - before)
    if as_json:
        print_json(
            report.to_json() | ({} if watched is None else {"watch_hits": watched["watches"]})
        )
    else:
        print_report(report, dry_run=dry_run)
    if watched is not None:
        say_watched(watched["posts"], len(watched["watches"]))
    if not dry_run:
        say_suggestions(workspace, {source.path for source in report.sources})
    if report.failed:
        raise typer.Exit(1)


def _archived(report: IntakeReport) -> set[str]:
    """The sources of a report that are in the archive."""
    return {each.sha256 for each in report.sources if each.sha256 and not each.error}
