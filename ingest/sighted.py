"""When each record was known, and the latest of what was said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import polars as pl

from graph.records import UTC
from ingest.source_record import SourceRecord

if TYPE_CHECKING:
    from ingest.screened import Screened


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
    default = pl.lit(datetime.fromisoformat(source.known_at_default)).cast(UTC)
    return frame.with_columns(pl.coalesce(*own, default).alias("known_at"))


def latest(column: str, when: str = "known_at") -> pl.Expr:
    """Take the latest value of a column that is not null; of several at once, the greatest."""
    stated = pl.col(column).is_not_null()
    value, time_known = pl.col(column).filter(stated), pl.col(when).filter(stated)
    return value.sort_by(time_known, value).last()


def sightings(archive: Screened, source: SourceRecord) -> pl.LazyFrame:
    """Read a source's sightings of posts with ``known_at``, never null."""
    posts = archive.records(source.sha256, "posts")
    return with_known_at(posts, source, "collected_at", "posted_at")
