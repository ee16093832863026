"""The rows of a batch, until they become tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import polars as pl

from graph.records import ALIASES, GROUPS, MEMBERSHIPS, REJECTED, UTC, Batch
from ingest.readers.options import ReadOptions
from ingest.readers.refusal import Refusal
from ingest.readers.repeats import SeenRows
from ingest.readers.rows import RAW_SHOWN
from ingest.readers.telegram.chats import Chat
from ingest.readers.telegram.descriptions import Description
from ingest.readers.telegram.endings import group_rows, membership_rows, named_only
from ingest.readers.telegram.extras import as_json
from ingest.readers.telegram.messages import Row
from ingest.readers.telegram.services import read_service
from ingest.readers.telegram.tables import (
    Cells,
    accounts_table,
    posts_table,
    table_of,
    times_of,
)
from ingest.readers.times import Clock

BATCH_ROWS = 20_000
BATCH_CHARACTERS = 32_000_000
_COMPARED = (
    "post_key", "account_key", "posted_at_raw", "text", "image", "contact", "forwarded_from",
    "reply_to", "extra",
)  # fmt: skip
NOT_SAID = (None, None, None)
"""Of the author of a message: handle, description and details."""


class Gathered:
    """Collects what a source says, and lays it out batch by batch.

    Parameters
    ----------
    options : ReadOptions
        Zone of times that carry none.

    Attributes
    ----------
    zone_assumed : bool
        Whether UTC was taken for want of a zone so far.
    """

    def __init__(self, options: ReadOptions) -> None:
        self._clock = Clock(options.time_zone)
        self._seen = SeenRows()
        self.zone_assumed = False
        self._begin()

    def _begin(self) -> None:
        """Begin a batch."""
        self._rows: list[Row] = []
        self._descriptions: list[Description] = []
        self._refused: list[Cells] = []
        self._ended: list[Chat] = []
        self._characters = 0
        self._described = 0

    @property
    def is_full(self) -> bool:
        """Whether there is enough for a batch."""
        count = len(self._rows) + len(self._refused) + len(self._descriptions)
        return count >= BATCH_ROWS or self._characters >= BATCH_CHARACTERS

    def add(self, row: Row) -> None:
        """Take a message."""
        self._rows.append(row)
        self._characters += len(row.text or "") + len(row.beside.extra or "")

    def describe(self, description: Description, *, is_row: bool) -> None:
        """Take a description of an account; whether it is a row of the source by itself."""
        self._descriptions.append(description)
        self._described += is_row

    def refuse(self, locator: str, refusal: Refusal, found: object) -> None:
        """Refuse a row of the source."""
        raw = found if isinstance(found, str) else as_json(found)
        self._refused.append((locator, refusal.field, refusal.reason, raw[:RAW_SHOWN]))
        self._characters += RAW_SHOWN

    def end(self, chat: Chat) -> None:
        """Note that a chat has no more messages."""
        self._ended.append(chat)

    def batch(self, bytes_read: int) -> Batch:
        """Lay out what was collected, and begin anew."""
        rows, times, aliases = self._with_services(*self._readable())
        moments = times["time"]
        posts_at = [at for at, row in enumerate(rows) if not row.is_service]
        posts = _posts([rows[at] for at in posts_at], times[posts_at])
        repeated = self._seen.repeats({name: posts[name] for name in _COMPARED}, len(posts))
        _date_chats(rows, moments)
        batch = Batch(
            rows_read=len(rows) + self._described + len(self._refused),
            rows_merged=int(repeated.sum()),
            bytes_read=bytes_read,
            posts=posts.filter(~repeated),
            memberships=table_of(self._of_ended(membership_rows), MEMBERSHIPS),
            accounts=self._accounts(rows, moments),
            groups=table_of(self._of_ended(group_rows), GROUPS),
            aliases=table_of(aliases, ALIASES),
            rejected=table_of(self._refused, REJECTED),
        )
        self._begin()
        return batch

    def _readable(self) -> tuple[list[Row], pl.DataFrame]:
        """Read the times of all rows; refuse those whose time cannot be read."""
        times = times_of(self._rows, self._clock)
        self.zone_assumed = self.zone_assumed or bool(times["assumed"].any())
        unreadable = times["unreadable"].arg_true().to_list()
        for at in unreadable:
            row = self._rows[at]
            reason = f"'{str(row.date)[:60]}' cannot be read as a time"
            self.refuse(row.locator, Refusal("date", reason), row.message)
        return _without(unreadable, self._rows, times)

    def _with_services(
        self, rows: list[Row], times: pl.DataFrame
    ) -> tuple[list[Row], pl.DataFrame, list[Cells]]:
        """Read the service messages and refuse those that cannot be; which groups are alike."""
        aliases: list[Cells] = []
        refused = []
        for at, row in enumerate(rows):
            if row.is_service:
                try:
                    aliases += read_service(row, times["time"][at])
                except Refusal as refusal:
                    self.refuse(row.locator, refusal, row.message)
                    refused.append(at)
        return *_without(refused, rows, times), aliases

    def _of_ended(self, rows_of: Callable[[Chat], list[Cells]]) -> list[Cells]:
        """Gather rows that are known at the end of a chat."""
        return [row for chat in self._ended for row in rows_of(chat)]

    def _accounts(self, rows: list[Row], moments: pl.Series) -> pl.DataFrame:
        """Lay out what is said of accounts, by messages and otherwise."""
        authors = [(*row.author, row.locator, *NOT_SAID) for row in rows if row.author is not None]
        acts = pl.Series([row.author is not None for row in rows], dtype=pl.Boolean)
        named = self._of_ended(named_only)
        described = [description.columns for description in self._descriptions]
        return accounts_table(
            [*authors, *(row[:-1] for row in named), *described],
            pl.concat(
                [
                    moments.filter(acts),
                    pl.Series([row[-1] for row in named], dtype=UTC),
                    times_of(self._descriptions, self._clock)["time"],
                ]
            ),
        )


def _without(
    places: list[int], rows: list[Row], times: pl.DataFrame
) -> tuple[list[Row], pl.DataFrame]:
    """Leave out the rows at some places."""
    if not places:
        return rows, times
    kept = sorted(set(range(len(rows))).difference(places))
    return [rows[at] for at in kept], times[kept]


def _posts(rows: list[Row], times: pl.DataFrame) -> pl.DataFrame:
    """Lay out posts, those without a key of their own keyed by what they say."""
    post_keys, replies = [], []
    for at, row in enumerate(rows):
        post_keys.append(row.post_key or _key_by_content(row, times["time"][at]))
        answered = row.reply_id
        replies.append(row.reply_to if answered is None else row.chat.post_keys.by_id(answered))
    return posts_table(rows, times, post_keys, replies)


def _key_by_content(row: Row, time: datetime | None) -> str:
    """Key of a post that has no id which is the same in everybody's export."""
    account_key = row.author.account_key if row.author else ""
    said = row.text or (row.beside.image if row.message_id is None else None) or ""
    return row.chat.post_keys.key(row.chat.group_key, account_key, time, said, row.message_id)


def _date_chats(rows: list[Row], moments: pl.Series) -> None:
    """Note when the first and last message of each chat is; rows of a chat come together."""
    for at, row in enumerate(rows):
        if row.chat.first is None:
            row.chat.first = (moments[at], row.locator)
        if at + 1 == len(rows) or rows[at + 1].chat is not row.chat:
            row.chat.last = (moments[at], row.locator)
