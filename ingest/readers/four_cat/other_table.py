"""4CAT's tables of other platforms, which have five columns in common and others of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import polars as pl

from graph import keys
from graph.errors import SourceError
from graph.records import Batch
from ingest.readers.cells import Cells, as_frame
from ingest.readers.columns import COLUMNS
from ingest.readers.form_table import table_reader
from ingest.readers.four_cat.addresses import one_a_line
from ingest.readers.four_cat.table_columns import ALWAYS, posted_at, where
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.pseudonyms import HIDDEN, author_columns, is_hidden, saying_so
from ingest.readers.reader import Reader
from ingest.readers.zeeschuimer import table as captured

_PLATFORMS = {
    "tiktok.com": "tiktok",
    "instagram.com": "instagram",
    "x.com": "x",
    "twitter.com": "x",
    "facebook.com": "facebook",
    "threads.net": "threads",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "linkedin.com": "linkedin",
    "pinterest.com": "pinterest",
    "douyin.com": "douyin",
    "xiaohongshu.com": "xiaohongshu",
    "weibo.com": "weibo",
    "truthsocial.com": "truthsocial",
    "gab.com": "gab",
    "vk.com": "vk",
    "t.me": "telegram",
}
_ADDRESSES = ("tiktok_url", "post_url", "link", "url")
_TRIED = 100
_STATED = ("platform", "source_platform", "datasource")
_AUTHOR = ("account_id", "account_handle", "account_name")
_NAMES = ("author_full", "author_fullname", "author_name", "author_display_name")
_PICTURES = ("image_url", "images", "thumbnail_url")
_PLACES = ("location_name", "place_name")
_NOBODY = frozenset({"anonymous", "[deleted]", "[removed]", "deleted", "unknown", "none"})
_HANDLE = re.compile(r"@?\w[\w.-]{0,99}")
_OTHERS = ({"chat", "author_is_bot"}, {"is_in_group"}, {"item_type", "author_screen_name"})


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a table of whichever platform.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Platform where the table does not say it.

    Yields
    ------
    Batch
        Each row is a post. Tables of TikTok, Instagram and X have Zeeschuimer's columns and are
        read as those are. Of others the platform is that of a column that states it, else the
        user's, else that of the address of the posts.

    Raises
    ------
    SourceError
        If nothing says which platform it is.
    """
    yield from table_reader(_Table(name).plain)(path, name, options)


class _Table:
    """A table, and which platform its posts' addresses say it is of."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._platform: str | None = None

    def plain(self, cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
        """Read the table's columns."""
        names = {name.strip().casefold() for name in cells.rest()}
        if any(names >= captured.ALWAYS | own for own in captured.PLATFORMS.values()):
            return _captured(cells, options)
        address = _address(cells)
        platform = self._told_platform(cells, options, address, cells.take(*_STATED))
        said = as_frame({"id": cells.take("id"), "thread": cells.take("thread_id")})
        is_answer = pl.col("thread") != pl.col("id")
        return {
            "platform": platform,
            "post_id": said["id"],
            "post_url": address,
            "posted_at": posted_at(cells),
            "text": cells.take("body"),
            **_authors(cells),
            "reply_to": said.select(pl.when(is_answer).then("thread"))["thread"],
            "group_handle": cells.take("subreddit"),
            "image": cells.made(_PICTURES, one_a_line),
            "location": cells.take(*_PLACES),
            **cells.rest(),
            **_other_addresses(cells, address),
            "thread_id": said["thread"],
        }

    def _told_platform(
        self, cells: Cells, options: ReadOptions, address: pl.Series, stated: pl.Series
    ) -> pl.Series:
        """Tell each row's platform: the one it states, else that of the whole table."""
        if options.platform is not None:
            self._platform = keys.platform(options.platform)
        if self._platform is None:
            self._platform = _platform_of(address, cells)
        if self._platform is None and stated.is_null().all():
            raise SourceError(
                f"{self._name}: this 4CAT table does not say which platform it is of; "
                "pass --platform NAME."
            )
        named = stated.to_frame("stated").select(
            pl.coalesce("stated", pl.lit(self._platform, pl.String)).alias("platform")
        )["platform"]
        distinct = named.unique().drop_nulls()
        folded = pl.Series([keys.platform(each) for each in distinct], dtype=pl.String)
        return named.replace_strict(distinct, folded, default=None, return_dtype=pl.String)


def _captured(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read what Zeeschuimer captured, whose authors 4CAT may have hidden."""
    told = captured.plain(cells, options)
    said = as_frame({name: told[name] for name in _AUTHOR})
    authors = said.select(
        pl.when(pl.col("account_handle").str.contains(HIDDEN))
        .then("account_handle")
        .otherwise("account_id")
        .alias("id"),
        pl.col("account_handle").alias("handle"),
        pl.col("account_name").alias("name"),
        pl.lit(value=False).alias("has_group"),
    )
    return {**told, **author_columns(authors, {"handle": "author", "name": "author_name"})}


def _address(cells: Cells) -> pl.Series:
    """Find the address of each post: the first that has the post's id in it.

    Others lead to what a post is about.
    """
    columns = {name: cells.take(name) for name in _ADDRESSES}
    frame = as_frame({"id": cells.take("id"), **columns})
    own = [
        pl.when(pl.col(name).str.contains(pl.col("id"), literal=True)).then(name)
        for name in _ADDRESSES
    ]
    return frame.select(pl.coalesce(own).alias("address"))["address"]


def _other_addresses(cells: Cells, address: pl.Series) -> dict[str, pl.Series]:
    """Keep the addresses that are not the post's own."""
    columns = {name: cells.take(name) for name in _ADDRESSES}
    return {
        f"{name} (source)" if name in COLUMNS else name: where(found, found.ne_missing(address))
        for name, found in columns.items()
    }


def _platform_of(address: pl.Series, cells: Cells) -> str | None:
    """Tell a platform by what only one has, or by the addresses of posts."""
    if cells.take("subreddit").is_not_null().any():
        return "reddit"
    some = map(_host_platform, address.drop_nulls().head(_TRIED))
    return next((found for found in some if found is not None), None)


def _host_platform(address: str) -> str | None:
    """Tell a platform by the host of an address."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    return _PLATFORMS.get(".".join(host.split(".")[-2:]))


def _authors(cells: Cells) -> dict[str, pl.Series]:
    """Lay out who wrote each row: ``author`` is the handle on all platforms that have any."""
    said = as_frame(
        {
            "author": cells.take("author"),
            "handle": cells.made("author", _handle),
            "hash": cells.made("author", _hash),
            "author_id": cells.take("author_id"),
            "name": cells.take(*_NAMES),
        }
    )
    authors = said.select(
        pl.coalesce("hash", "author_id").alias("id"),
        "handle",
        "name",
        pl.lit(value=False).alias("has_group"),
    )
    columns = author_columns(authors, {"id": "author_id", "name": "author_name"})
    return {**columns, "author": where(said["author"], columns["account_handle"].is_null())}


def _hash(author: str) -> str | None:
    """Read the hash that stands for an author who is hidden."""
    return author if is_hidden(author) else None


def _handle(author: str) -> str | None:
    """Read a handle; names with blanks are none, nor are the words for nobody."""
    is_none = author.casefold() in _NOBODY or is_hidden(author)
    return None if is_none or not _HANDLE.fullmatch(author) else author.removeprefix("@")


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns of every data set and none that only one platform has.

    Tables with semicolons are those of Zeeschuimer, which names its columns as 4CAT does.
    """
    header = looks.text.partition("\n")[0]
    return (
        looks.kinds == {"table"}
        and looks.has(*ALWAYS)
        and not looks.has("platform", "account_id")
        and not any(looks.names >= others for others in _OTHERS)
        and header.count(";") <= header.count(",")
    )


OTHER = Reader(
    name="4cat",
    title="4CAT CSV of other platforms",
    example="id,thread_id,author,body,timestamp,unix_timestamp,…",
    read=saying_so(read),
    fits=_fits,
)
