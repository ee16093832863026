"""What is watched and was first known in a span of time, or first told by some sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import polars as pl

from graph.day import end_of
from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.known import Known
from ingest.screened import Screened
from ingest.watches.kept import Watch
from ingest.watches.matching import MATCHES, PLACE, Watched

MOST = 200
ARRIVED = pl.Schema([*MATCHES.items(), ("text", pl.String())])
"""`MATCHES`, each post (or described account) once a watch, with the text of the post or
description; our own side is hidden in it."""


@dataclass(frozen=True)
class Arrived:
    """What is watched and turned up.

    Attributes
    ----------
    shown : polars.DataFrame
        `ARRIVED`: of each watch alike many, those that came in last; by watch, then from the last
        taken in to the first.
    counts : dict of str to int
        How many there are of each watch that turned up, shown or not.
    posts : int
        Distinct posts and descriptions in all.
    """

    shown: pl.DataFrame
    counts: dict[str, int]
    posts: int


def arrived_between(
    workspace: Workspace,
    watches: Sequence[Watch],
    since: str | None,
    until: str | None,
    most: int = MOST,
) -> Arrived:
    """Find what is watched and was first known in a span of days.

    Parameters
    ----------
    workspace : Workspace
        Its sources must have been extracted.
    watches : sequence of Watch
        Those of clusters with the accounts that are watched by them.
    since, until : str or None
        First and last day (``YYYY-MM-DD``, UTC), both within the span; null: without a bound.
    most : int
        Most rows shown.

    Raises
    ------
    UsageError
        If a day is none.

    Notes
    -----
    When a post was known is said in `ingest.tables.tables`. A post that was known before the span
    and names what is watched for the first time in it (an edited text) counts. Cost is linear in
    the sightings of the span, and of the same posts before it.
    """
    is_new = pl.lit(value=True)
    if since is not None:
        start = datetime.combine(_day(since), time.min, UTC)
        is_new = pl.col("known_at") >= pl.lit(start)
    return _arrived(workspace, watches, is_new, _day(until) if until else date.max, most)


def arrived_in(
    workspace: Workspace, watches: Sequence[Watch], sources: Collection[str], most: int = MOST
) -> Arrived:
    """Find what is watched and is told by some sources, and by no other.

    Parameters
    ----------
    sources : collection of str
        Their SHA-256. The rest as of `arrived_between`.
    """
    is_new = pl.col("source").is_in(sorted(sources))
    return _arrived(workspace, watches, is_new, date.max, most)


def _arrived(
    workspace: Workspace, watches: Sequence[Watch], is_new: pl.Expr, until: date, most: int
) -> Arrived:
    """Find what is watched in what is new, and not in the rest."""
    archive = Screened(workspace)
    sources = archive.sources()
    if not watches or not sources:
        return Arrived(ARRIVED.to_frame(), {}, 0)
    known = Known(archive, sources, end_of(until))
    watched = Watched(archive, known, watches)
    sightings, described = known.sightings(), known.records("accounts", "seen_at")
    found = watched.matches(sightings.filter(is_new), described.filter(is_new))
    posts, accounts = found.lazy().select("post_key"), found.lazy().select("account_key")
    before = watched.matches(
        sightings.filter(~is_new).join(posts, on="post_key", how="semi"),
        described.filter(~is_new).join(accounts, on="account_key", how="semi"),
    )
    rows = (
        found.with_columns(_subject())
        .join(before.with_columns(_subject()), on=["watch", "subject"], how="anti",
              maintain_order="left")
        .unique(["watch", "subject"], keep="first", maintain_order=True)
    )  # fmt: skip
    order = {source.sha256: place for place, source in enumerate(sources)}
    counts = dict(rows.group_by("watch").len().sort("watch").iter_rows())
    shown = _shown(rows, order, most)
    return Arrived(_with_text(shown, sightings, described), counts, rows["subject"].n_unique())


def _subject() -> pl.Expr:
    """The post; of a description, the account."""
    return pl.coalesce("post_key", pl.format("described {}", "account_key")).alias("subject")


def _shown(rows: pl.DataFrame, order: dict[str, int], most: int) -> pl.DataFrame:
    """Choose of each watch alike many, those that came in last."""
    by_arrival = rows.with_columns(
        arrival=pl.col("source").replace_strict(order, return_dtype=pl.Int64),
        number=pl.col("watch").str.slice(1).cast(pl.Int64),
    ).sort("arrival", "known_at", "subject", descending=[True, True, False])
    return (
        by_arrival.with_columns(nth=pl.int_range(pl.len()).over("number"))
        .sort("nth", "number")
        .head(most)
        .sort("number", "nth")
        .select(MATCHES.names())
    )


def _with_text(
    shown: pl.DataFrame, sightings: pl.LazyFrame, described: pl.LazyFrame
) -> pl.DataFrame:
    """Add the texts of posts, and what accounts say of themselves."""
    places = shown.lazy().select(PLACE).unique()
    texts = pl.concat(
        [
            sightings.select(*PLACE, "post_key", "text"),
            described.select(*PLACE, post_key=pl.lit(None, pl.String), text="bio"),
        ]
    )
    found = (
        texts.join(places, on=PLACE, how="semi")
        .unique([*PLACE, "post_key"], keep="first", maintain_order=True)
        .collect()
    )
    return shown.join(
        found, on=[*PLACE, "post_key"], how="left", nulls_equal=True, maintain_order="left"
    ).select(ARRIVED.names())


def _day(text: str) -> date:
    """Read a day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a day; write it as 2026-11-15.") from None
