"""What a mapping would make of the first rows of a table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from graph.errors import SourceError
from graph.records import Batch
from ingest.extract import extract_by_hand, extract_details
from ingest.readers.options import ReadOptions
from ingest.readers.rows import Rows
from ingest.readers.table import records_of

SHOWN = 5
_QUOTED = re.compile(r"^'(.*?)' ", re.DOTALL)


@dataclass(frozen=True)
class Preview:
    """What would be made of some rows.

    Attributes
    ----------
    rows_read, rows_accepted, rows_merged, rows_rejected : int
        As an ingestion counts them.
    reasons : dict of str to int
        Why rows would be rejected, the most frequent first.
    details : dict of str to int
        How many contact details of each kind would be found.
    rows : tuple of dict
        The first posts (``account group posted_at text price contact_details``), links or
        memberships.
    problem : str or None
        Why no row can be read as yet.
    """

    rows_read: int
    rows_accepted: int = 0
    rows_merged: int = 0
    rows_rejected: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    details: dict[str, int] = field(default_factory=dict)
    rows: tuple[dict[str, object], ...] = ()
    problem: str | None = None


def preview(rows: Rows, name: str, options: ReadOptions) -> Preview:
    """Read some rows with a mapping, and keep nothing.

    Parameters
    ----------
    rows : Rows
        As loaded.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        With the mapping.
    """
    try:
        batch = records_of(rows, name, options)
    except SourceError as error:
        return Preview(len(rows.locators) + len(rows.refused), problem=str(error))
    details = _details(batch, options.region)
    kinds = details.group_by("kind").len().sort("len", "kind", descending=[True, False])
    reasons = Counter(_in_general(reason) for reason in batch.rejected["reason"])
    return Preview(
        batch.rows_read,
        batch.rows_read - batch.rows_merged - len(batch.rejected),
        batch.rows_merged,
        len(batch.rejected),
        dict(reasons.most_common()),
        dict(kinds.iter_rows()),
        tuple(_shown(batch, details)),
    )


def _details(batch: Batch, region: str | None) -> pl.DataFrame:
    """Find the contact details in posts: ``key kind detail_key``, the key a locator."""
    posts = batch.posts.select("text", "contact", "platform", key="locator")
    found = [
        extract_details(posts.select("key", "text", "platform"), region),
        extract_by_hand(posts.select("key", "contact", "platform"), region),
    ]
    return pl.concat([each.select("key", "kind", "detail_key") for each in found]).unique(
        maintain_order=True
    )


def _shown(batch: Batch, details: pl.DataFrame) -> list[dict[str, object]]:
    """Lay out the first rows as they would be read."""
    if len(batch.links):
        said = ("from_key", "to_key", "kind", "occurred_at", "amount")
        return batch.links.head(SHOWN).select(said).to_dicts()
    names = dict(batch.groups.select("group_key", "name").drop_nulls().iter_rows())
    if batch.posts.is_empty():
        return [
            {"account": account, "group": names.get(group, group), "role": role}
            for account, group, role in batch.memberships.head(SHOWN)
            .select("account_key", "group_key", "role")
            .iter_rows()
        ]
    found = details.group_by("key", maintain_order=True).agg("detail_key")
    by_place = dict(found.iter_rows())
    return [
        {
            "account": row["account_key"],
            "group": names.get(row["group_key"], row["group_key"]),
            "posted_at": row["posted_at"],
            "text": row["text"],
            "price": row["price"],
            "contact_details": by_place.get(row["locator"], []),
        }
        for row in batch.posts.head(SHOWN).to_dicts()
    ]


def _in_general(reason: str) -> str:
    """Give a reason without the value that it is about."""
    return _QUOTED.sub("a value ", reason)
