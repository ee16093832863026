"""Planted worlds taken in as an investigator's files are: readers, archive, extraction."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import polars as pl

from graph.images.families import image_families
from graph.tables import SHOWN, Tables
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.planted import World

Result = TypeVar("Result")


def take_in(made: World, folder: Path) -> tuple[Tables, dict[str, float]]:
    """Write a world as a plain table and take it in.

    Parameters
    ----------
    made : World
        Only its rows and pictures are used.
    folder : Path
        An empty folder, for the file and the workspace.

    Returns
    -------
    tuple
        What detection reads, and the seconds of each step.
    """
    file = folder / "world.csv"
    made.rows.write_csv(file)
    workspace = open_workspace(folder / "workspace")
    times = {}
    report, times["ingest"] = timed(
        lambda: ingest(workspace, [file], ReadOptions(region="ID"), who="bench")
    )
    if report.failed or report.sources[0].rows_accepted != len(made.rows):
        raise RuntimeError("the readers did not take every row of the planted world.")
    _, times["extract"] = timed(lambda: ensure_derived(workspace, Archive(workspace)))
    known, times["read"] = timed(lambda: tables(workspace))
    return show_pictures(known, made.pictures), times


def show_pictures(known: Tables, pictures: pl.DataFrame) -> Tables:
    """Add pictures that posts are known to show by their hashes.

    Parameters
    ----------
    known : Tables
        What was read; a plain table names pictures and has no column for their hashes.
    pictures : polars.DataFrame
        `tests.planted.truth.PICTURES`.

    Returns
    -------
    Tables
        With ``images`` as `ingest.relations.images` makes them of files that were hashed: put
        into families by `graph.images.families.image_families`, at the time of their posts.
    """
    keyed = pictures.select(
        "post_key", image_key=pl.format("image:{}", "hash"), perceptual_hash="hash"
    )
    families = image_families(keyed).select("image_key", "family_key")
    shown = (
        keyed.join(families, on="image_key", how="left")
        .join(known.posts.select("post_key", "account_key", seen_at="posted_at"), on="post_key")
        .with_columns(pl.coalesce("family_key", "image_key").alias("family_key"))
        .select(SHOWN.names())
        .cast(SHOWN)
    )
    return replace(known, images=shown.unique().sort(SHOWN.names()))


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """A result and the seconds it took."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start
