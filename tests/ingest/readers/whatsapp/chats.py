"""Making and reading WhatsApp chats in tests; people and numbers are fictional."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from graph.records import RECORD_SCHEMAS
from ingest.readers.options import ReadOptions
from ingest.readers.whatsapp import read_whatsapp

ANDROID = "{day:02}/{month:02}/2026, {hour:02}:{minute:02} - "
LRM, RLM = "\u200e", "\u200f"


@dataclass(frozen=True)
class Read:
    """All that the reader made of a chat."""

    rows_read: int
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
    def post(self) -> dict[str, Any]:
        """The only post."""
        return self.posts.row(0, named=True) if len(self.posts) == 1 else {}

    @property
    def texts(self) -> list[str | None]:
        """What the posts say."""
        return self.posts["text"].to_list()

    @property
    def names(self) -> list[str]:
        """Who the posts are from, without the chat."""
        return [key.rpartition("/")[2] for key in self.posts["account_key"]]

    @property
    def extra(self) -> list[Any]:
        """What else is said of the posts."""
        return [json.loads(extra) if extra else None for extra in self.posts["extra"]]

    @property
    def times(self) -> list[str]:
        """When the posts were made, in UTC."""
        return [f"{time:%Y-%m-%d %H:%M:%S}" for time in self.posts["posted_at"]]


def write(path: Path, lines: Iterable[str], *, end: str = "\n", encoding: str = "utf-8") -> Path:
    """Write a chat."""
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return path


def read(path: Path, *, name: str | None = None, **options: Any) -> Read:
    """Read a chat and check what holds for every one."""
    batches = list(read_whatsapp(path, name or path.name, ReadOptions(**options)))
    whole = Read(
        sum(batch.rows_read for batch in batches),
        [notice for batch in batches for notice in batch.notices],
        {key: why for batch in batches for key, why in batch.suggested_own.items()},
        **{
            table: pl.concat([getattr(batch, table) for batch in batches])
            for table in RECORD_SCHEMAS
        },
    )
    positions = [batch.bytes_read for batch in batches]
    assert positions == sorted(positions)
    assert positions[-1] == path.stat().st_size
    _check(whole)
    return whole


def read_lines(folder: Path, lines: Iterable[str], **options: Any) -> Read:
    """Write and read a chat."""
    return read(write(folder / "chat.txt", lines), **options)


def _check(whole: Read) -> None:
    """Check that rows add up and that records refer to one another."""
    refused = whole.rejected["locator"].to_list()
    posts = whole.posts["locator"].to_list()
    assert len({*refused, *posts}) == len(refused) + len(posts) <= whole.rows_read
    described = set(whole.accounts["account_key"])
    named = {*whole.posts["account_key"], *whole.memberships["account_key"]}
    assert named | set(whole.memberships["by_key"].drop_nulls()) <= described
    assert set(whole.aliases["key"]) | set(whole.aliases["same_as"]) <= described
    groups = set(whole.groups["group_key"])
    assert len(groups) == 1
    assert set(whole.posts["group_key"]) | set(whole.memberships["group_key"]) <= groups
    assert (
        whole.posts.select("post_key", "account_key", "posted_at").null_count().sum_horizontal()[0]
        == 0
    )
