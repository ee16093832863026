"""The archive's tables as the loader reads them: one bundle per source, in order of ingestion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import polars as pl

from graph import keys
from ingest.extraction import extractor_of
from ingest.screened import Screened
from ingest.sighted import known_by_default, sightings, with_known_at
from ingest.source_record import SourceRecord
from ingest.taxon_properties import taxon_properties

MEMBERSHIP_KEYS = ["account_key", "group_key"]
NOT_LOADED = frozenset({"notices", "suggested_own"})


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
    posts, memberships, accounts, groups, aliases, links, images : polars.LazyFrame
        Tables of the schemas in `graph.records` and ``known_at`` besides, never null.
    details, statements, taxa, terms, languages, places : polars.LazyFrame
        Tables of the schemas in `graph.derived_records`.
    describe_taxon : callable
        Gives what the lists in use say of a taxon, by its key, as properties of a node.
    """

    key: str
    position: int
    properties: dict[str, Any]
    posts: pl.LazyFrame
    memberships: pl.LazyFrame
    accounts: pl.LazyFrame
    groups: pl.LazyFrame
    aliases: pl.LazyFrame
    links: pl.LazyFrame
    images: pl.LazyFrame
    details: pl.LazyFrame
    statements: pl.LazyFrame
    taxa: pl.LazyFrame
    terms: pl.LazyFrame
    languages: pl.LazyFrame
    places: pl.LazyFrame
    describe_taxon: Callable[[str], dict[str, Any]]


def read_sources(archive: Screened) -> list[SourceTables]:
    """Read every source that was not withdrawn, in order of ingestion.

    Parameters
    ----------
    archive : Screened
        Without our own side, unless that was asked for by name.

    Raises
    ------
    WorkspaceError
        If a source has not been extracted.
    """
    records = archive.sources()
    latest = max((record.known_at_latest for record in records), default=None)
    describe = partial(
        taxon_properties,
        extractor_of(archive.workspace).taxa,
        on=datetime.fromisoformat(latest).date() if latest else date.max,
    )
    return [_tables(archive, position, record, describe) for position, record in enumerate(records)]


def stacked(
    sources: Sequence[SourceTables], table: Callable[[SourceTables], pl.LazyFrame]
) -> pl.LazyFrame:
    """Put one table of several sources below each other, with a column ``position``."""
    return pl.concat([table(each).with_columns(position=each.position) for each in sources])


def account_keys(source: SourceTables) -> pl.DataFrame:
    """Every account that a source speaks of, once, sorted."""
    return _distinct(
        "account_key",
        source.accounts,
        source.posts,
        source.memberships,
        source.details,
        *aliased(source, "account"),
        *linked(source, details=False),
    )


def group_keys(source: SourceTables) -> pl.DataFrame:
    """Every group that a source speaks of, once, sorted."""
    return _distinct(
        "group_key", source.groups, source.posts, source.memberships, *aliased(source, "group")
    )


def aliased(source: SourceTables, kind: str) -> list[pl.LazyFrame]:
    """Give the keys that a source says name one ``account`` or one ``group``, in two tables."""
    stated = source.aliases.filter(pl.col("kind") == kind)
    return [stated.select(pl.col(name).alias(f"{kind}_key")) for name in ("key", "same_as")]


def linked(source: SourceTables, *, details: bool) -> list[pl.LazyFrame]:
    """Give the accounts, or contact details, that a source's links join, in two tables."""
    name = "detail_key" if details else "account_key"
    kinds = pl.Series(sorted(keys.DETAIL_KINDS)).implode()
    is_detail = pl.col(name).str.extract(r"^([^:]*):", 1).is_in(kinds)
    return [
        source.links.select(pl.col(end).alias(name)).filter(is_detail == pl.lit(details))
        for end in ("from_key", "to_key")
    ]


def belongings(source: SourceTables) -> pl.LazyFrame:
    """Every statement that an account belongs to a group, posting there included.

    Returns
    -------
    polars.LazyFrame
        ``account_key group_key role event seen_at``; ``seen_at`` falls back on when it was known.
    """
    stated = source.memberships.select(
        *MEMBERSHIP_KEYS, "role", "event", seen_at=pl.coalesce("seen_at", "known_at")
    )
    posted = source.posts.select(
        *MEMBERSHIP_KEYS,
        role=pl.lit(None, pl.String),
        event=pl.lit(None, pl.String),
        seen_at=pl.coalesce("posted_at", "known_at"),
    )
    return pl.concat([stated, posted]).drop_nulls(MEMBERSHIP_KEYS)


def _tables(
    archive: Screened,
    position: int,
    record: SourceRecord,
    describe_taxon: Callable[[str], dict[str, Any]],
) -> SourceTables:
    """Bundle the tables of one source."""
    default = known_by_default(record)

    def records(table: str, *own: str) -> pl.LazyFrame:
        return with_known_at(archive.records(record.sha256, table), default, *own)

    return SourceTables(
        key=keys.source(record.sha256),
        position=position,
        properties={
            "handles": archive.handles.fingerprint(record.sha256),
            **{name: value for name, value in asdict(record).items() if name not in NOT_LOADED},
        },
        posts=sightings(archive, record),
        memberships=records("memberships", "collected_at", "seen_at"),
        accounts=records("accounts", "seen_at"),
        groups=records("groups", "seen_at"),
        aliases=records("aliases", "seen_at"),
        links=records("links", "collected_at", "occurred_at"),
        images=records("images", "collected_at"),
        **{
            name: archive.derived(record.sha256, name)
            for name in ("details", "statements", "taxa", "terms", "languages", "places")
        },
        describe_taxon=describe_taxon,
    )


def _distinct(column: str, *tables: pl.LazyFrame) -> pl.DataFrame:
    """Gather the values of a column in any of several tables."""
    return (
        pl.concat([table.select(column) for table in tables])
        .drop_nulls()
        .unique()
        .sort(column)
        .collect()
    )
