"""The files of facebook-scraper: JSON with commas too many, and CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.records import Batch
from ingest.readers.facebook.apify_files import begins_with
from ingest.readers.facebook.scraped_commas import Commas, MendedStream
from ingest.readers.facebook.scraped_posts import Posts, has_its_names
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks, looks_of_json
from ingest.readers.options import ReadOptions
from ingest.readers.python_values import read_cell
from ingest.readers.reader import Reader
from ingest.readers.table_items import table_items
from ingest.readers.told_rows import ToldRows

_COMMA_FIRST = re.compile(r"\s*\[\s*,")


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the JSON of facebook-scraper.

    Parameters
    ----------
    path : Path
        Where the bytes are: a list, in which commas may stand for posts left out, or lines.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        ``chat`` is the group of posts whose address does not name one. Times that are not
        epochs are those of the scraper's machine: ``time_zone`` says of which zone.

    Yields
    ------
    Batch
        A post, each comment on it and each answer to one is a row. Words passed on are told only
        where the post has none of its own; else they are kept beside it as ``shared_text``.
    """
    if begins_with(path, b"["):
        items = json_items(path, name, lists={""}, stream=MendedStream(path))
    else:
        items = json_lines(path, name, options.encoding)
    yield from read_items(items, Posts(options.chat).tell, ToldRows(options))


def read_table(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the CSV of facebook-scraper, whose cells may hold what Python writes of a list.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        As for `read`; the file has the encoding of the scraper's machine.
    """
    layout = Layout(encoding=options.encoding)
    items = (_evaluated(item) for item in table_items(path, name, layout))
    yield from read_items(items, Posts(options.chat).tell, ToldRows(options))


def _evaluated(item: Item) -> Item:
    """Read the lists and objects in a row's cells."""
    if item.problem is not None:
        return item
    return replace(item, value={name: read_cell(cell) for name, cell in item.value.items()})


def _fits(looks: Looks) -> bool:
    """Whether JSON begins with a post, but for the commas."""
    if looks.kinds & {"list", "lines"} and has_its_names(looks):
        return True
    if not _COMMA_FIRST.match(looks.text):
        return False
    mended = b"".join(Commas().mended([looks.text.encode(errors="replace")]))
    return has_its_names(looks_of_json(mended.decode(errors="replace")))


def _fits_table(looks: Looks) -> bool:
    """Whether a table has the columns of its posts."""
    return looks.kinds == {"table"} and has_its_names(looks)


SCRAPED = Reader(
    name="facebook-scraper",
    title="facebook-scraper JSON",
    example='[\\n,{"post_id": "…", "post_text": "…", "user_id": "…", "comments_full": […]},…]',
    read=read,
    fits=_fits,
)
SCRAPED_TABLE = Reader(
    name="facebook-scraper-csv",
    title="facebook-scraper CSV",
    example="post_id,text,post_text,shared_text,time,timestamp,image,…,user_id,username,…",
    read=read_table,
    fits=_fits_table,
)
