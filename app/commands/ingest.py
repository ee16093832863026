"""``spoor ingest``: read files, folders and zips."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import caller_of, hint, messages, open_store, say_waiting
from app.commands.options import day, known_order, moment
from app.commands.own import say_suggestions
from app.commands.printing import print_json, print_table, short_paths, visible
from app.commands.progress import show_progress
from app.words import count
from ingest.source_record import Custody

if TYPE_CHECKING:
    from ingest.report import IntakeReport

COLUMNS = ("file", "format", "rows", "accepted", "rejected", "merged", "posts", "accounts")


def ingest(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders, zips.")],
    format_name: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="Format [told from the content].")
    ] = None,
    platform: Annotated[
        str | None, typer.Option(metavar="NAME", help="Platform of rows that do not name one.")
    ] = None,
    region: Annotated[
        str | None,
        typer.Option(metavar="CC", help="Country whose national phone numbers are meant (ID, TH)."),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option(metavar="TZ", help="Zone of times that carry none (Asia/Jakarta)."),
    ] = None,
    date_order: Annotated[
        str | None,
        typer.Option(metavar="ORDER", help="Of dates that do not say: dmy, mdy or ymd."),
    ] = None,
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
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="YAML: what a foreign table's columns mean.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and count; keep nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Read files, folders and zips, and load what they say.

    The same bytes twice change nothing. A file that cannot be read is named, and the others are
    read all the same.
    """
    from app.intake import take_in
    from ingest.extract.phone_numbers import known_region
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
        private=frozenset(private or ()),
    )
    chosen = check_format(format_name) if format_name is not None else None
    workspace = caller.planned_workspace() if dry_run else caller.workspace(create=True)
    with show_progress() as steps:

        def reading(path: str, done: int, in_all: int) -> None:
            steps(f"Reading {path}", done, in_all)

        if dry_run:
            report = read_only(
                workspace, paths, options, who=caller.who, custody=custody,
                format_name=chosen, progress=reading, dry_run=True,
            )  # fmt: skip
        else:
            report = take_in(
                workspace, paths, who=caller.who, options=options, custody=custody,
                open_store=open_store, format_name=chosen, reading=reading, steps=steps,
                on_wait=say_waiting,
            )  # fmt: skip
    if as_json:
        print_json(report.to_json())
    else:
        _print(report, dry_run=dry_run)
    if not dry_run:
        say_suggestions(workspace, {source.path for source in report.sources})
    if report.failed:
        raise typer.Exit(1)


def _print(report: IntakeReport, *, dry_run: bool) -> None:
    """Say what became of each source."""
    read = [source for source in report.sources if not source.error]
    if read:
        names = short_paths([source.path for source in read])
        print_table(
            COLUMNS,
            [
                (name, s.format, s.rows_read, s.rows_accepted, s.rows_rejected, s.rows_merged,
                 s.posts, s.accounts)
                for name, s in zip(names, read, strict=True)
            ],
        )  # fmt: skip
    for source in report.sources:
        for note in (source.error, source.warning, *source.notices):
            if note:
                messages.print(visible(note))
    if not report.sources:
        messages.print("There is no file to read here; name files, folders or zips that hold some.")
    if report.hidden:
        messages.print(f"Passed over: {count(report.hidden, 'hidden file')}.")
    if report.attachments:
        what = count(
            report.attachments, "picture or other attachment", "pictures and other attachments"
        )
        messages.print(f"Passed over: {what}.")
    known = sum(s.rows_merged > 0 and s.rows_accepted == 0 for s in read)
    if known:
        hint(f"Nothing new in {count(known, 'file')}: the same bytes are in the archive already.")
    if read and not dry_run:
        hint("Next: `spoor detect` finds networks in all that the workspace holds.")
