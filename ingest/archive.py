"""The evidence archive: originals by SHA-256 and the readers' records, whole or absent."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import polars as pl

from graph.errors import NotFound, WorkspaceError
from graph.records import RECORD_SCHEMAS, Batch
from graph.workspace import Workspace
from ingest.draft import Draft, sync_folder
from ingest.scanned import scan_sources
from ingest.source_record import SourceRecord
from ingest.withdrawals import withdrawals

SOURCE_FILE = "source.json"
REPLACED = "replaced-"


class Archive:
    """The evidence of a workspace.

    Parameters
    ----------
    workspace : Workspace
        Whose evidence.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def sources(self, *, withdrawn: bool = False) -> list[SourceRecord]:
        """List the sources in the order of their ingestion.

        Parameters
        ----------
        withdrawn : bool
            Whether those that were withdrawn are among them.
        """
        gone = set() if withdrawn else self.withdrawn()
        found = [
            self.source(path.parent.name)
            for path in self._records_folder.glob(f"*/{SOURCE_FILE}")
            if path.parent.name not in gone
        ]
        return sorted(found, key=lambda source: (source.ingested_at, source.sha256))

    def source(self, sha256: str) -> SourceRecord:
        """Look up one archived source.

        Raises
        ------
        NotFound
            If it is not in the archive.
        WorkspaceError
            If its description cannot be read.
        """
        path = self._folder(sha256) / SOURCE_FILE
        try:
            return SourceRecord(**json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise NotFound(f"{sha256}: no such source in this workspace.") from None
        except (OSError, ValueError, TypeError) as error:
            raise WorkspaceError(
                f"{path}: the source's description cannot be read ({error}); restore it from a "
                "backup."
            ) from None

    def has(self, sha256: str) -> bool:
        """Whether a source is archived, withdrawn or not."""
        return (self._folder(sha256) / SOURCE_FILE).exists()

    def original(self, sha256: str) -> Path:
        """Tell where the bytes of a source are kept."""
        return self.workspace.evidence / "originals" / sha256[:2] / sha256

    def records(self, sha256: str, table: str) -> pl.LazyFrame:
        """Scan a table of a source's records, one of `graph.records.RECORD_SCHEMAS`."""
        path = self._folder(sha256) / f"{table}.parquet"
        return (
            pl.scan_parquet(path) if path.exists() else pl.LazyFrame(schema=RECORD_SCHEMAS[table])
        )

    def records_of(self, sources: Iterable[str], table: str) -> pl.LazyFrame:
        """Scan a table of several sources' records, in their order, with their ``source``."""
        files = {sha256: self._folder(sha256) / f"{table}.parquet" for sha256 in sources}
        return scan_sources(files, RECORD_SCHEMAS[table])

    def withdrawn(self) -> set[str]:
        """List the sources that were withdrawn; their rows leave every later read."""
        return set(withdrawals(self.workspace))

    @contextmanager
    def draft(self) -> Iterator[Draft]:
        """Make a folder to prepare a source in, gone at the end of the ``with`` block."""
        folder = self._drafts / uuid.uuid4().hex
        folder.mkdir(parents=True)
        try:
            yield Draft(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def remove_drafts(self) -> int:
        """Remove what an interrupted ingestion left behind; the number of drafts removed.

        The caller holds the workspace's writer lock, so that no draft is in use.
        """
        left = list(self._drafts.glob("*"))
        for folder in left:
            if folder.name.startswith(REPLACED) and not self.has(_replaced(folder)):
                folder.rename(self._folder(_replaced(folder)))
            else:
                shutil.rmtree(folder)
        return len(left)

    def add(self, draft: Draft, record: SourceRecord) -> None:
        """Take a finished draft into the archive: the original, then all records at once.

        Parameters
        ----------
        draft : Draft
            Staged and finished.
        record : SourceRecord
            What is known about the source.

        Notes
        -----
        A crash leaves either nothing or all of the source's records. An original without records
        is harmless and is taken over when its source is ingested again.
        """
        self._keep_pictures(draft)
        original = self.original(record.sha256)
        original.parent.mkdir(parents=True, exist_ok=True)
        draft.original.replace(original)
        sync_folder(original.parent)
        draft.describe(SOURCE_FILE, json.dumps(asdict(record), ensure_ascii=False, indent=1))
        self._records_folder.mkdir(exist_ok=True)
        draft.records.rename(self._folder(record.sha256))
        sync_folder(self._records_folder)

    def replace(self, draft: Draft, record: SourceRecord) -> None:
        """Put records that were read anew in the place of a source's records.

        Parameters
        ----------
        draft : Draft
            Staged and finished.
        record : SourceRecord
            What is known about the source now.

        Notes
        -----
        After a crash in between, `remove_drafts` puts the former records back.
        """
        self._keep_pictures(draft)
        draft.describe(SOURCE_FILE, json.dumps(asdict(record), ensure_ascii=False, indent=1))
        former = self._drafts / f"{REPLACED}{record.sha256}"
        self._folder(record.sha256).rename(former)
        draft.records.rename(self._folder(record.sha256))
        sync_folder(self._records_folder)
        shutil.rmtree(former)

    def replace_images(self, draft: Draft, images: pl.DataFrame, record: SourceRecord) -> None:
        """Put more pictures into a source's records.

        Parameters
        ----------
        draft : Draft
            With the pictures' bytes.
        images : polars.DataFrame
            `graph.records.IMAGES`, all of them, in the place of those the source has.
        record : SourceRecord
            What is known about the source now.

        Notes
        -----
        A crash leaves the former records, or the new pictures with the former description, which
        the next ingestion of the same bytes completes.
        """
        self._keep_pictures(draft)
        draft.write(Batch(rows_read=0, images=images))
        draft.finish()
        draft.describe(SOURCE_FILE, json.dumps(asdict(record), ensure_ascii=False, indent=1))
        folder = self._folder(record.sha256)
        for name in ("images.parquet", SOURCE_FILE):
            if (draft.records / name).exists():
                (draft.records / name).replace(folder / name)
        sync_folder(folder)

    def _keep_pictures(self, draft: Draft) -> None:
        """Take a draft's pictures to the originals, where they are not yet."""
        folders = set()
        for path in sorted(draft.pictures.glob("*")):
            original = self.original(path.name)
            if not original.exists():
                original.parent.mkdir(parents=True, exist_ok=True)
                path.replace(original)
                folders.add(original.parent)
        for folder in folders:
            sync_folder(folder)

    @property
    def _records_folder(self) -> Path:
        return self.workspace.evidence / "records"

    @property
    def _drafts(self) -> Path:
        return self.workspace.evidence / "drafts"

    def _folder(self, sha256: str) -> Path:
        """Where the records of a source are kept."""
        return self._records_folder / sha256


def _replaced(folder: Path) -> str:
    """Tell of which source the records in a folder were to be replaced."""
    return folder.name.removeprefix(REPLACED)
