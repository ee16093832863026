"""Telegram messages that 4CAT saved as CSV."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells, as_frame
from ingest.readers.form_table import table_reader
from ingest.readers.four_cat.table_columns import ALWAYS, NOT_SAVED, posted_at
from ingest.readers.four_cat.telegram_cells import (
    basic_group,
    contacts,
    group_handle,
    group_id,
    group_name,
    message_id,
)
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.pseudonyms import HIDDEN, author_columns, saying_so
from ingest.readers.reader import Reader
from ingest.readers.telegram.messages import NOBODY
from ingest.readers.telegram.peers import PLATFORM
from ingest.readers.telethon.ids import number_of

_NAMES = (*ALWAYS, "chat", "author_username", "author_name", "author_is_bot", "attachment_type")
_AUTHOR = {"id": "author", "handle": "author_username", "name": "author_name"}
_CHAT = ("chat", "thread_id")
_FORWARDED = tuple(f"author_forwarded_from_{name}" for name in ("name", "username", "id"))
_FORWARDED_AT = "unix_timestamp_forwarded_from"


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns.

    ``chat`` is the name in the chat's address, else its number, else its title without blanks. An
    ``author`` is a number, of a user or of a channel: of a channel where it bears the chat's own
    name or number, or has a user name but no name, as every person has. Then the chat's number is
    known as well, which ties its name to it. In a basic group each account counts messages for
    itself, so that an id names none there.
    """
    said = _said(cells)
    is_basic = pl.col("basic").is_not_null()
    is_empty = pl.all_horizontal(pl.col("body", "file").is_null())
    columns = said.with_columns(is_chat=_is_chat()).select(
        pl.coalesce("group_id", pl.when("is_chat").then("author")).alias("group_id"),
        pl.when(~is_basic).then("message").alias("post_id"),
        pl.when(is_basic).then("message").alias("message_id"),
        pl.when(~is_basic).then("answered").alias("reply_to"),
        pl.when(is_basic & is_empty).then(pl.lit(NOT_SAVED)).otherwise("file").alias("image"),
        _forwarded_from().alias("forwarded_from"),
    )
    return {
        "platform": cells.constant(PLATFORM),
        **{name: columns[name] for name in columns.columns},
        "group_handle": said["group_handle"],
        "group_name": said["group_name"],
        **author_columns(_authors(said), _AUTHOR),
        "posted_at": posted_at(cells),
        "text": said["body"],
        "contact": contacts(cells),
        **cells.rest(),
        **{name: cells.take(name) for name in ("attachment_data", "body_markdown")},
        **{name: cells.take(name) for name in ("link_attached", _FORWARDED_AT, *_FORWARDED)},
    }


def _said(cells: Cells) -> pl.DataFrame:
    """Take what says who wrote what where, and whose words."""
    chat = cells.take(*_CHAT)
    cells.take("thread_id")
    return as_frame(
        {
            "chat": chat,
            "group_id": cells.made(_CHAT, group_id),
            "group_handle": cells.made(_CHAT, group_handle),
            "group_name": cells.made(_CHAT, group_name),
            "basic": cells.made(_CHAT, basic_group),
            "message": cells.made("id", lambda value: message_id(value) or value),
            "answered": cells.made(("reply_to", "reply_to_msg_id"), message_id),
            "author": cells.made("author", lambda value: number_of(value) or value),
            "username": cells.take("author_username"),
            "name": cells.take("author_name"),
            "body": cells.take("body"),
            "file": cells.take("attachment_filename"),
            _FORWARDED_AT: cells.take(_FORWARDED_AT),
            **{name: cells.take(name) for name in _FORWARDED},
        }
    )


def _is_chat() -> pl.Expr:
    """Whether a message is written in the name of the chat itself."""
    bears_its_name = pl.col("username").str.to_lowercase() == pl.col("chat").str.to_lowercase()
    return _is_number() & (bears_its_name | (pl.col("author") == pl.col("chat")))


def _is_number() -> pl.Expr:
    """Whether an author is a number, and not a hash."""
    return pl.col("author").str.contains(r"^\d{1,19}$")


def _authors(said: pl.DataFrame) -> pl.DataFrame:
    """Tell channels from users, and leave out the hash that stands for nobody."""
    is_channel = _is_chat() | (pl.col("name").is_null() & pl.col("username").is_not_null())
    author = pl.col("author")
    return said.select(
        pl.when(_is_number() & is_channel)
        .then("channel" + author)
        .when(_is_number())
        .then("user" + author)
        .when(~author.is_in(_hashes_of_nothing(said)))
        .then(author)
        .alias("id"),
        pl.col("username").alias("handle"),
        "name",
        pl.lit(value=False).alias("has_group"),
    )


def _is_dated() -> pl.Expr:
    """Whether the time of the original is told, as it is of whatever is forwarded."""
    return pl.col(_FORWARDED_AT).str.contains("[1-9]").fill_null(value=False)


def _forwarded_from() -> pl.Expr:
    """Name whose words a row passes on; none's where an account repeats its own.

    A data set whose authors are hidden has a hash even for nobody: there the time tells.
    """
    name, username, number = map(pl.col, _FORWARDED)
    is_named = pl.any_horizontal(
        each.is_not_null() & ~each.str.contains(HIDDEN) for each in (name, username, number)
    ).fill_null(value=False)
    is_own = (number == pl.col("author")).fill_null(value=False)
    return pl.when((is_named | _is_dated()) & ~is_own).then(
        pl.coalesce(name, "@" + username, number, pl.lit(NOBODY))
    )


def _hashes_of_nothing(said: pl.DataFrame) -> list[str]:
    """Find the hashes of an empty cell: they stand for the originals of what is no forward."""
    not_forwarded = said.filter(~_is_dated())
    distinct = pl.concat([not_forwarded[name] for name in _FORWARDED]).unique().drop_nulls()
    return distinct.filter(distinct.str.contains(HIDDEN)).to_list()


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns of a Telegram data set."""
    return looks.kinds == {"table"} and looks.has(*_NAMES)


TELEGRAM = Reader(
    name="4cat-telegram",
    title="4CAT Telegram CSV",
    example="id,thread_id,chat,author,author_username,author_name,author_is_bot,body,…",
    read=saying_so(table_reader(plain)),
    fits=_fits,
)
