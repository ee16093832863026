"""The rows of a source's pictures: nodes, what posts show them, and which look alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from graph.images.families import FAMILIES, image_families
from graph.store import GraphStore
from ingest.evidence import SourceTables, stacked
from ingest.load_plan import ordered

IMAGES_MARKERS = ("loaded_images", "loaded_shown_images")
"""Properties of a source that hold how far its pictures are loaded."""


def image_rows(source: SourceTables) -> pl.DataFrame:
    """Give the images of a source whose fingerprints are known."""
    facts = ("sha256", "perceptual_hash", "url")
    rows = source.images.group_by(pl.col("image_key").alias("key"), maintain_order=True).agg(
        pl.col(name).drop_nulls().first() for name in facts
    )
    return ordered(rows.collect(), "key")


def shown_rows(source: SourceTables) -> pl.DataFrame:
    """Give each image of a post."""
    pairs = source.images.select("post_key", "image_key").unique()
    return ordered(pairs.collect(), "post_key", "image_key")


def families(sources: Sequence[SourceTables]) -> pl.DataFrame:
    """Put the pictures of several sources into families of those that look nearly alike.

    Parameters
    ----------
    sources : sequence of SourceTables
        In order of ingestion; so a source that is added moves no picture of the others.

    Returns
    -------
    polars.DataFrame
        `graph.images.families.FAMILIES`.
    """
    if not sources:
        return FAMILIES.to_frame()
    shown = stacked(sources, lambda source: source.images)
    return image_families(
        shown.select("position", "image_key", "perceptual_hash")
        .drop_nulls("perceptual_hash")
        .unique()
        .sort("position", "image_key", "perceptual_hash")
        .collect()
    )


def shows_more(source: SourceTables, markers: Mapping[str, Any]) -> bool:
    """Whether pictures were found beside a source since it was loaded."""
    pictures = source.properties["pictures"]
    return bool(markers) and markers.get("pictures", pictures) != pictures


def load_more_images(
    store: GraphStore,
    sources: Sequence[SourceTables],
    shown: Sequence[SourceTables],
    batch_rows: int,
) -> None:
    """Load pictures that were found later, and have the graph say which pictures look alike.

    Parameters
    ----------
    store : GraphStore
        Holds the images of all other sources.
    sources : sequence of SourceTables
        All that count.
    shown : sequence of SourceTables
        Those in the graph of which `shows_more` holds; that they are loaded is marked last.
    batch_rows : int
        Rows to a transaction.
    """
    for source in shown:
        for query, rows in (("load_images", image_rows), ("load_shown_images", shown_rows)):
            for batch in rows(source).iter_slices(batch_rows):
                done = batch["order"][-1]
                found = batch.drop("order").to_dicts()
                store.load(query, found, source_key=source.key, done=done)
    _write_likenesses(store, families(sources), batch_rows)
    for source in shown:
        properties = {**source.properties, **dict.fromkeys(IMAGES_MARKERS)}
        store.load("load_source", [{"key": source.key, "properties": properties}])


def _write_likenesses(store: GraphStore, found: pl.DataFrame, batch_rows: int) -> None:
    """Have the graph say which pictures look like which, and no longer what is not so."""
    said = pl.DataFrame(store.run("image_likenesses"), schema=FAMILIES)
    wanted = found.filter(pl.col("image_key") != pl.col("family_key"))
    ends = ["image_key", "family_key"]
    gone = said.join(wanted, on=ends, how="anti")
    new = wanted.join(said, on=FAMILIES.names(), how="anti")
    for query, rows in (("remove_image_likenesses", gone), ("write_image_likenesses", new)):
        for batch in rows.sort(ends).iter_slices(batch_rows):
            store.load(query, batch.to_dicts())
