"""Cutting a source's posts into slices, so that loading holds one slice of them in memory."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ingest.evidence import SourceTables

SLICE_POSTS = 250_000
ENDING = 2


@dataclass(frozen=True)
class Slice:
    """Posts whose keys' endings lie between two, both included; null: all posts."""

    first: str | None = None
    last: str | None = None

    def of(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Keep the rows of a table whose ``post_key`` lies in the slice."""
        if self.first is None or self.last is None:
            return frame
        return frame.filter(ending().is_between(pl.lit(self.first), pl.lit(self.last)))


WHOLE = Slice()


def ending(column: str = "post_key") -> pl.Expr:
    """Give the ending of a post's key: posts are loaded in its order first."""
    return pl.col(column).str.slice(-ENDING)


def slices_of(source: SourceTables, most: int = SLICE_POSTS) -> list[Slice]:
    """Cut a source's posts into slices.

    Parameters
    ----------
    source : SourceTables
        The source.
    most : int
        Rows to a slice; more only where a single ending has more.

    Returns
    -------
    list of Slice
        In the order of endings, which spread evenly over the keys of chats; at least one.
    """
    counts = (
        source.posts.select(ending().alias("ending"))
        .group_by("ending")
        .len()
        .sort("ending")
        .collect(engine="streaming")
    )
    found: list[Slice] = []
    first: str | None = None
    last, rows = "", 0
    for name, many in counts.iter_rows():
        if first is not None and rows + many > most:
            found.append(Slice(first, last))
            first, rows = None, 0
        first = name if first is None else first
        last, rows = name, rows + many
    return [*found, Slice(first, last)] if found else [WHOLE]
