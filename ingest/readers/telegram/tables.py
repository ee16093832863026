"""Tables of records from rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import polars as pl

from graph.records import ACCOUNTS, POSTS, UTC
from ingest.readers.telegram.messages import Row
from ingest.readers.telegram.peers import PLATFORM
from ingest.readers.times import Clock, read_times

ACCOUNT_COLUMNS = ("account_key", "native_id", "name", "locator", "handle", "bio", "contact")
Cells = tuple[str | datetime | None, ...]
"""A row of a table."""


class _Dated(Protocol):
    """Something with a time as found."""

    @property
    def seconds(self) -> int | None:
        """Since 1970, where the source says so."""

    @property
    def date(self) -> str | None:
        """As written."""


def times_of(rows: Sequence[_Dated], clock: Clock) -> pl.DataFrame:
    """Read the times of rows.

    Parameters
    ----------
    rows : sequence
        With ``seconds`` and ``date``, either or both None.
    clock : Clock
        Zone of a ``date`` without one.

    Returns
    -------
    polars.DataFrame
        ``time`` (UTC) and ``assumed`` (whether UTC was taken for want of a zone), null where there
        is no time, and ``unreadable`` (whether there is one nevertheless), one row per row.
    """
    seconds = pl.Series("seconds", [row.seconds for row in rows], pl.Int64)
    dates = pl.Series("date", [row.date for row in rows], pl.String)
    stated = pl.DataFrame([seconds, dates])
    written = pl.when(pl.col("seconds").is_null()).then("date")
    read = read_times(stated.select(written)["date"], clock)
    return (
        stated.with_columns(read)
        .with_columns(
            time=pl.coalesce((pl.col("seconds") * 1_000_000).cast(UTC), "time"),
            assumed=pl.when(pl.col("seconds").is_not_null()).then(False).otherwise("assumed"),
        )
        .select("time", "assumed", unreadable=pl.col("time").is_null() & dates.is_not_null())
    )


def posts_table(
    rows: Sequence[Row],
    times: pl.DataFrame,
    post_keys: Sequence[str],
    replies: Sequence[str | None],
) -> pl.DataFrame:
    """Lay out posts as `graph.records.POSTS`."""
    said = {
        "post_key": post_keys,
        "account_key": [row.author.account_key if row.author else None for row in rows],
        "group_key": [row.chat.group_key for row in rows],
        "post_id": [None if row.message_id is None else str(row.message_id) for row in rows],
        "posted_at_raw": [row.date for row in rows],
        "text": [row.text for row in rows],
        "location": [row.beside.location for row in rows],
        "image": [row.beside.image for row in rows],
        "contact": [row.beside.contact for row in rows],
        "forwarded_from": [row.forwarded_from for row in rows],
        "reply_to": replies,
        "extra": [row.beside.extra for row in rows],
        "locator": [row.locator for row in rows],
    }
    frame = pl.DataFrame(said, schema=dict.fromkeys(said, pl.String))
    return _completed(
        frame.with_columns(
            times["time"].alias("posted_at"),
            times["assumed"].alias("time_zone_assumed"),
            platform=pl.lit(PLATFORM),
        ),
        POSTS,
    )


def accounts_table(rows: Sequence[Cells], times: pl.Series) -> pl.DataFrame:
    """Lay out distinct descriptions of accounts, each at its earliest, as `ACCOUNTS`.

    Parameters
    ----------
    rows : sequence of tuple
        `ACCOUNT_COLUMNS`.
    times : polars.Series
        When each was seen.
    """
    columns = list(zip(*rows, strict=True)) or [()] * len(ACCOUNT_COLUMNS)
    said = dict(zip(ACCOUNT_COLUMNS, columns, strict=True))
    what = [name for name in ACCOUNT_COLUMNS if name != "locator"]
    frame = (
        pl.DataFrame(said, schema=dict.fromkeys(said, pl.String))
        .with_columns(times.alias("seen_at"), platform=pl.lit(PLATFORM))
        .sort("seen_at", nulls_last=True, maintain_order=True)
        .unique(what, keep="first", maintain_order=True)
    )
    return _completed(frame, ACCOUNTS)


def table_of(rows: Sequence[Cells], schema: pl.Schema) -> pl.DataFrame:
    """Lay out tuples that have a schema's columns."""
    return pl.DataFrame(rows, schema=schema, orient="row")


def _completed(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Add the columns that are not said, and put all in order."""
    return frame.select(
        pl.col(name) if name in frame.columns else pl.lit(None, kind).alias(name)
        for name, kind in schema.items()
    )
