"""Columns that 4CAT's tables share."""

from __future__ import annotations

import polars as pl

from ingest.readers.cells import Cells, as_frame

ALWAYS = ("id", "thread_id", "author", "body", "timestamp")
"""In every table but Facebook's, which has no ``thread_id``, and VK's, which has no ``author``."""

NOT_SAVED = "(not saved)"
"""The picture or file of a message that has nothing else to be known by."""


def posted_at(cells: Cells) -> pl.Series:
    """Take the time in seconds, else that of the clock of 4CAT's server, which has no zone."""
    times = as_frame({"epoch": cells.take("unix_timestamp"), "local": cells.take("timestamp")})
    return times.select(pl.coalesce("epoch", "local").alias("time"))["time"]


def where(cells: pl.Series, condition: pl.Series) -> pl.Series:
    """Keep cells where a condition holds; null elsewhere."""
    frame = pl.DataFrame([cells.alias("cell"), condition.alias("holds")])
    return frame.select(pl.when("holds").then("cell").alias("cell"))["cell"]
