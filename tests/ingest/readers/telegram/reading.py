"""Reading a whole export in a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from graph.records import RECORD_SCHEMAS, Batch
from ingest.readers import READERS
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram import exports


@dataclass(frozen=True)
class Read:
    """All that the reader made of a file."""

    rows_read: int
    rows_merged: int
    posts: pl.DataFrame
    memberships: pl.DataFrame
    accounts: pl.DataFrame
    groups: pl.DataFrame
    aliases: pl.DataFrame
    links: pl.DataFrame
    images: pl.DataFrame
    rejected: pl.DataFrame
    notices: list[str] = field(default_factory=list)
    suggested_own: dict[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> list[str | None]:
        """What the posts say."""
        return self.posts["text"].to_list()

    @property
    def reasons(self) -> list[str]:
        """Why rows were refused."""
        return self.rejected["reason"].to_list()

    @property
    def rows_accepted(self) -> int:
        """Rows that were read and neither refused nor merged."""
        return self.rows_read - self.rows_merged - len(self.rejected)

    @property
    def post(self) -> dict[str, Any]:
        """The only post."""
        (row,) = self.posts.to_dicts()
        return row


def batches(path: Path, options: ReadOptions | None = None) -> list[Batch]:
    """Read a file batch by batch."""
    return list(READERS["telegram"].read(path, path.name, options or ReadOptions()))


def read(path: Path, options: ReadOptions | None = None) -> Read:
    """Read a file and check what holds for every file."""
    found = batches(path, options)
    whole = Read(
        sum(batch.rows_read for batch in found),
        sum(batch.rows_merged for batch in found),
        **{name: pl.concat([getattr(b, name) for b in found]) for name in RECORD_SCHEMAS},
        notices=[notice for batch in found for notice in batch.notices],
        suggested_own={key: why for b in found for key, why in b.suggested_own.items()},
    )
    assert len(whole.posts) <= whole.rows_accepted
    assert (
        whole.posts.select("post_key", "account_key", "group_key").null_count().sum_horizontal()[0]
        == 0
    )
    named = set(whole.accounts["account_key"])
    for column in (whole.posts["account_key"], whole.memberships["account_key"]):
        assert set(column) <= named
    assert set(whole.memberships["by_key"].drop_nulls()) <= named
    return whole


def read_export(folder: Path, export: Any, options: ReadOptions | None = None) -> Read:
    """Write an export and read it."""
    return read(exports.write(folder / "result.json", export), options)


def read_messages(folder: Path, *messages: Any, **head: Any) -> Read:
    """Read a single chat."""
    return read_export(folder, exports.chat(*messages, **head))
