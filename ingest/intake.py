"""Taking sources in: found, read and archived, each whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from graph.errors import SourceError
from graph.records import Batch
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import discard_derived
from ingest.disk_errors import disk_errors_said
from ingest.draft import Draft
from ingest.images.gathering import Gathering, Tick
from ingest.images.later import add_pictures, known_pictures
from ingest.journal import Journal
from ingest.noting import custody_of, note_ingested, note_source
from ingest.readers import READERS, check_format, detect_format
from ingest.readers.options import ReadOptions
from ingest.report import IntakeReport, SourceReport, known_source, new_source
from ingest.saved_mappings import mapping_for
from ingest.source_record import Custody, SourceRecord
from ingest.sources import Found, Source, find_sources
from ingest.told import is_told_otherwise, told, told_options

Progress = Callable[[str, int, int], None]
"""Called with a source's path, the bytes read of it, and its size."""


def ingest(
    workspace: Workspace,
    paths: Sequence[Path],
    options: ReadOptions | None = None,
    *,
    who: str,
    custody: Custody | None = None,
    format_name: str | None = None,
    progress: Progress | None = None,
    on_wait: Callable[[], None] | None = None,
    dry_run: bool = False,
    pictures: bool = True,
    passed_over: Callable[[Path], bool] | None = None,
) -> IntakeReport:
    """Take sources into the archive.

    Parameters
    ----------
    workspace : Workspace
        Where to.
    paths : sequence of Path
        Files, folders and zips.
    options : ReadOptions, optional
        What the readers are told.
    who : str
        Who does this.
    custody : Custody, optional
        What holds for all these sources.
    format_name : str, optional
        Format of all of them; otherwise as the mapping says, else told from their content.
    progress : callable, optional
        Told how far each source has been read.
    on_wait : callable, optional
        Called once when another command is writing to the workspace, before waiting for it.
    dry_run : bool
        Read and count, and keep nothing.
    pictures : bool
        Whether pictures that posts name are taken in where they lie beside a source.
    passed_over : callable, optional
        As of `ingest.sources.find_sources`.

    Returns
    -------
    IntakeReport
        One entry per source, and one with an ``error`` for each that could not be read at all;
        the others are read nevertheless.

    Raises
    ------
    UsageError
        If the format or time zone is not known.
    WorkspaceError
        If the workspace cannot be written to.

    Notes
    -----
    The same bytes twice change nothing. A crash leaves each source whole or absent; run it again.
    """
    options = options or ReadOptions()
    intake = _Intake(
        Archive(workspace),
        options,
        custody or Custody(),
        who,
        check_format(format_name) if format_name else None,
        progress or _silent,
        dry_run,
        pictures,
    )
    find = partial(find_sources, paths, leave_out=workspace.root, passed_over=passed_over)
    with disk_errors_said(workspace):
        if dry_run:
            return intake.run(find())
        with workspace.writer(on_wait=on_wait):
            intake.recover()
            return intake.run(find())


@dataclass(frozen=True)
class _Intake:
    """One ingestion under way."""

    archive: Archive
    options: ReadOptions
    custody: Custody
    who: str
    format_name: str | None
    progress: Progress
    dry_run: bool
    pictures: bool
    mapping_path: Path | None = None

    @cached_property
    def _withdrawn(self) -> set[str]:
        """Remember which sources were withdrawn."""
        return self.archive.withdrawn()

    def recover(self) -> None:
        """Finish what a crash left: drafts to be removed, archived sources not yet noted."""
        self.archive.remove_drafts()
        journal = Journal(self.archive.workspace)
        noted = {entry["sha256"] for entry in journal.entries("ingest")}
        for record in self.archive.sources(withdrawn=True):
            if record.sha256 not in noted:
                note_ingested(self.archive.workspace, record)

    def run(self, found: Found) -> IntakeReport:
        """Take in all sources."""
        reports = [SourceReport(path=it.path, error=it.reason) for it in found.refusals]
        reports += [self._take(source) for source in found.sources]
        return IntakeReport(tuple(reports), found.hidden, found.attachments)

    def _take(self, source: Source) -> SourceReport:
        """Take in one source, whole or not at all."""
        try:
            with self._draft() as draft:
                sha256, size = draft.stage(source.chunks())
                if self.archive.has(sha256):
                    return self._known_or_more(draft, source, sha256, size)
                record = self._with_saved_mapping(draft, source)._read(draft, source, sha256, size)
                if not self.dry_run:
                    self.archive.add(draft, record)
                    note_ingested(self.archive.workspace, record)
                return new_source(record)
        except SourceError as error:
            return SourceReport(path=source.path, error=str(error))

    @contextmanager
    def _draft(self) -> Iterator[Draft]:
        """Make a place to prepare a source; outside the workspace when nothing is kept."""
        if self.dry_run:
            with tempfile.TemporaryDirectory() as folder:
                yield Draft(Path(folder))
        else:
            with self.archive.draft() as draft:
                yield draft

    def _with_saved_mapping(self, draft: Draft, source: Source) -> _Intake:
        """Read with the mapping that the workspace keeps for tables like this one, if any."""
        if self.options.mapping is not None:
            return self
        name = self.format_name or detect_format(draft.original, source.path, self.options)
        workspace = self.archive.workspace
        saved = mapping_for(workspace, draft.original, name, self.options)
        if saved is None:
            return replace(self, format_name=name)
        options = replace(self.options, mapping=saved.mapping)
        return replace(self, options=options, format_name=name, mapping_path=saved.path)

    def _read(self, draft: Draft, source: Source, sha256: str, size: int) -> SourceRecord:
        """Read a staged source into its draft."""
        name = self.format_name or detect_format(draft.original, source.path, self.options)
        reader = READERS[name]
        with self._gathering(draft, source, sha256) as gathering:
            for batch in reader.read(draft.original, source.path, self.options):
                draft.write(gathering.with_images(batch) if self.pictures else batch)
                self.progress(source.path, batch.bytes_read, size)
        said = gathering.tally.sentence()
        draft.write(Batch(rows_read=0, notices=(said,) if said else ()))
        if self.mapping_path is not None:
            why = "it has the columns that this mapping was kept for"
            said = f"{source.path}: read with the mapping {self.mapping_path}: {why}."
            draft.write(Batch(rows_read=0, notices=(said,)))
        counts = draft.finish()
        now = datetime.now(UTC)
        default = self.options.collected_at or draft.known_at_latest or now
        latest = draft.known_at_latest or default
        return SourceRecord(
            sha256=sha256,
            path=source.path,
            container_sha256=source.container_sha256(),
            format=name,
            reader_version=reader.version,
            size=size,
            rows_read=draft.rows_read,
            rows_accepted=draft.rows_accepted,
            rows_rejected=draft.rows_rejected,
            rows_merged=draft.rows_merged,
            accounts=counts["accounts"],
            groups=counts["groups"],
            posts=counts["posts"],
            contact_details=None,
            **told(self.options),
            private=sorted(self.options.private),
            notices=list(draft.notices),
            suggested_own=draft.suggested_own,
            **asdict(self.custody),
            ingested_at=now.isoformat(),
            ingested_by=self.who,
            pictures=draft.images,
            known_at_default=default.isoformat(),
            known_at_latest=(max(latest, default) if draft.undated else latest).isoformat(),
        )

    def _gathering(self, draft: Draft, source: Source, sha256: str) -> Gathering:
        """Prepare to take in the pictures beside a source, those found at an earlier time too."""
        known = known_pictures(self.archive, sha256) if self.archive.has(sha256) else None
        tick = self._tick(source)
        return Gathering(source, draft.pictures, known, tick, keep=not self.dry_run)

    def _tick(self, source: Source) -> Tick:
        """Tell how far the pictures of a source are."""
        return lambda done, all_: self.progress(f"pictures of {source.path}", done, all_)

    def _known_or_more(self, draft: Draft, source: Source, sha256: str, size: int) -> SourceReport:
        """Report a source that is archived already; read what more of it is named now."""
        record = self.archive.source(sha256)
        wanted = self.options.private | set(record.private)
        if self.dry_run or sha256 in self._withdrawn:
            return self._known(record, source.path)
        if wanted == set(record.private):
            return self._known_with_pictures(draft, source, record)
        again = replace(
            self,
            options=replace(told_options(record), private=wanted),
            custody=custody_of(record),
            format_name=record.format,
        )
        found = replace(
            again._read(draft, source, sha256, size),
            container_sha256=record.container_sha256,
            ingested_at=record.ingested_at,
            ingested_by=record.ingested_by,
            known_at_default=record.known_at_default,
        )
        discard_derived(self.archive.workspace, sha256)
        self.archive.replace(draft, found)
        note_source(self.archive.workspace, "read more", found, self.who, private=found.private)
        return new_source(found)

    def _known_with_pictures(
        self, draft: Draft, source: Source, record: SourceRecord
    ) -> SourceReport:
        """Report a source that is archived already, after adding pictures that lie beside it."""
        more = record
        if self.pictures:
            more = add_pictures(self.archive, draft, source, record, self._tick(source))
        if more != record:
            workspace, many = self.archive.workspace, more.pictures - record.pictures
            note_source(workspace, "pictures", more, self.who, pictures=many)
        return self._known(more, source.path)

    def _known(self, record: SourceRecord, path: str) -> SourceReport:
        """Report a source that is archived already, and what about it was not heeded now."""
        warning = None
        if record.sha256 in self._withdrawn:
            warning = f"{path}: this source was withdrawn; it stays out."
        elif is_told_otherwise(self.options, record):
            warning = (
                f"{path}: it is in the archive already, read with other options on "
                f"{record.ingested_at[:10]}; these had no effect."
            )
        return known_source(record, path, warning)


def _silent(path: str, bytes_read: int, size: int) -> None:
    """Tell nobody."""
