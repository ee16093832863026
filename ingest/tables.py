"""The whole workspace as tables, as it was known at the end of a day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

import polars as pl

from graph.errors import UsageError, WorkspaceError
from graph.records import ACCOUNTS, DETAILS, REJECTED, SIGNATURES, Tables
from graph.records import UTC as UTC_COLUMN
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import derived
from ingest.source_record import SourceRecord

POST_COLUMNS = (
    "post_key",
    "account_key",
    "platform",
    "group_key",
    "posted_at",
    "price",
    "text",
)
ACCOUNT_COLUMNS = ("account_key", "platform", "handle", "name")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def tables(workspace: Workspace, as_of: str | None = None) -> Tables:
    """Read everything that detection reads, as known by the end of a day.

    Parameters
    ----------
    workspace : Workspace
        Its sources must have been extracted (`ingest.derived.ensure_derived`).
    as_of : str, optional
        The day (``YYYY-MM-DD``, UTC); by default the day of the latest sighting.

    Returns
    -------
    Tables
        Each table sorted by its keys; empty tables when nothing was known by then. Withdrawn
        sources take no part.

    Raises
    ------
    UsageError
        If ``as_of`` is no day.
    WorkspaceError
        If the workspace holds no source.

    Notes
    -----
    A sighting is known from when it was collected; else from when the post was made; else from
    the ``--collected-at`` of its source, else from the latest sighting in the same source, else
    from when the source was ingested. Of a post seen more than once, its latest known sighting
    counts (of two at once, the later in the order of ingestion).
    """
    archive = Archive(workspace)
    sources = archive.sources()
    if not sources:
        raise WorkspaceError(
            f"{workspace.root}: the workspace holds no source; run `spoor ingest FILE` first."
        )
    day = as_of or max(source.known_at_latest for source in sources)[:10]
    known = _Known(workspace, archive, sources, _end_of(day))
    posts = known.posts()
    return Tables(
        posts=posts.drop("known_at", "source"),
        memberships=known.memberships(),
        accounts=known.accounts(),
        groups=known.groups(),
        details=known.details(),
        signatures=known.signatures(posts),
        coverage=known.coverage(),
        as_of=day,
    )


def known_accounts(workspace: Workspace, as_of: str) -> pl.DataFrame:
    """Read how accounts are called, as known by the end of a day.

    Returns
    -------
    polars.DataFrame
        ``account_key platform handle name``, one row per account; empty when the workspace holds
        no source.

    Raises
    ------
    UsageError
        If ``as_of`` is no day.
    """
    archive = Archive(workspace)
    sources = archive.sources()
    if not sources:
        return pl.DataFrame(schema={name: ACCOUNTS[name] for name in ACCOUNT_COLUMNS})
    return _Known(workspace, archive, sources, _end_of(as_of)).accounts()


def rejected(workspace: Workspace) -> pl.DataFrame:
    """Read all rows that were refused.

    Returns
    -------
    polars.DataFrame
        ``source path`` and `graph.records.REJECTED`, in the order of ingestion and reading.
    """
    archive = Archive(workspace)
    found = [
        archive.records(source.sha256, "rejected")
        .select(pl.lit(source.sha256).alias("source"), pl.lit(source.path).alias("path"), pl.all())
        .collect()
        for source in archive.sources()
        if source.rows_rejected
    ]
    schema = pl.Schema([("source", pl.String), ("path", pl.String), *REJECTED.items()])
    return pl.concat([schema.to_frame(), *found])


def with_known_at(frame: pl.LazyFrame, source: SourceRecord, *own: str) -> pl.LazyFrame:
    """Add ``known_at`` to a source's records: the first of some times, else the source's own.

    Parameters
    ----------
    frame : polars.LazyFrame
        Records of the source.
    source : SourceRecord
        The source.
    *own : str
        The columns that say when a record was known, best first.
    """
    default = pl.lit(datetime.fromisoformat(source.known_at_default)).cast(UTC_COLUMN)
    return frame.with_columns(pl.coalesce(*own, default).alias("known_at"))


def latest(column: str, when: str = "known_at") -> pl.Expr:
    """Take the latest value of a column that is not null; of several at once, the greatest."""
    stated = pl.col(column).is_not_null()
    value, time_known = pl.col(column).filter(stated), pl.col(when).filter(stated)
    return value.sort_by(time_known, value).last()


def sightings(archive: Archive, source: SourceRecord) -> pl.LazyFrame:
    """Read a source's sightings of posts with ``known_at``, never null."""
    posts = archive.records(source.sha256, "posts")
    return with_known_at(posts, source, "collected_at", "posted_at")


def _end_of(day: str) -> datetime:
    """Give the last moment of a day."""
    try:
        if not _DAY.fullmatch(day):
            raise ValueError
        return datetime.combine(date.fromisoformat(day), time.max, UTC)
    except ValueError:
        raise UsageError(f"'{day}' is not a day; write it as 2026-11-15.") from None


class _Known:
    """What was known by a moment."""

    def __init__(
        self, workspace: Workspace, archive: Archive, sources: list[SourceRecord], end: datetime
    ) -> None:
        self._workspace = workspace
        self._archive = archive
        self._sources = sources
        self._end = pl.lit(end).cast(UTC_COLUMN)

    def posts(self) -> pl.DataFrame:
        """One row per post, its latest sighting; with ``known_at`` and ``source``."""
        return (
            self._sightings()
            .select(*POST_COLUMNS, "known_at", "source")
            .sort("known_at", maintain_order=True)
            .unique("post_key", keep="last", maintain_order=True)
            .sort("post_key")
            .collect()
        )

    def memberships(self) -> pl.DataFrame:
        """One row per account and group; posting there counts."""
        stated = self._records("memberships", "collected_at", "seen_at").select(
            "account_key", "group_key", "role", pl.coalesce("seen_at", "known_at").alias("seen_at")
        )
        posted = self._sightings().select(
            "account_key",
            "group_key",
            pl.lit(None, pl.String).alias("role"),
            pl.coalesce("posted_at", "known_at").alias("seen_at"),
        )
        return (
            pl.concat([stated, posted])
            .filter(pl.col("group_key").is_not_null())
            .group_by("account_key", "group_key")
            .agg(
                latest("role", "seen_at"),
                pl.col("seen_at").min().alias("first_seen"),
                pl.col("seen_at").max().alias("last_seen"),
            )
            .sort("account_key", "group_key")
            .collect()
        )

    def accounts(self) -> pl.DataFrame:
        """One row per account: the latest that is said of each."""
        return self._described("accounts", *ACCOUNT_COLUMNS)

    def groups(self) -> pl.DataFrame:
        """One row per group: the latest that is said of each."""
        return self._described("groups", "group_key", "platform", "name")

    def details(self) -> pl.DataFrame:
        """Contact details in any known sighting of a post, or description of an account."""
        place = ["source", "locator"]
        found = self._derived("details", DETAILS)
        in_post = pl.col("post_key").is_not_null()
        in_posts = found.filter(in_post).join(self._sightings(), on=place, how="semi")
        described = self._records("accounts", "seen_at")
        in_descriptions = found.filter(~in_post).join(described, on=place, how="semi")
        return (
            pl.concat([in_posts, in_descriptions])
            .drop("source")
            .sort("account_key", "post_key", "detail_key", "start", "raw", "rule", "seen_at")
            .unique(pl.exclude("seen_at", "locator"), keep="first", maintain_order=True)
            .collect()
        )

    def signatures(self, posts: pl.DataFrame) -> pl.DataFrame:
        """Read the text signature of each post, in its latest known sighting."""
        latest = posts.lazy().select("source", "post_key")
        seen = self._sightings().select("source", "locator", "known_at")
        return (
            self._derived("signatures", SIGNATURES)
            .join(latest, on=["source", "post_key"], how="semi")
            .join(seen, on=["source", "locator"])
            .sort("known_at", "locator")
            .unique("post_key", keep="last", maintain_order=True)
            .select(SIGNATURES.names())
            .sort("post_key")
            .collect()
        )

    def coverage(self) -> pl.DataFrame:
        """How many posts each source shows of each group on each day."""
        return (
            self._sightings()
            .group_by(
                "source", "group_key", pl.coalesce("posted_at", "known_at").dt.date().alias("day")
            )
            .agg(pl.col("post_key").n_unique().alias("posts"))
            .sort("source", "group_key", "day")
            .collect()
        )

    def _sightings(self) -> pl.LazyFrame:
        """All known sightings of posts, in the order of ingestion and reading."""
        return self._records("posts", "collected_at", "posted_at")

    def _records(self, table: str, *own: str) -> pl.LazyFrame:
        """Read a table of all sources, with ``source`` and ``known_at``, as far as it was known."""
        return pl.concat(
            [
                with_known_at(self._archive.records(source.sha256, table), source, *own)
                .filter(pl.col("known_at") <= self._end)
                .with_columns(pl.lit(source.sha256).alias("source"))
                for source in self._sources
            ]
        )

    def _derived(self, table: str, schema: pl.Schema) -> pl.LazyFrame:
        """Read a derived table of all sources, with ``source``."""
        return pl.concat(
            [
                derived(self._workspace, source.sha256, table)
                .select(schema.names())
                .with_columns(pl.lit(source.sha256).alias("source"))
                for source in self._sources
            ]
        )

    def _described(self, table: str, key: str, *columns: str) -> pl.DataFrame:
        """Take the latest description that is not null, column by column."""
        return (
            self._records(table, "seen_at")
            .group_by(key)
            .agg(latest(column, "known_at") for column in columns)
            .sort(key)
            .collect()
        )
