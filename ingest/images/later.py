"""Pictures that come to lie beside a source after it was archived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from ingest.archive import Archive
from ingest.draft import Draft
from ingest.images.gathering import Gathering, Picture, Tick
from ingest.images.names import COLUMNS
from ingest.images.saying import BEGINNING
from ingest.source_record import SourceRecord
from ingest.sources import Source

_ROWS_AT_A_TIME = 50_000


def known_pictures(archive: Archive, sha256: str) -> dict[str, Picture]:
    """Give the pictures of an archived source that were found beside it, by name."""
    rows = (
        archive.records(sha256, "images")
        .select("url", "sha256", "perceptual_hash")
        .drop_nulls(["url", "sha256"])
        .unique("url", keep="first", maintain_order=True)
        .collect()
    )
    return {name: Picture(exact, looks) for name, exact, looks in rows.iter_rows()}


def add_pictures(
    archive: Archive, draft: Draft, source: Source, record: SourceRecord, tick: Tick
) -> SourceRecord:
    """Add to an archived source the pictures that lie beside the same bytes now.

    Parameters
    ----------
    archive : Archive
        The caller holds its workspace's writer lock.
    draft : Draft
        Where to prepare them.
    source : Source
        The same bytes as found now.
    record : SourceRecord
        What is known about them.
    tick : callable
        As of `ingest.images.gathering.Gathering`.

    Returns
    -------
    SourceRecord
        The same where nothing was new; names under which a picture is known are not looked for
        again, whatever lies there now.
    """
    known = known_pictures(archive, record.sha256)
    former = archive.records(record.sha256, "images").collect()
    with Gathering(source, draft.pictures, known, tick) as gathering:
        found = [gathering.images_of(posts) for posts in _posts(archive, record.sha256)]
    same = ["post_key", "url", "locator"]
    new = [each.join(former, on=same, how="anti", nulls_equal=True) for each in found]
    images = pl.concat([former, *new])
    if len(images) == record.pictures:
        return record
    said = gathering.tally.sentence()
    notices = [each for each in record.notices if not each.startswith(BEGINNING)]
    more = replace(record, pictures=len(images), notices=notices + ([said] if said else []))
    archive.replace_images(draft, images, more)
    return more


def _posts(archive: Archive, sha256: str) -> Iterator[pl.DataFrame]:
    """Read the posts that name something, some at a time."""
    shown = archive.records(sha256, "posts").select(COLUMNS).filter(pl.col("image").is_not_null())
    yield from shown.collect_batches(chunk_size=_ROWS_AT_A_TIME, maintain_order=True)
