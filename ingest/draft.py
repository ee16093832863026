"""Preparing a source for the archive: its bytes and records, on the disk before they count."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import polars as pl
import pyarrow.parquet as pq

from graph.records import RECORD_SCHEMAS, Batch

_DESCRIPTIONS = ("accounts", "groups")
_COUNTED_AT_A_TIME = 2_000_000
_NEVER = 1 << 62


@dataclass
class Draft:
    """A source on its way into the archive.

    Attributes
    ----------
    folder : Path
        Where it is prepared.
    rows_read, rows_rejected, rows_merged, images : int
        Sums over the batches written.
    known_at_latest : datetime or None
        The latest time at which a sighting says it was made or collected.
    undated : bool
        Whether a sighting says neither.
    notices : dict
        What the reader wants the user to read, each once, in order.
    suggested_own : dict
        Accounts that may be our own side's, each with the reason.
    """

    folder: Path
    rows_read: int = 0
    rows_rejected: int = 0
    rows_merged: int = 0
    images: int = 0
    known_at_latest: datetime | None = None
    undated: bool = False
    notices: dict[str, None] = field(default_factory=dict)
    suggested_own: dict[str, str] = field(default_factory=dict)
    _writers: dict[str, pq.ParquetWriter] = field(default_factory=dict)
    _earliest: dict[str, dict[tuple[int, int], int]] = field(default_factory=dict)

    @property
    def original(self) -> Path:
        """Where the bytes are."""
        return self.folder / "original"

    @property
    def records(self) -> Path:
        """Where the tables are."""
        return self.folder / "records"

    @property
    def pictures(self) -> Path:
        """Where the pictures are that posts show, each under its SHA-256."""
        return self.folder / "pictures"

    @property
    def rows_accepted(self) -> int:
        """Rows that became records."""
        return self.rows_read - self.rows_rejected - self.rows_merged

    def stage(self, chunks: Iterable[bytes]) -> tuple[str, int]:
        """Copy the source's bytes; their SHA-256 and number."""
        digest = hashlib.sha256()
        with self.original.open("wb") as copy:
            for chunk in chunks:
                digest.update(chunk)
                copy.write(chunk)
            _sync(copy)
            return digest.hexdigest(), copy.tell()

    def write(self, batch: Batch) -> None:
        """Add a batch of records to the tables; one without rows has no file."""
        for name in RECORD_SCHEMAS:
            table = getattr(batch, name)
            if name in _DESCRIPTIONS:
                table = self._news(name, table)
            if len(table):
                self._writer(name).write_table(table.to_arrow())
        self.rows_read += batch.rows_read
        self.rows_rejected += len(batch.rejected)
        self.rows_merged += batch.rows_merged
        self.images += len(batch.images)
        self.notices.update(dict.fromkeys(batch.notices))
        self.suggested_own.update(batch.suggested_own)
        self._note_times(batch)

    def finish(self) -> dict[str, int]:
        """Close the tables; how many accounts, groups and posts they name.

        Descriptions of accounts and groups that the batches repeat are kept once, at their
        earliest.
        """
        self.records.mkdir(exist_ok=True)
        for name, writer in self._writers.items():
            writer.close()
            if name in _DESCRIPTIONS:
                _keep_earliest(self._table(name))
            _sync_path(self._table(name))
        return {
            name: self._distinct(name, key)
            for name, key in (
                ("accounts", "account_key"),
                ("groups", "group_key"),
                ("posts", "post_key"),
            )
        }

    def _news(self, name: str, table: pl.DataFrame) -> pl.DataFrame:
        """Leave out descriptions that were written before, unless these were seen earlier."""
        known = self._earliest.setdefault(name, {})
        said = pl.struct(pl.exclude("seen_at", "locator"))
        seen = pl.col("seen_at").dt.epoch("us").fill_null(_NEVER)
        is_news = []
        for *prints, at in table.select(
            said.hash(1).alias("one"), said.hash(2).alias("other"), seen
        ).iter_rows():
            is_news.append(at < known.get((prints[0], prints[1]), _NEVER + 1))
            if is_news[-1]:
                known[prints[0], prints[1]] = at
        return table.filter(pl.Series(is_news, dtype=pl.Boolean))

    def _distinct(self, name: str, key: str) -> int:
        """Count the different values of a column, some at a time where they are very many."""
        if name not in self._writers:
            return 0
        fingerprints = pl.scan_parquet(self._table(name)).select(pl.col(key).hash().alias("print"))
        parts = 1 + fingerprints.select(pl.len()).collect().item() // _COUNTED_AT_A_TIME
        return sum(
            fingerprints.filter(pl.col("print") % parts == part)
            .select(pl.col("print").n_unique())
            .collect(engine="streaming")
            .item()
            for part in range(parts)
        )

    def describe(self, name: str, text: str) -> None:
        """Put a description beside the tables."""
        with (self.records / name).open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(self.records)

    def _table(self, name: str) -> Path:
        return self.records / f"{name}.parquet"

    def _writer(self, name: str) -> pq.ParquetWriter:
        """Give the open Parquet file of a table."""
        if name not in self._writers:
            self.records.mkdir(exist_ok=True)
            schema = RECORD_SCHEMAS[name].to_frame().to_arrow().schema
            self._writers[name] = pq.ParquetWriter(self._table(name), schema, compression="zstd")
        return self._writers[name]

    def _note_times(self, batch: Batch) -> None:
        """Keep the latest time and whether any sighting has none."""
        times = pl.concat(
            [
                batch.posts.select(pl.coalesce("collected_at", "posted_at").alias("known_at")),
                batch.memberships.select(pl.coalesce("collected_at", "seen_at").alias("known_at")),
            ]
        )["known_at"]
        latest = times.max()
        if isinstance(latest, datetime):
            self.known_at_latest = max(latest, self.known_at_latest or latest)
        self.undated = self.undated or times.has_nulls()


def sync_folder(folder: Path) -> None:
    """Have the disk keep a folder's entries."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep_earliest(path: Path) -> None:
    """Keep each description once, at its earliest sighting."""
    what = [name for name in pl.read_parquet_schema(path) if name not in {"seen_at", "locator"}]
    kept = (
        pl.read_parquet(path)
        .sort("seen_at", nulls_last=True, maintain_order=True)
        .unique(what, keep="first", maintain_order=True)
    )
    pq.write_table(kept.to_arrow(), path, compression="zstd")


def _sync_path(path: Path) -> None:
    """Have the disk keep a file."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _sync(file: BinaryIO) -> None:
    """Have the disk keep what was written to an open file."""
    file.flush()
    os.fsync(file.fileno())
