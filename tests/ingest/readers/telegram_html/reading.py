"""Reading a whole page in a test, with what holds for every page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from graph.records import RECORD_SCHEMAS
from ingest.readers import READERS
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram_html import pages

FORMAT = "telegram-html"


@dataclass(frozen=True)
class Read:
    """All that the reader made of a page."""

    rows_read: int
    rows_merged: int
    tables: dict[str, pl.DataFrame]
    notices: tuple[str, ...]
    suggested_own: dict[str, str]

    @property
    def posts(self) -> list[dict[str, Any]]:
        return self.tables["posts"].to_dicts()

    @property
    def post(self) -> dict[str, Any]:
        """The only post."""
        (only,) = self.posts
        return only

    @property
    def reasons(self) -> list[str]:
        """Why rows were refused."""
        return self.tables["rejected"]["reason"].to_list()

    @property
    def rows_accepted(self) -> int:
        """Rows that were understood: posts and service rows."""
        return self.rows_read - self.rows_merged - len(self.tables["rejected"])

    def senders(self) -> list[str]:
        """Who wrote the posts, by the names that keys end with."""
        return [post["account_key"].rsplit("/", 1)[1] for post in self.posts]

    def says(self, words: str) -> bool:
        """Whether a notice says something."""
        return any(words in notice for notice in self.notices)


def read_file(path: Path, options: ReadOptions | None = None, name: str | None = None) -> Read:
    """Read a page and check what holds for every page."""
    name = name or path.name
    batches = list(READERS[FORMAT].read(path, name, options or ReadOptions()))
    whole = Read(
        sum(batch.rows_read for batch in batches),
        sum(batch.rows_merged for batch in batches),
        {
            table: pl.concat([getattr(batch, table) for batch in batches])
            for table in RECORD_SCHEMAS
        },
        tuple(dict.fromkeys(notice for batch in batches for notice in batch.notices)),
        {key: why for batch in batches for key, why in batch.suggested_own.items()},
    )
    posts = whole.tables["posts"]
    assert len(posts) <= whole.rows_accepted
    for column in ("post_key", "group_key", "posted_at", "post_id", "locator"):
        assert not posts[column].has_nulls()
    assert set(posts["account_key"].drop_nulls()) <= set(whole.tables["accounts"]["account_key"])
    assert set(posts["group_key"]) <= set(whole.tables["groups"]["group_key"])
    assert whole.tables["rejected"]["raw"].str.len_chars().max() in {None, *range(2_001)}
    assert all(notice.startswith(f"{name}: ") for notice in whole.notices)
    assert [batch.bytes_read for batch in batches] == sorted(b.bytes_read for b in batches)
    return whole


def read_page(folder: Path, page: str, options: ReadOptions | None = None) -> Read:
    """Read a page that is written for this."""
    return read_file(pages.save(folder / "messages.html", page), options)


def read_blocks(folder: Path, *blocks: str, options: ReadOptions | None = None) -> Read:
    """Read a chat of some blocks."""
    return read_page(folder, pages.chat(*blocks), options)
