"""The archive's tables as the loader reads them: one bundle per source, in order of ingestion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

MEMBERSHIP_KEYS = ["account_key", "group_key"]


@dataclass(frozen=True)
class SourceTables:
    """What one source says.

    Attributes
    ----------
    key : str
        ``source:<sha256>``.
    position : int
        Place in the order of ingestion, from 0.
    properties : dict
        What is known of the source itself (collector, legal basis, …).
    posts, memberships, accounts, groups, details : polars.LazyFrame
        Tables of the schemas in `graph.records`; ``posts`` has ``known_at`` besides: when the
        sighting was known, never null.
    """

    key: str
    position: int
    properties: dict[str, Any]
    posts: pl.LazyFrame
    memberships: pl.LazyFrame
    accounts: pl.LazyFrame
    groups: pl.LazyFrame
    details: pl.LazyFrame


def stacked(
    sources: Sequence[SourceTables], table: Callable[[SourceTables], pl.LazyFrame]
) -> pl.LazyFrame:
    """Put one table of several sources below each other, with a column ``position``."""
    return pl.concat([table(each).with_columns(position=each.position) for each in sources])


def account_keys(source: SourceTables) -> pl.DataFrame:
    """Every account that a source speaks of, once, sorted."""
    return _distinct(
        "account_key", source.accounts, source.posts, source.memberships, source.details
    )


def group_keys(source: SourceTables) -> pl.DataFrame:
    """Every group that a source speaks of, once, sorted."""
    return _distinct("group_key", source.groups, source.posts, source.memberships)


def belongings(source: SourceTables) -> pl.LazyFrame:
    """Every statement that an account belongs to a group, posting there included.

    Returns
    -------
    polars.LazyFrame
        ``account_key group_key role seen_at``; ``seen_at`` falls back on when it was collected.
    """
    stated = source.memberships.select(
        *MEMBERSHIP_KEYS, "role", seen_at=pl.coalesce("seen_at", "collected_at")
    )
    posted = source.posts.select(
        *MEMBERSHIP_KEYS,
        role=pl.lit(None, pl.String),
        seen_at=pl.coalesce("posted_at", "collected_at"),
    )
    return pl.concat([stated, posted]).drop_nulls(MEMBERSHIP_KEYS)


def _distinct(column: str, *tables: pl.LazyFrame) -> pl.DataFrame:
    """Gather the values of a column in any of several tables."""
    return (
        pl.concat([table.select(column) for table in tables])
        .drop_nulls()
        .unique()
        .sort(column)
        .collect()
    )
