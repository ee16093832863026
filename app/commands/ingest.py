"""``spoor ingest``: read files, folders and zips."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.commands.caller import caller_of, messages, open_store, say_waiting
from app.commands.printing import print_json, print_table
from app.commands.progress import show_progress
from app.intake import take_in
from graph.errors import UsageError
from ingest.intake import ingest as read_only
from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions
from ingest.report import IntakeReport
from ingest.source_record import Custody

COLUMNS = ("file", "format", "rows", "accepted", "rejected", "merged", "posts", "accounts")


def ingest(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, folders, zips.")],
    format_name: Annotated[
        str | None, typer.Option("--format", help="The format; told from the content otherwise.")
    ] = None,
    platform: Annotated[
        str | None, typer.Option(help="Platform of rows that do not name one.")
    ] = None,
    region: Annotated[
        str | None,
        typer.Option(metavar="CC", help="Country whose national phone numbers are meant (ID, TH)."),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option(metavar="TZ", help="Zone of times that carry none (Asia/Jakarta)."),
    ] = None,
    collected_at: Annotated[
        str | None, typer.Option(metavar="T", help="When this was collected (ISO 8601, UTC).")
    ] = None,
    collector: Annotated[str | None, typer.Option(help="Who collected this.")] = None,
    legal_basis: Annotated[str | None, typer.Option(help="On what legal ground.")] = None,
    purpose: Annotated[str | None, typer.Option(help="For what purpose.")] = None,
    handling: Annotated[
        str | None, typer.Option(help="Handling code, such as TLP:AMBER, and free text.")
    ] = None,
    retention: Annotated[
        str | None, typer.Option(metavar="DATE", help="Until when it may be kept.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(help="YAML file that says what a foreign table's columns mean.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and count; keep nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Read files, folders and zips into the workspace, and load what they say into the graph."""
    caller = caller_of(ctx)
    options = ReadOptions(
        platform=platform,
        region=_region(region),
        time_zone=timezone,
        collected_at=_moment(collected_at),
        mapping=load_mapping(mapping) if mapping else None,
    )
    custody = Custody(collector, legal_basis, purpose, handling, _day(retention))
    workspace = caller.workspace(create=True)
    with show_progress() as steps:

        def reading(path: str, done: int, in_all: int) -> None:
            steps(f"Reading {path}", done, in_all)

        if dry_run:
            report = read_only(
                workspace, paths, options, who=caller.who, custody=custody,
                format_name=format_name, progress=reading, dry_run=True,
            )  # fmt: skip
        else:
            report = take_in(
                workspace, paths, who=caller.who, options=options, custody=custody,
                open_store=open_store, format_name=format_name, reading=reading, steps=steps,
                on_wait=say_waiting,
            )  # fmt: skip
    if as_json:
        print_json(report.to_json())
    else:
        _print(report)
    if report.failed:
        raise typer.Exit(1)


def _print(report: IntakeReport) -> None:
    """Say what became of each source."""
    read = [source for source in report.sources if not source.error]
    if read:
        print_table(
            COLUMNS,
            [
                (s.path, s.format, s.rows_read, s.rows_accepted, s.rows_rejected, s.rows_merged,
                 s.posts, s.accounts)
                for s in read
            ],
        )  # fmt: skip
    for source in report.sources:
        for note in (source.error, source.warning):
            if note:
                messages.print(note)


def _region(given: str | None) -> str | None:
    """A two-letter country code in capitals."""
    if given is None:
        return None
    if len(given) != 2 or not given.isalpha() or not given.isascii():
        raise UsageError(f"--region {given}: not a two-letter country code; give one such as ID.")
    return given.upper()


def _moment(given: str | None) -> datetime | None:
    """A moment in UTC."""
    if given is None:
        return None
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise UsageError(
            f"--collected-at {given}: not a time; give one such as 2026-11-02T18:00:00Z."
        ) from None
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def _day(given: str | None) -> str | None:
    """A day as it was given, if it is one."""
    if given is not None:
        try:
            datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError:
            raise UsageError(
                f"--retention {given}: not a day; give one such as 2027-12-31."
            ) from None
    return given
