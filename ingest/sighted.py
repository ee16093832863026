"""When each record was known, and the latest of what was said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl

from graph.records import UTC
from ingest.source_record import SourceRecord

if TYPE_CHECKING:
    from ingest.screened import Screened


def known_by_default(source: SourceRecord) -> pl.Expr:
    """When what says no time of its own was known."""
    return pl.lit(datetime.fromisoformat(source.known_at_default)).cast(UTC)


def known_by_source(sources: Iterable[SourceRecord]) -> pl.Expr:
    """When what says no time of its own was known, by its ``source``."""
    times = {each.sha256: datetime.fromisoformat(each.known_at_default) for each in sources}
    return pl.col("source").replace_strict(
        list(times), pl.Series(times.values(), dtype=UTC), return_dtype=UTC
    )


def with_known_at(frame: pl.LazyFrame, default: pl.Expr, *own: str) -> pl.LazyFrame:
    """Add ``known_at`` to records: the first of some times, else a default.

    Parameters
    ----------
    frame : polars.LazyFrame
        Records.
    default : polars.Expr
        `known_by_default` for one source's, `known_by_source` for several sources'.
    *own : str
        The columns that say when a record was known, best first.
    """
    return frame.with_columns(pl.coalesce(*own, default).alias("known_at"))


def latest(column: str, when: str = "known_at") -> pl.Expr:
    """Take the latest value of a column that is not null; of several at once, the greatest."""
    stated = pl.col(column).is_not_null()
    value, time_known = pl.col(column).filter(stated), pl.col(when).filter(stated)
    return value.sort_by(time_known, value).last()


def sightings(archive: Screened, source: SourceRecord) -> pl.LazyFrame:
    """Read a source's sightings of posts with ``known_at``, never null."""
    posts = archive.records(source.sha256, "posts")
    return with_known_at(posts, known_by_default(source), "collected_at", "posted_at")
