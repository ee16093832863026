"""Captures that Zeeschuimer saved as CSV, of one platform each."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape

import polars as pl

from ingest.readers.cells import Cells, as_frame
from ingest.readers.form_table import table_reader
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.zeeschuimer.capture import page
from ingest.readers.zeeschuimer.instagram_people import own_id

ALWAYS = frozenset({"id", "thread_id", "author", "body", "timestamp"})
PLATFORMS = {
    "tiktok": frozenset({"tiktok_url", "plays"}),
    "tiktok comments": frozenset({"is_comment_on_comment", "comment_url"}),
    "instagram": frozenset({"parent_id", "media_urls", "usertags"}),
    "x": frozenset({"link", "is_retweet", "retweeted_user"}),
}
_NO_TIME = ("", "0", "1970-01-01 00:00:00")
_REPOST = r"^RT @\w+:? "

Columns = dict[str, pl.Series]


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns: those of every platform, and the platform's own.

    The page that was looked at is kept without what does not name it, for that may tell of whom
    was looking; so is left out a comment's address, which tells who shared it.
    """
    platform = _platform(frozenset(cells.rest()))
    told = _OWN[platform](cells) if platform else {"text": cells.take("body")}
    return {
        "post_id": cells.take("id"),
        "posted_at": _times(cells),
        "account_handle": cells.made("author", _handle),
        "account_name": cells.take("author_fullname", "author_full"),
        "account_bio": cells.take("author_bio"),
        "collected_from_url": cells.made("collected_from_url", page),
        **told,
        **cells.rest("comment_url"),
    }


def _platform(names: frozenset[str]) -> str | None:
    """Tell the platform from the columns."""
    folded = {name.strip().casefold() for name in names}
    if not folded.issuperset(ALWAYS):
        return None
    return next((name for name, own in PLATFORMS.items() if folded.issuperset(own)), None)


def _times(cells: Cells) -> pl.Series:
    """Take the time in seconds, else the one written out, which is of UTC."""
    epoch = cells.made("unix_timestamp", lambda cell: None if cell in _NO_TIME else cell)
    written = cells.made("timestamp", lambda cell: None if cell in _NO_TIME else f"{cell}Z")
    times = as_frame({"epoch": epoch, "written": written})
    return times.select(pl.coalesce("epoch", "written").alias("time"))["time"]


def _tiktok(cells: Cells) -> Columns:
    """Read a video; what is written on the picture counts as its text."""
    said = as_frame({"body": cells.take("body"), "written": cells.take("stickers")})
    both = pl.concat_str("body", "written", separator="\n", ignore_nulls=True)
    return {
        "platform": cells.constant("tiktok"),
        "account_id": cells.take("author_id"),
        "post_url": cells.take("tiktok_url"),
        "text": said.select(both.alias("text"))["text"],
        "image": cells.take("thumbnail_url"),
        "location": cells.take("location_created"),
    }


def _tiktok_comment(cells: Cells) -> Columns:
    """Read a comment: its thread is the comment above it, else the video."""
    return {
        "platform": cells.constant("tiktok"),
        "account_id": cells.made("author", _number),
        "text": cells.take("body"),
        "reply_to": cells.take("thread_id"),
        "video": cells.take("post_id"),
        "video_url": cells.take("post_url"),
    }


def _instagram(cells: Cells) -> Columns:
    """Read a post of Instagram."""
    place = as_frame(
        {
            "name": cells.take("location_name"),
            "city": cells.take("location_city"),
            "where": cells.made("location_latlong", lambda where: f"({where})"),
        }
    )
    return {
        "platform": cells.constant("instagram"),
        "account_id": cells.made("author_id", own_id),
        "post_url": cells.take("url"),
        "text": cells.take("body"),
        "image": cells.made("image_urls", _one_a_line),
        "location": place.select(
            pl.concat_str("name", "city", "where", separator=" ", ignore_nulls=True)
            .replace("", None)
            .alias("place")
        )["place"],
    }


def _x(cells: Cells) -> Columns:
    """Read a post of X; of a repost the words are the other's.

    The number in its link may be rounded, unlike its id.
    """
    said = as_frame(
        {
            "id": cells.take("id"),
            "author": cells.take("author"),
            "link": cells.take("link"),
            "body": cells.made("body", unescape),
            "is_repost": cells.take("is_retweet") == "yes",
            "whose": cells.take("retweeted_user"),
        }
    )
    url = pl.concat_str(pl.lit("https://x.com/"), "author", pl.lit("/status/"), "id")
    words = pl.when("is_repost").then(pl.col("body").str.replace(_REPOST, "")).otherwise("body")
    return {
        "platform": cells.constant("x"),
        "account_id": cells.take("author_id"),
        "post_url": said.select(pl.coalesce(url, "link").alias("url"))["url"],
        "text": said.select(words.alias("text"))["text"],
        "forwarded_from": said["whose"],
        "image": cells.made("images", _one_a_line),
        "location": cells.take("place_name"),
    }


def _number(author: str) -> str | None:
    """Read the id that stands where there is no handle."""
    return author[1:] if author.startswith("@") and author[1:].isdecimal() else None


def _handle(author: str) -> str | None:
    """Read a handle."""
    return None if _number(author) else author.lstrip("@") or None


_OWN = {"tiktok": _tiktok, "tiktok comments": _tiktok_comment, "instagram": _instagram, "x": _x}


def _one_a_line(listed: str) -> str:
    """Put addresses one a line."""
    return listed.replace(",http", "\nhttp")


def _fits(looks: Looks) -> bool:
    """Whether a table has a platform's columns, with semicolons between them."""
    header = looks.text.partition("\n")[0]
    has_semicolons = header.count(";") > header.count(",")
    return looks.kinds == {"table"} and has_semicolons and _platform(looks.names) is not None


TABLE = Reader(
    name="zeeschuimer-csv",
    title="Zeeschuimer CSV (TikTok and its comments, Instagram, X)",
    example="collected_from_url;id;thread_id;author;…;tiktok_url;…",
    read=table_reader(plain, delimiter=";"),
    fits=_fits,
)
