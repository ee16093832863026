"""Facebook posts that 4CAT saved as CSV."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells, as_frame
from ingest.readers.facebook.addresses import is_number
from ingest.readers.facebook.people import author, exact
from ingest.readers.form_table import table_reader
from ingest.readers.four_cat.addresses import one_a_line
from ingest.readers.four_cat.table_columns import posted_at, where
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.pseudonyms import is_hidden, opaque, saying_so
from ingest.readers.reader import Reader

NAMES = ("id", "url", "body", "timestamp", "author", "author_name", "is_in_group", "group_name")
_TOLD = ("account_id", "account_handle", "account_name", "account_url", "called", "author")
_SITE = "https://www.facebook.com/"
_NUMBER = re.compile(r"(?:profile\.php\?(?:.*&)?id=)?(\d{4,}|pfbid\w+)(?:[?&].*)?", re.ASCII)
_SLUG = re.compile(r"([\w.-]+)(?:\?.*)?")


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns.

    An author is the end of the address of a profile: its number, its slug, or an opaque id that
    differs from one viewer to the next. A group is its number or the name in its address.
    """
    said = as_frame(
        {
            "author": cells.made("author", exact),
            "name": cells.take("author_name"),
            "group": cells.made("group_name", exact),
            "post": cells.take("id"),
        }
    )
    told = [_author(*row) for row in said.iter_rows()]
    group = said["group"]
    has_number = group.str.contains(r"^\d+$").fill_null(value=False)
    return {
        "platform": cells.constant("facebook"),
        "post_id": said["post"],
        "post_url": cells.take("url"),
        "posted_at": posted_at(cells),
        "text": cells.take("body"),
        "image": cells.made("image_url", one_a_line),
        "group_id": where(group, has_number),
        "group_handle": where(group, ~has_number),
        **{name: pl.Series([row.get(name) for row in told], dtype=pl.String) for name in _TOLD},
        **cells.rest(),
    }


def _author(
    written: str | None, name: str | None, group: str | None, post_id: str | None
) -> Mapping[str, str | None]:
    """Name who wrote a post; somebody whom 4CAT hid is called no more than that."""
    if written is not None and is_hidden(written):
        return {"account_id": opaque(written), "called": name}
    if name is not None and is_hidden(name):
        name = None
    number, slug = _NUMBER.fullmatch(written or ""), _SLUG.fullmatch(written or "")
    place = {"group_id": group} if is_number(group) else {"group_handle": group}
    address = f"{_SITE}{slug[1]}" if slug is not None and number is None else None
    found = author(number and number[1], name, address, place, post_id)
    is_lost = group is None and not (found.get("account_id") or found.get("account_handle"))
    return {"called": name, "author": written} if is_lost else found


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns of a Facebook data set."""
    return looks.kinds == {"table"} and looks.has(*NAMES)


FACEBOOK = Reader(
    name="4cat-facebook",
    title="4CAT Facebook CSV",
    example="id,url,body,timestamp,author,author_name,…,is_in_group,group_name",
    read=saying_so(table_reader(plain)),
    fits=_fits,
)
