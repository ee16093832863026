"""Spans of many texts against each other, without comparing every two."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

SPAN = ("text", "start", "end")
_STRIDE = 1 << 40


class _Line(NamedTuple):
    """Spans of all texts on one line: starts in order, and how far those up to each reach."""

    starts: npt.NDArray[np.int64]
    reached: npt.NDArray[np.int64]

    def reach(self, many: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """How far the first so many spans reach."""
        return np.append(-1, self.reached)[many]


def overlapping(found: pl.DataFrame, taken: pl.DataFrame) -> pl.Series:
    """Mark what shares a character with a span.

    Parameters
    ----------
    found, taken : DataFrame
        ``text start end``, without nulls; a text's characters are counted from 0.

    Returns
    -------
    Series of bool
        One for each row of ``found``. Cost grows with n log n.
    """
    line = _line(taken)
    start, end = _ends(found)
    before = np.searchsorted(line.starts, end, side="left")
    return pl.Series(line.reach(before) > start, dtype=pl.Boolean)


def inside_longer(found: pl.DataFrame, taken: pl.DataFrame) -> pl.Series:
    """Mark what lies wholly inside a span that is longer.

    Parameters
    ----------
    found, taken : DataFrame
        As of `overlapping`.

    Returns
    -------
    Series of bool
        One for each row of ``found``. Cost grows with n log n.
    """
    line = _line(taken)
    start, end = _ends(found)
    earlier = np.searchsorted(line.starts, start, side="left")
    together = np.searchsorted(line.starts, start, side="right")
    longer = (line.reach(earlier) >= end) | (line.reach(together) > end)
    return pl.Series(longer, dtype=pl.Boolean)


def _line(spans: pl.DataFrame) -> _Line:
    """Put spans on one line."""
    starts, ends = _ends(spans)
    order = np.argsort(starts, kind="stable")
    reached = np.maximum.accumulate(ends[order]) if len(order) else ends
    return _Line(starts[order], reached)


def _ends(spans: pl.DataFrame) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where spans begin and end on the line."""
    offset = spans["text"].cast(pl.Int64).to_numpy() * _STRIDE
    return offset + spans["start"].to_numpy(), offset + spans["end"].to_numpy()
