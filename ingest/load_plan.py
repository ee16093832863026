"""A source to load, the steps of loading, and the order of a step's rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from ingest.evidence import SourceTables
from ingest.load_slices import WHOLE, Slice, ending
from ingest.totals import Totals

SEPARATOR = "\x1f"


@dataclass(frozen=True)
class Plan:
    """One source to load and what its steps need to know.

    Attributes
    ----------
    source : SourceTables
    totals : Totals
    known_posts : polars.DataFrame
        ``post_key`` of the source's posts that may be in the graph already.
    overtaken_posts : polars.DataFrame
        ``post_key`` of the source's posts of which another source shows a later sighting.
    slices : list of Slice
        The source's posts, in parts that fit into memory.
    """

    source: SourceTables
    totals: Totals
    known_posts: pl.DataFrame
    overtaken_posts: pl.DataFrame
    slices: list[Slice]


@dataclass(frozen=True)
class Step:
    """One query and the rows it is to write, for one source or one slice of its posts."""

    name: str
    rows: Callable[[Plan, Slice], pl.DataFrame]
    by_post: bool = False

    def slices(self, plan: Plan) -> list[Slice]:
        """Give the slices of the source's posts that the step takes one after another."""
        return plan.slices if self.by_post else [WHOLE]

    @property
    def query(self) -> str:
        """Name of the query in the catalogue."""
        return f"load_{self.name}"

    @property
    def marker(self) -> str:
        """Property of the source that holds how far the step has come."""
        return f"loaded_{self.name}"


def ordered(rows: pl.DataFrame, *columns: str, by_ending: bool = False) -> pl.DataFrame:
    """Sort rows by some columns, the ending of a post's key first, and give each its ``order``."""
    parts = [pl.col(column).fill_null("") for column in columns]
    first = [ending(columns[0])] if by_ending else []
    order = pl.concat_str([*first, *parts], separator=SEPARATOR)
    return rows.with_columns(order=order).sort("order")


def millis(column: str) -> pl.Expr:
    """Write a time as milliseconds since 1970, which loads faster than a time."""
    return pl.col(column).dt.epoch("ms")
