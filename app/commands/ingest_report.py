"""Printing what an ingestion did: what needs attention first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.commands.caller import hint, messages
from app.commands.printing import print_table, short_paths, visible
from app.words import count

if TYPE_CHECKING:
    from ingest.report import IntakeReport, SourceReport

COLUMNS = ("file", "format", "rows", "accepted", "rejected", "merged", "posts", "accounts")
LOUD = "bold red"


def print_report(report: IntakeReport, *, dry_run: bool) -> None:
    """Say what became of each source.

    Parameters
    ----------
    report : IntakeReport
        Sources of which many rows were rejected come first, and stand out on a terminal.
    dry_run : bool
        Whether nothing was kept.
    """
    read = sorted(
        (source for source in report.sources if not source.error), key=lambda it: not it.is_loud
    )
    if read:
        names = short_paths([source.path for source in read])
        print_table(
            COLUMNS,
            [
                (name, s.format, s.rows_read, s.rows_accepted, s.rows_rejected, s.rows_merged,
                 s.posts, s.accounts)
                for name, s in zip(names, read, strict=True)
            ],
            styles=[LOUD if source.is_loud else "" for source in read],
        )  # fmt: skip
    _print_messages(report)
    if not report.sources:
        messages.print("There is no file to read here; name files, folders or zips that hold some.")
    if report.hidden:
        messages.print(f"Passed over: {count(report.hidden, 'hidden file')}.")
    if report.attachments:
        what = count(
            report.attachments, "picture or other attachment", "pictures and other attachments"
        )
        messages.print(f"Not read as files of their own: {what}.")
    if pictures := sum(source.pictures for source in read):
        how = "found" if dry_run else "found and kept"
        messages.print(f"Pictures {how}: posts show them {count(pictures, 'time')}.")
    known = sum(s.rows_merged > 0 and s.rows_accepted == 0 for s in read)
    if known:
        hint(f"Nothing new in {count(known, 'file')}: the same bytes are in the archive already.")
    if read and not dry_run:
        hint("Next: `spoor detect` finds networks in all that the workspace holds.")


def _print_messages(report: IntakeReport) -> None:
    """Print what is to be looked at: files not read, many rejected rows, warnings, notices."""
    for source in report.sources:
        if source.error:
            messages.print(visible(source.error), style=LOUD)
    for is_loud in (True, False):
        for source in report.sources:
            if source.warning and source.is_loud == is_loud:
                messages.print(visible(source.warning), style=LOUD if is_loud else None)
    for line in _grouped(report.sources):
        messages.print(visible(line))


def _grouped(sources: tuple[SourceReport, ...]) -> Iterator[str]:
    """Give the notices, those that are the same of several files once."""
    said: dict[str, list[str]] = {}
    paths: dict[str, list[str]] = {}
    for source in sources:
        for notice in source.notices:
            what = notice.removeprefix(f"{source.path}: ")
            said.setdefault(what, []).append(notice)
            paths.setdefault(what, []).append(source.path)
    for what, notices in said.items():
        if len(notices) == 1:
            yield notices[0] if notices[0] != what else f"{paths[what][0]}: {what}"
        else:
            yield f"{len(notices):,} files: {what}"
