"""Reading a whole file in a test."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph.records import RECORD_SCHEMAS
from ingest.readers import READERS, detect_format
from ingest.readers.options import ReadOptions


@dataclass(frozen=True)
class Read:
    """All that a reader made of a file."""

    format: str
    rows_read: int
    rows_merged: int
    rows_described: int
    notices: list[str]
    suggested_own: dict[str, str]
    posts: pl.DataFrame
    memberships: pl.DataFrame
    accounts: pl.DataFrame
    groups: pl.DataFrame
    aliases: pl.DataFrame
    links: pl.DataFrame
    images: pl.DataFrame
    rejected: pl.DataFrame

    @property
    def rows_accepted(self) -> int:
        """Posts, memberships, links, and rows that only describe something."""
        rows = (self.posts, self.memberships, self.links)
        return sum(map(len, rows)) + self.rows_described

    @property
    def reasons(self) -> list[str]:
        """Why rows were refused."""
        return self.rejected["reason"].to_list()


def read(path: Path, options: ReadOptions | None = None, format_name: str | None = None) -> Read:
    """Read a file and check what holds for every file."""
    options = options or ReadOptions()
    name = format_name or detect_format(path, path.name, options)
    batches = list(READERS[name].read(path, path.name, options))
    whole = Read(
        name,
        sum(batch.rows_read for batch in batches),
        sum(batch.rows_merged for batch in batches),
        sum(batch.rows_described for batch in batches),
        list(dict.fromkeys(notice for batch in batches for notice in batch.notices)),
        {key: why for batch in batches for key, why in batch.suggested_own.items()},
        **{
            table: pl.concat([getattr(batch, table) for batch in batches])
            for table in RECORD_SCHEMAS
        },
    )
    assert whole.rows_read == whole.rows_accepted + len(whole.rejected) + whole.rows_merged
    return whole
