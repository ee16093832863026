"""The first rows of a source as they would be read, and what would be refused; nothing is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from graph.errors import SpoorError
from graph.records import Batch
from ingest.extract import extract_by_hand, extract_details
from ingest.readers import READERS
from ingest.readers.options import ReadOptions
from ingest.readers.rows import Rows
from ingest.readers.table import records_of

ENOUGH_ROWS = 1_000
MOST_BATCHES = 40
SHOWN = 10
REFUSED_SHOWN = 20


@dataclass(frozen=True)
class FirstRows:
    """What would be made of the first rows of a source.

    Attributes
    ----------
    rows_read, rows_accepted, rows_merged, rows_refused : int
    rows : tuple of dict
        The first posts, else links, else memberships.
    refused : tuple of dict
        The first that would be refused: ``locator field reason``.
    notices : tuple of str
        What the reader assumed and passed over.
    own : int
        Posts of our own side among them, which are not shown.
    assumes_utc : bool
        Whether times carry no zone and none was named.
    is_whole : bool
        Whether this is all that there is, as far as is known.
    problem : str or None
        Why nothing can be read.
    """

    rows_read: int = 0
    rows_accepted: int = 0
    rows_merged: int = 0
    rows_refused: int = 0
    rows: tuple[dict[str, Any], ...] = ()
    refused: tuple[dict[str, Any], ...] = ()
    notices: tuple[str, ...] = ()
    own: int = 0
    assumes_utc: bool = False
    is_whole: bool = True
    problem: str | None = None


def read_first(
    path: Path, name: str, format_name: str, options: ReadOptions, own: Collection[str] = ()
) -> FirstRows:
    """Read the first rows of a source in some format.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What people call it, for messages.
    format_name : str
        A key of `ingest.readers.READERS`.
    options : ReadOptions
    own : collection of str
        Accounts of our own side, which are not shown.
    """
    batches = READERS[format_name].read(path, name, options)
    try:
        taken, is_whole = _take(batches)
    except SpoorError as error:
        return FirstRows(problem=str(error))
    return _told(taken, options.region, own, is_whole=is_whole)


def read_mapped(
    rows: Rows, name: str, options: ReadOptions, own: Collection[str] = ()
) -> FirstRows:
    """Read some rows of a table with a mapping; see `read_first`."""
    try:
        batch = records_of(rows, name, options)
    except SpoorError as error:
        return FirstRows(rows_read=len(rows.locators), problem=str(error))
    return _told([batch], options.region, own, is_whole=False)


def _take(batches: Iterator[Batch]) -> tuple[list[Batch], bool]:
    """Take the first batches, until there are rows enough."""
    taken: list[Batch] = []
    for batch in islice(batches, MOST_BATCHES):
        taken.append(batch)
        if sum(each.rows_read for each in taken) >= ENOUGH_ROWS:
            return taken, False
    return taken, len(taken) < MOST_BATCHES


def _told(
    batches: list[Batch], region: str | None, own: Collection[str], *, is_whole: bool
) -> FirstRows:
    """Put together what several batches hold."""
    if not batches:
        return FirstRows()
    rejected = pl.concat([each.rejected for each in batches])
    posts = pl.concat([each.posts for each in batches])
    is_own = pl.col("account_key").is_in(sorted(own)).fill_null(False)
    read = sum(each.rows_read for each in batches)
    merged = sum(each.rows_merged for each in batches)
    return FirstRows(
        rows_read=read,
        rows_accepted=read - merged - len(rejected),
        rows_merged=merged,
        rows_refused=len(rejected),
        rows=tuple(_shown(batches, posts.filter(~is_own), region, own)),
        refused=tuple(rejected.head(REFUSED_SHOWN).select("locator", "field", "reason").to_dicts()),
        notices=tuple(dict.fromkeys(said for each in batches for said in each.notices)),
        own=len(posts.filter(is_own)),
        assumes_utc=bool(posts["time_zone_assumed"].fill_null(False).any()),
        is_whole=is_whole,
    )


def _shown(
    batches: list[Batch], posts: pl.DataFrame, region: str | None, own: Collection[str]
) -> list[dict[str, Any]]:
    """Lay out the first posts, else links, else memberships."""
    groups = pl.concat([each.groups for each in batches])
    accounts = pl.concat([each.accounts for each in batches])
    called = dict(groups.select("group_key", "name").drop_nulls().iter_rows())
    names = dict(accounts.select("account_key", "name").drop_nulls().iter_rows())
    if len(posts):
        return list(_posts(posts.head(SHOWN), called, names, region))
    links = pl.concat([each.links for each in batches])
    if len(links):
        said = ("from_key", "to_key", "kind", "occurred_at", "amount")
        kept = links.filter(~pl.any_horizontal(pl.col("from_key", "to_key").is_in(sorted(own))))
        return kept.head(SHOWN).select(said).to_dicts()
    memberships = pl.concat([each.memberships for each in batches])
    kept = memberships.filter(~pl.col("account_key").is_in(sorted(own)))
    return [
        {"account": account, "name": names.get(account), "group": called.get(group, group),
         "role": role}
        for account, group, role in kept.head(SHOWN)
        .select("account_key", "group_key", "role")
        .iter_rows()
    ]  # fmt: skip


def _posts(
    posts: pl.DataFrame, called: dict[str, str], names: dict[str, str], region: str | None
) -> Iterator[dict[str, Any]]:
    """Lay out posts, with the contact details found in them."""
    told = posts.select("text", "contact", "platform", key="locator")
    found = pl.concat(
        [
            extract_details(told.select("key", "text", "platform"), region),
            extract_by_hand(told.select("key", "contact", "platform"), region),
        ]
    )
    details: dict[str, list[str]] = {}
    for key, detail in found.select("key", "detail_key").unique(maintain_order=True).iter_rows():
        details.setdefault(key, []).append(detail)
    for row in posts.to_dicts():
        yield {
            "account": row["account_key"],
            "name": names.get(row["account_key"]),
            "group": called.get(row["group_key"], row["group_key"]),
            "posted_at": row["posted_at"],
            "text": row["text"],
            "price": row["price"],
            "contacts": ", ".join(details.get(row["locator"], [])),
        }
