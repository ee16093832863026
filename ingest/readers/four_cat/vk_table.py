"""VK posts and comments that 4CAT saved as CSV."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells, as_frame
from ingest.readers.form_table import table_reader
from ingest.readers.four_cat.addresses import details, is_shown, one_a_line
from ingest.readers.four_cat.table_columns import posted_at
from ingest.readers.four_cat.vk_walls import PLATFORM, community, person_name, wall_id
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.pseudonyms import author_columns, saying_so
from ingest.readers.reader import Reader

_NAMES = (
    "id", "thread_id", "body", "timestamp", "link", "item_type", "author_id", "author_screen_name",
    "in_reply_to_user",
)  # fmt: skip
_WALL = re.compile(r"wall(-?\d+)_(\d+)(?:\?(?:[^#]*&)?reply=(\d+))?", re.ASCII)


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns; the wall is told by ``link`` alone.

    A comment answers another comment or, where none is named, the post.
    """
    said = as_frame(
        {
            "id": cells.take("author_id"),
            "handle": cells.take("author_screen_name"),
            "name": cells.made("author_name", person_name),
            "owner": cells.made("link", _owner),
            "post": cells.made("link", _post),
            "number": cells.take("id"),
            "thread": cells.take("thread_id"),
            "comment": cells.take("in_reply_to_comment_id"),
            "kind": cells.take("item_type"),
        }
    )
    answered = pl.when(pl.col("kind") == "comment").then(pl.coalesce("comment", "thread"))
    answers = said.select("owner", answered.alias("answered"))
    authors = said.select("id", "handle", "name", pl.lit(value=False).alias("has_group"))
    columns = author_columns(
        authors, {"id": "author_id", "handle": "author_screen_name", "name": "author_name"}
    )
    return {
        "platform": cells.constant(PLATFORM),
        **columns,
        "post_id": said["post"],
        "post_url": cells.take("link"),
        "posted_at": posted_at(cells),
        "text": cells.take("body"),
        "group_id": cells.made("link", lambda link: community(_owner(link))),
        "reply_to": pl.Series([wall_id(*row) for row in answers.iter_rows()], dtype=pl.String),
        "image": cells.made("photos", one_a_line),
        "contact": _unshown_links(cells),
        **cells.rest(),
        "links": cells.take("links"),
        "item_type": said["kind"],
        "id": pl.select(pl.when(said["post"].is_null()).then(said["number"])).to_series(),
    }


def _owner(link: str) -> str | None:
    """Read whose wall an address leads to."""
    match = _WALL.search(link)
    return match[1] if match else None


def _post(link: str) -> str | None:
    """Read the full id of what an address leads to: a post, or a comment on it."""
    match = _WALL.search(link)
    return wall_id(match[1], match[3] or match[2]) if match else None


def _unshown_links(cells: Cells) -> pl.Series:
    """Gather the links that are attached and that the words do not show."""
    attached = cells.made("links", one_a_line)
    return pl.Series(
        [
            None
            if links is None
            else details(each for each in links.splitlines() if not is_shown(each, words or ""))
            for links, words in zip(attached, cells.take("body"), strict=True)
        ],
        dtype=pl.String,
    )


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns of a VK data set."""
    return looks.kinds == {"table"} and looks.has(*_NAMES)


VK = Reader(
    name="4cat-vk",
    title="4CAT VK CSV",
    example="id,thread_id,timestamp,unix_timestamp,link,item_type,body,author_id,…",
    read=saying_so(table_reader(plain)),
    fits=_fits,
)
