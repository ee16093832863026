"""Reading the pages of Telegram Desktop's HTML exports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.errors import SourceError
from graph.keys import fold
from graph.records import ACCOUNTS, GROUPS, MEMBERSHIPS, REJECTED, UTC, Batch
from ingest.readers.options import ReadOptions
from ingest.readers.repeats import SeenRows
from ingest.readers.telegram_html.blocks import Block, Kind
from ingest.readers.telegram_html.chat import Chat, Rows
from ingest.readers.telegram_html.chat_keys import PLATFORM, ChatKeys
from ingest.readers.telegram_html.members import DELETED, TITLES, changes
from ingest.readers.telegram_html.nodes import in_one_line
from ingest.readers.telegram_html.notices import Notices
from ingest.readers.telegram_html.page import Page, leads_back, title_of
from ingest.readers.telegram_html.posts import dated, posts_of
from ingest.readers.telegram_html.service import read_service

_NAMELESS = "Deleted Account"
_SHOWN = 100


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a page of a Telegram Desktop HTML export.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        The chat's id, the exporter's time zone, and which private chats are to be read.

    Yields
    ------
    Batch
        Rows are messages and service rows; the lines between days are none. A message is refused
        when it names no sender and does not follow on one that does, when its time is missing or
        unreadable, or when its markup is damaged or cut off. Lists of a whole account, and its
        chats that do not show that they are groups, are passed over with a notice.

    Raises
    ------
    SourceError
        If it is no such page, is not text, or does not say which chat it is.
    """
    page = Page(path, name)
    chat = Chat()
    records: _Records | None = None
    for block in page.blocks():
        if records is None:
            if _is_passed_over(page, path, name, options):
                yield _without_rows(page, name, "private")
                return
            records = _Records(_title(page, name, options), name, options)
        chat.take(block)
        if chat.is_full():
            yield records.batch(chat.hand_over(), page.bytes_read)
    if records is None:
        yield _without_rows(page, name, _what_it_is(page, name))
        return
    yield records.batch(chat.hand_over(), page.bytes_read)
    yield records.closing(page)


class _Records:
    """Makes the records of one page."""

    def __init__(self, title: str | None, name: str, options: ReadOptions) -> None:
        self._title = title
        self._zone = options.time_zone
        self._keys = ChatKeys(title, options.chat)
        self._seen = SeenRows()
        self._latest: pl.Series = pl.Series("latest", [], UTC)
        self._unknown = 0
        self._notices = Notices(name)
        self._notices.add("no ids" if options.chat is None else "no ids of people")

    def batch(self, rows: Rows, bytes_read: int) -> Batch:
        """Turn rows into records."""
        messages, unread = dated(rows.posts, self._zone)
        posts, repeated = posts_of(messages, self._keys, self._seen)
        memberships, titles = changes(rows.events, self._keys, self._zone)
        self._note(rows, messages)
        return Batch(
            rows_read=rows.count,
            rows_merged=int(repeated.sum()),
            bytes_read=bytes_read,
            posts=posts.filter(~repeated),
            memberships=memberships.select(MEMBERSHIPS.names()),
            accounts=self._accounts(posts.with_columns(messages["sender"]), memberships),
            groups=self._groups(titles),
            rejected=pl.concat([pl.DataFrame(rows.rejected, REJECTED, orient="row"), unread]),
            suggested_own={
                self._keys.account(own): f"a reaction to {place} is marked as the exporter's own"
                for own, place in rows.own_names.items()
            },
        )

    def closing(self, page: Page) -> Batch:
        """Give what is known at the end of the page: what the chat was called then, the notices."""
        if page.is_cut:
            self._notices.add("cut")
        titles = pl.DataFrame(
            [(self._title, self._latest.max(), "page header")], TITLES, orient="row"
        )
        return Batch(
            rows_read=0,
            bytes_read=page.bytes_read,
            groups=self._groups(titles),
            notices=tuple(self._notices),
        )

    def _note(self, rows: Rows, messages: pl.DataFrame) -> None:
        """Note what the user should read about these rows, and how late they are."""
        self._latest = pl.concat([self._latest, messages["time"].rename("latest")]).sort().tail(1)
        self._unknown += rows.unknown
        noted = {
            "offset": messages["by_offset"].any() and self._zone is None,
            "elsewhere": messages["elsewhere"].any(),
            "no zone": messages["assumed"].any(),
            "deleted": messages["sender"].is_in(DELETED).any(),
            "service": bool(rows.events),
            "unknown": self._unknown > 0,
        }
        for what in (what for what, is_so in noted.items() if is_so):
            self._notices.add(what, zone=self._zone, unknown=self._unknown)

    def _accounts(self, posts: pl.DataFrame, memberships: pl.DataFrame) -> pl.DataFrame:
        """Name the accounts, each at its earliest sighting."""
        wrote = posts.select("account_key", name="sender", seen_at="posted_at", locator="locator")
        changed = memberships.select("account_key", "name", "seen_at", "locator")
        acted = memberships.filter(pl.col("by_key").is_not_null()).select(
            "seen_at", "locator", account_key="by_key", name="by_name"
        )
        unsaid = set(ACCOUNTS) - set(wrote.columns)
        return (
            pl.concat([wrote, changed, acted.select(wrote.columns)])
            .drop_nulls("account_key")
            .sort("seen_at", nulls_last=True, maintain_order=True)
            .unique(["account_key", "name"], keep="first", maintain_order=True)
            .with_columns(pl.lit(None, pl.String).alias(name) for name in unsaid)
            .with_columns(pl.lit(PLATFORM).alias("platform"))
            .select(ACCOUNTS.names())
        )

    def _groups(self, titles: pl.DataFrame) -> pl.DataFrame:
        """Name the chat as it was called at times."""
        return titles.with_columns(
            pl.lit(self._keys.group).alias("group_key"),
            pl.lit(PLATFORM).alias("platform"),
            pl.lit(self._keys.native_id, pl.String).alias("native_id"),
        ).select(GROUPS.names())


def _title(page: Page, name: str, options: ReadOptions) -> str | None:
    """Give the chat's title; it must have one unless the user says which chat it is."""
    title = title_of(page.header) if page.header is not None else None
    if options.chat is None and title in {None, _NAMELESS}:
        raise SourceError(
            f"{name}: the page does not say which chat it is; pass the chat's id with --chat."
        )
    return title


def _is_passed_over(page: Page, path: Path, name: str, options: ReadOptions) -> bool:
    """Whether a page is of a whole account's chat that may be private and was not named."""
    if page.header is None or not leads_back(page.header):
        return False
    title = title_of(page.header)
    if title is not None and fold(title) in {fold(named) for named in options.private}:
        return False
    return not any(map(_shows_group, Page(path, name).blocks()))


def _shows_group(block: Block) -> bool:
    """Whether a block is one that only groups and channels have."""
    if block.problem is not None:
        return False
    if block.kind is Kind.MESSAGE:
        return block.node.first("signature") is not None
    return read_service(in_one_line(block.node)).is_of_group


def _what_it_is(page: Page, name: str) -> str:
    """Name what a page without messages is."""
    if page.is_list:
        return "list"
    if page.is_front:
        return "front"
    if page.is_chat and not page.is_cut:
        return "empty"
    raise SourceError(
        f"{name}: it is not a page of a Telegram Desktop export, or ends before its first "
        "message; get it again, or export the chat as JSON."
    )


def _without_rows(page: Page, name: str, what: str) -> Batch:
    """Give a page of which nothing was read, and why."""
    title = title_of(page.header) if page.header is not None else None
    notices = Notices(name)
    notices.add(what, title=(title or "")[:_SHOWN])
    return Batch(rows_read=0, bytes_read=page.bytes_read, notices=tuple(notices))
