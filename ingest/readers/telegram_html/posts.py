"""Messages of a page as posts."""

from __future__ import annotations

import polars as pl

from graph.records import POSTS, REJECTED, UTC
from ingest.readers.repeats import SeenRows
from ingest.readers.rows import RAW_SHOWN
from ingest.readers.telegram_html.chat import Post
from ingest.readers.telegram_html.chat_keys import PLATFORM, ChatKeys
from ingest.readers.telegram_html.clock import read_dates
from ingest.readers.telegram_html.members import DELETED

_INSTANT = "%Y-%m-%dT%H:%M:%S%.6fZ"
_LONGEST_DATE = 100
_FOUND = {
    "number": pl.Int64(),
    "date": pl.String(),
    "sender": pl.String(),
    "text": pl.String(),
    "image": pl.String(),
    "location": pl.String(),
    "contact": pl.String(),
    "forwarded_from": pl.String(),
    "answered": pl.Int64(),
    "extra": pl.String(),
}


def dated(found: list[Post], time_zone: str | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read the times of messages.

    Parameters
    ----------
    found : list of Post
    time_zone : str, optional
        The exporter's.

    Returns
    -------
    tuple of DataFrame
        The messages with the columns of `clock.read_dates` and their ``locator``; those whose
        time cannot be read, as `graph.records.REJECTED`.
    """
    posts = pl.DataFrame(found, _FOUND, orient="row")
    posts = posts.hstack(read_dates(posts["date"], time_zone)).with_columns(
        pl.format("message {}", "number").alias("locator")
    )
    shown = pl.col("date").str.slice(0, _LONGEST_DATE)
    said = pl.concat_str("date", "sender", "text", separator="\n", ignore_nulls=True)
    unread = posts.filter(pl.col("time").is_null()).select(
        "locator",
        pl.lit("date").alias("field"),
        pl.format("'{}' cannot be read as a time", shown).alias("reason"),
        said.str.slice(0, RAW_SHOWN).alias("raw"),
    )
    return posts.filter(pl.col("time").is_not_null()), unread.select(REJECTED.names())


def posts_of(
    messages: pl.DataFrame, keys: ChatKeys, seen: SeenRows
) -> tuple[pl.DataFrame, pl.Series]:
    """Make posts of messages.

    Parameters
    ----------
    messages : DataFrame
        As from `dated`.
    keys : ChatKeys
    seen : SeenRows
        The posts of the page so far.

    Returns
    -------
    tuple of DataFrame and Series
        `graph.records.POSTS`, one row per message, and whether it repeats an earlier one. What a
        deleted account wrote is nobody's, as all of them are called alike.
    """
    accounts = [keys.account(name) for name in messages["sender"]]
    instants = messages["time"].dt.strftime(_INSTANT)
    made, answered = [], []
    for number, account, instant, target in zip(
        messages["number"], accounts, instants, messages["answered"], strict=True
    ):
        made.append(keys.post(number, account, instant))
        answered.append(keys.answered(target))
    posts = messages.with_columns(
        pl.when(~pl.col("sender").is_in(sorted(DELETED)))
        .then(pl.Series("account_key", accounts, pl.String))
        .alias("account_key"),
        pl.Series("post_key", made, pl.String),
        pl.Series("reply_to", answered, pl.String),
        pl.col("number").cast(pl.String).alias("post_id"),
        pl.col("time").alias("posted_at"),
        pl.col("date").alias("posted_at_raw"),
        pl.col("assumed").alias("time_zone_assumed"),
        pl.lit(PLATFORM).alias("platform"),
        pl.lit(keys.group).alias("group_key"),
        pl.lit(None, UTC).alias("collected_at"),
        *(pl.lit(None, pl.String).alias(name) for name in ("post_url", "price", "currency")),
    ).select(POSTS.names())
    repeated = seen.repeats({name: posts[name] for name in POSTS.names()}, len(posts))
    return posts, repeated
