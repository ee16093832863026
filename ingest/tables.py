"""The whole workspace as tables, as it was known at the end of a day."""

from __future__ import annotations

import re
from datetime import datetime

import polars as pl

from graph.day import end_of
from graph.errors import UsageError, WorkspaceError
from graph.records import ACCOUNTS, REJECTED
from graph.tables import Tables
from graph.workspace import Workspace
from ingest import relations
from ingest.derived import is_derived
from ingest.known import ACCOUNT_COLUMNS, Known
from ingest.screened import Screened

LAST_DAY = "9999-12-31"
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
    archive = Screened(workspace)
    sources = archive.sources()
    if not sources:
        raise WorkspaceError(
            f"{workspace.root}: the workspace holds no source; run `spoor ingest FILE` first."
        )
    day = as_of or max(source.known_at_latest for source in sources)[:10]
    known = Known(archive, sources, _end_of(day))
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
        statements=known.said("statements"),
        taxa=known.said("taxa"),
        terms=known.said("terms"),
        forwards=relations.forwards(known),
        replies=relations.replies(known, posts),
        links=relations.links(known),
        images=relations.images(known),
        names=relations.names(known),
        seen=known.seen(),
    )


def known_sources(workspace: Workspace, as_of: str) -> list[str]:
    """Read which sources hold something that was known by the end of a day, sorted.

    Raises
    ------
    UsageError
        If ``as_of`` is no day.
    """
    archive = Screened(workspace)
    sources = archive.sources()
    if not sources:
        return []
    by_post = Known(archive, sources, _end_of(as_of)).sightings().select("source").unique()
    by_default = {each.sha256 for each in sources if each.known_at_default[:10] <= as_of}
    return sorted({*by_post.collect()["source"], *by_default})


def known_span(workspace: Workspace) -> tuple[str, str]:
    """Tell on which days the first and the latest sighting of a workspace were known.

    Raises
    ------
    WorkspaceError
        If the workspace holds no source.
    """
    archive = Screened(workspace)
    sources = archive.sources()
    if not sources:
        raise WorkspaceError(
            f"{workspace.root}: the workspace holds no source; run `spoor ingest FILE` first."
        )
    latest = max(source.known_at_latest for source in sources)[:10]
    posts = Known(archive, sources, _end_of(LAST_DAY)).sightings()
    first = posts.select(pl.col("known_at").min()).collect().item()
    return (first.date().isoformat() if first else latest), latest


def known_listings(
    workspace: Workspace, as_of: str, earlier: datetime, start: datetime
) -> pl.DataFrame:
    """Count the posts without a time of their own that were sighted in two periods.

    Parameters
    ----------
    workspace : Workspace
    as_of : str
        The day with which the second period ends.
    earlier, start : datetime
        The moments after which the first and the second period begin.

    Returns
    -------
    polars.DataFrame
        ``platform before now appeared not_seen``: posts sighted in the first period, in the
        second, for the first time in the second, and in the first but not in the second.
    """
    archive = Screened(workspace)
    known = Known(archive, archive.sources(), _end_of(as_of))
    when = pl.col("known_at")
    listings = (
        known.sightings()
        .filter(pl.col("posted_at").is_null())
        .group_by("platform", "post_key")
        .agg(
            first=when.min(),
            before=((when > earlier) & (when <= start)).any(),
            now=(when > start).any(),
        )
    )
    return (
        listings.group_by("platform")
        .agg(
            before=pl.col("before").sum(),
            now=pl.col("now").sum(),
            appeared=(pl.col("first") > start).sum(),
            not_seen=(pl.col("before") & ~pl.col("now")).sum(),
        )
        .sort("platform")
        .collect()
    )


def known_accounts(workspace: Workspace, as_of: str | None = None) -> pl.DataFrame:
    """Read how accounts are called, as known by the end of a day; by default all that is known.

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
    archive = Screened(workspace)
    sources = archive.sources()
    if not sources:
        return pl.DataFrame(schema={name: ACCOUNTS[name] for name in ACCOUNT_COLUMNS})
    return Known(archive, sources, _end_of(as_of or LAST_DAY)).accounts()


def known_details(workspace: Workspace) -> list[str]:
    """Read the keys of all contact details, sorted; sources not yet extracted are passed over."""
    archive = Screened(workspace)
    found = [
        archive.derived(source.sha256, "details").select("detail_key").unique()
        for source in archive.sources()
        if is_derived(workspace, source.sha256)
    ]
    if not found:
        return []
    return pl.concat(found).unique().collect().to_series().sort().to_list()


def standing_accounts(workspace: Workspace, as_of: str | None = None) -> dict[str, str]:
    """Read which account stands for others, as known by the end of a day; by default now.

    Returns
    -------
    dict of str to str
        From each other key, a handle's or one that was given up, to the one in use.

    Raises
    ------
    UsageError
        If ``as_of`` is no day.
    """
    archive = Screened(workspace)
    sources = archive.sources()
    return Known(archive, sources, _end_of(as_of or LAST_DAY)).standing() if sources else {}


def rejected(workspace: Workspace) -> pl.DataFrame:
    """Read all rows that were refused.

    Returns
    -------
    polars.DataFrame
        ``source path`` and `graph.records.REJECTED`, in the order of ingestion and reading.
    """
    archive = Screened(workspace)
    found = [
        archive.records(source.sha256, "rejected")
        .select(pl.lit(source.sha256).alias("source"), pl.lit(source.path).alias("path"), pl.all())
        .collect()
        for source in archive.sources()
        if source.rows_rejected
    ]
    schema = pl.Schema([("source", pl.String), ("path", pl.String), *REJECTED.items()])
    return pl.concat([schema.to_frame(), *found])


def _end_of(day: str) -> datetime:
    """Give the last moment of a day."""
    try:
        if not _DAY.fullmatch(day):
            raise ValueError
        return end_of(day)
    except ValueError:
        raise UsageError(f"'{day}' is not a day; write it as 2026-11-15.") from None
