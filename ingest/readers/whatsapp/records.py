"""Rows of a chat as records: posts, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from graph import keys
from graph.records import POSTS, REJECTED, UTC
from ingest.readers.rows import RAW_SHOWN
from ingest.readers.whatsapp.dates import FIRST_YEAR, LAST_YEAR
from ingest.readers.whatsapp.lines import LONGEST_MESSAGE
from ingest.readers.whatsapp.messages import Before
from ingest.readers.whatsapp.senders import PLATFORM


def with_times(messages: pl.DataFrame, time_zone: str | None) -> pl.DataFrame:
    """Add ``at``, the local times of messages in UTC.

    Parameters
    ----------
    messages : polars.DataFrame
        With ``local``.
    time_zone : str or None
        Of the local times; null: UTC.

    Notes
    -----
    A time that happens twice when clocks go back is taken as the earlier; one that clocks skip is
    null.
    """
    local = pl.col("local").dt.replace_time_zone(
        time_zone or "UTC", ambiguous="earliest", non_existent="null"
    )
    return messages.with_columns(local.dt.convert_time_zone("UTC").cast(UTC).alias("at"))


def with_problems(messages: pl.DataFrame, time_zone: str | None) -> pl.DataFrame:
    """Add ``field`` and ``problem``: why a message is refused; null where it is not."""
    more = pl.col("more").fill_null("")
    length = pl.col("rest").str.len_chars() + more.str.len_chars()
    is_nul = pl.col("rest").str.contains("\0", literal=True) | more.str.contains("\0", literal=True)
    no_time = pl.format(
        f"'{{}}' is no time between {FIRST_YEAR} and {LAST_YEAR} in the order of the file's dates",
        "stamp",
    )
    skipped = pl.format(f"'{{}}' is a time that clocks skip in {time_zone}", "stamp")
    too_long = pl.lit(f"the message is longer than {LONGEST_MESSAGE:,} characters")
    return messages.with_columns(
        problem=pl.when(pl.col("local").is_null())
        .then(no_time)
        .when(pl.col("at").is_null())
        .then(skipped)
        .when(length > LONGEST_MESSAGE)
        .then(too_long)
        .when(is_nul)
        .then(pl.lit("the message holds a NUL character")),
        field=pl.when(pl.col("at").is_null())
        .then(pl.lit("posted_at"))
        .when((length > LONGEST_MESSAGE) | is_nul)
        .then(pl.lit("text")),
    )


def refused_rows(messages: pl.DataFrame) -> pl.DataFrame:
    """Lay out the messages with a problem as a `graph.records.REJECTED` table."""
    whole = pl.concat_str(
        pl.concat_str("stamp", "rest", separator=" "), "more", separator="\n", ignore_nulls=True
    )
    return messages.filter(pl.col("problem").is_not_null()).select(
        pl.format("line {}", "line").alias("locator"),
        "field",
        pl.col("problem").alias("reason"),
        whole.str.slice(0, RAW_SHOWN).alias("raw"),
    )


def refused_before(before: Before | None) -> pl.DataFrame:
    """Lay out what stands before the first message as a `graph.records.REJECTED` table."""
    if before is None:
        return REJECTED.to_frame()
    reason = "it stands before the first message of the chat"
    return pl.DataFrame(
        [(f"line {before.line}", None, reason, before.text)], schema=REJECTED, orient="row"
    )


def post_rows(
    sent: pl.DataFrame, account_keys: Mapping[str, str], group_key: str, *, is_assumed: bool
) -> pl.DataFrame:
    """Lay out messages of people as a `graph.records.POSTS` table.

    Parameters
    ----------
    sent : polars.DataFrame
        See `ingest.readers.whatsapp.contents.read_contents`.
    account_keys : mapping of str to str
        The account of each ``author``.
    group_key : str
        The chat.
    is_assumed : bool
        Whether the time zone is.

    Notes
    -----
    A post is known by who said what in which minute: Android writes no seconds, and an iPhone
    rounds them now up and now down.
    """
    authors = pl.DataFrame(
        {"author": list(account_keys), "account_key": list(account_keys.values())},
        schema={"author": pl.String, "account_key": pl.String},
    )
    frame = sent.join(authors, on="author", how="left", maintain_order="left").with_columns(
        pl.lit(PLATFORM).alias("platform"),
        pl.lit(group_key).alias("group_key"),
        pl.col("at").alias("posted_at"),
        pl.col("stamp").alias("posted_at_raw"),
        pl.lit(is_assumed).alias("time_zone_assumed"),
        pl.format("line {}", "line").alias("locator"),
    )
    when = pl.col("at").dt.strftime("%Y-%m-%dT%H:%MZ")
    made = [
        keys.post_by_content(PLATFORM, *parts)
        for parts in frame.select("account_key", when, "subject").iter_rows()
    ]
    frame = frame.with_columns(pl.Series("post_key", made, pl.String))
    return frame.select(
        pl.col(name).cast(kind) if name in frame.columns else pl.lit(None, kind).alias(name)
        for name, kind in POSTS.items()
    )
