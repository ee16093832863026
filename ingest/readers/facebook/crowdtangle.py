"""Historical data that CrowdTangle gave of public pages and groups."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells
from ingest.readers.facebook.addresses import post_of
from ingest.readers.form_table import table_reader
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader

_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}) ([A-Za-z]{2,5})")
_ZONES = {
    "UTC": "+00:00", "GMT": "+00:00", "WET": "+00:00", "WEST": "+01:00", "CET": "+01:00",
    "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "WAT": "+01:00",
    "CAT": "+02:00", "SAST": "+02:00", "EAT": "+03:00", "PKT": "+05:00", "WIB": "+07:00",
    "WITA": "+08:00", "WIT": "+09:00", "ICT": "+07:00", "HKT": "+08:00", "SGT": "+08:00",
    "MYT": "+08:00", "PHT": "+08:00", "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00",
    "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00", "BRT": "-03:00", "ART": "-03:00",
    "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00", "AKST": "-09:00", "AKDT": "-08:00", "HST": "-10:00",
}  # fmt: skip
"""Without names that stand for several zones (``CST IST BST AST``)."""


def plain(cells: Cells, options: ReadOptions) -> Mapping[str, pl.Series]:
    """Read the table's columns; the names of other columns are kept.

    A post on a page is the page's. Who posted in a group CrowdTangle does not say, so that such
    a post is nobody's. A time in a zone whose name stands for several counts as one without.
    """
    of_group = "group name" in {name.strip().casefold() for name in cells.rest()}
    number, handle = cells.take("Facebook Id"), cells.take("User Name")
    name = cells.take("Group Name" if of_group else "Page Name")
    whose = "group" if of_group else "account"
    url = cells.take("URL")
    created = cells.take("Post Created")
    return {
        "platform": cells.constant("facebook"),
        f"{whose}_id": number,
        f"{whose}_handle": handle,
        f"{whose}_name": name,
        "post_id": cells.made("URL", post_of),
        "post_url": url,
        "posted_at": cells.made("Post Created", _stated),
        "text": cells.take("Message"),
        "Post Created": created,
        "Total Interactions": cells.made("Total Interactions", _digits),
        **cells.rest(),
    }


def _stated(stamp: str) -> str:
    """Write a time with its zone as an offset; without, where the zone's name is not known."""
    found = _STAMP.fullmatch(stamp.strip())
    if found is None:
        return stamp
    return f"{found[1]}{_ZONES.get(found[2].upper(), '')}"


def _digits(count: str) -> str | None:
    """Leave out what groups the digits of a number."""
    return re.sub(r"[^\d-]", "", count) or None


def _fits(looks: Looks) -> bool:
    """Whether a table has CrowdTangle's columns, of pages or of groups."""
    return (
        looks.kinds == {"table"}
        and looks.has("user name", "facebook id", "post created")
        and not looks.names.isdisjoint({"page name", "group name"})
    )


CROWDTANGLE = Reader(
    name="crowdtangle",
    title="CrowdTangle CSV",
    example="Group Name,User Name,Facebook Id,…,Post Created,Type,…,URL,Message,Link,…",
    read=table_reader(plain),
    fits=_fits,
)
