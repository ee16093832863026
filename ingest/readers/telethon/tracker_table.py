"""The table that telegram-tracker makes of messages, ``msgs_dataset.csv``."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells, as_frame
from ingest.readers.form_table import table_reader
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.spreadsheet_damage import CUT_NUMBER
from ingest.readers.telegram.messages import NOBODY
from ingest.readers.telegram.peers import PLATFORM
from ingest.readers.telethon.ids import handle_of, number_of, phone_of

_KINDS = {"PeerUser": "user", "PeerChannel": "channel", "PeerChat": "chat"}
_LAST_NUMBER = re.compile(r"/(\d{1,19})/?$", re.ASCII)
_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")
_MADE = (
    "signature", "cleaned_message", "date_string", "date_year", "date_month_name", "date_day",
    "date_day_name", "date_time_hour", "date_quarter", "date_dayofyear", "date_weekofyear",
    "forward_msg_date_string", "reply_msg_link",
)  # fmt: skip
_REQUIRED = ("channel_id", "message", "date", "msg_link", "msg_from_peer", "msg_from_id")


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns, of older versions too.

    Columns that the tool works out from others (parts of the date, the cleaned text) are not kept.
    """
    found = as_frame(_ids(cells)).with_columns(
        from_channel=pl.concat_str(pl.lit("channel"), "channel"),
    )
    found = found.with_columns(
        author=pl.when(pl.col("said_id").is_null())
        .then("from_channel")
        .otherwise(pl.coalesce(pl.concat_str("kind", "from_id"), "cut_id")),
        source=pl.concat_str("source_kind", "source_id"),
    ).with_columns(
        handle=pl.when(pl.col("author") == pl.col("from_channel")).then("slug"),
        forwarded=pl.coalesce("source_name", "source", pl.when("is_forward").then(pl.lit(NOBODY))),
    )
    is_own = pl.col("source") == pl.col("author")
    found = found.with_columns(
        forwarded=pl.when(is_own.fill_null(False)).then(None).otherwise("forwarded")
    )
    unread = found.select(pl.when(pl.col("author").is_null()).then("said_id"))["said_id"]
    return {
        "platform": cells.constant(PLATFORM),
        "group_id": found["channel"],
        "group_handle": found["slug"],
        "account_id": found["author"],
        "account_handle": found["handle"],
        "post_id": found["post_id"],
        "post_url": cells.take("msg_link"),
        "posted_at": cells.made("date", _in_utc),
        "text": cells.take("message"),
        "contact": cells.made("contact_phone_number", phone_of),
        "location": _location(cells),
        "forwarded_from": found["forwarded"],
        "reply_to": cells.made("reply_to_msg_id", number_of),
        "msg_from_id": unread,
        **cells.rest(*_MADE),
    }


def _ids(cells: Cells) -> dict[str, pl.Series]:
    """Read who and where; ``said_id``: the author's id as found, which may be no number."""
    stated = cells.made("msg_id", _id)
    linked = cells.made("msg_link", _post_in_address)
    return {
        "channel": cells.made("channel_id", _id),
        "slug": cells.made(("channel_name", "username"), handle_of),
        "kind": cells.made("msg_from_peer", _KINDS.get),
        "said_id": cells.take("msg_from_id"),
        "from_id": cells.made("msg_from_id", number_of),
        "cut_id": cells.made("msg_from_id", _cut_id),
        "post_id": linked if stated.is_null().all() else stated,
        "is_forward": cells.take("is_forward").is_in(["1", "1.0", "True"]),
        "source_kind": _source_kind(cells),
        "source_id": cells.made(("forward_msg_from_peer_id", "from_channel_id"), number_of),
        "source_name": cells.take("forward_msg_from_peer_name", "from_channel_name"),
    }


def _source_kind(cells: Cells) -> pl.Series:
    """Tell of what kind the sources of forwards are; older tables know channels only."""
    stated = cells.made("forward_msg_from_peer_type", _KINDS.get)
    is_old = cells.take("from_channel_id").is_not_null().any()
    return cells.constant("channel") if is_old else stated


def _location(cells: Cells) -> pl.Series:
    """Name places in words, else by their coordinates."""
    parts = {
        "title": cells.take("venue_title", "geo_shared_title"),
        "address": cells.take("venue_address", "geo_shared_address"),
        "lat": cells.take("lat", "geo_shared_lat"),
        "lng": cells.take("lng", "geo_shared_lng"),
    }
    words = pl.concat_str("title", "address", separator=", ", ignore_nulls=True)
    point = pl.concat_str("lat", "lng", separator=", ")
    return as_frame(parts).select(place=pl.when(words != "").then(words).otherwise(point))["place"]


def _post_in_address(address: str) -> str | None:
    """Read the id of a message from its address."""
    match = _LAST_NUMBER.search(address)
    return match[1] if match else None


def _id(value: str) -> str:
    """Read an id; what is none stays as it is, to be refused or kept."""
    return number_of(value) or value


def _cut_id(value: str) -> str | None:
    """Give an id that a spreadsheet cut short, to be refused; None for others."""
    return value if re.fullmatch(CUT_NUMBER, value.strip()) else None


def _in_utc(date: str) -> str:
    """Write a time with its zone; the tool leaves it out of some, which are UTC too."""
    return date if _ZONE.search(date.strip()) else f"{date.strip()}Z"


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns that name a message and its author."""
    return looks.kinds == {"table"} and looks.has(*_REQUIRED)


TRACKER_TABLE = Reader(
    name="telegram-tracker-csv",
    title="telegram-tracker messages (CSV)",
    example="signature,channel_id,channel_name,msg_id,message,cleaned_message,date,msg_link,…",
    read=table_reader(plain),
    fits=_fits,
)
