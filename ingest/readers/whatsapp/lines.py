"""Lines of a chat's file: read in slices of bounded size, however large the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

import polars as pl

LONGEST_MESSAGE = 1_000_000
_BLOCK = 1 << 22
_SLICE = 50_000


@dataclass(frozen=True)
class Slice:
    """Some consecutive lines.

    Attributes
    ----------
    lines : polars.Series of str
        Without their ends; of one longer than a message can be, as much as shows that it is.
    first : int
        The number of the first of them, counted from 1.
    """

    lines: pl.Series
    first: int


def line_slices(text: TextIO) -> Iterator[Slice]:
    """Read a text in slices of some ten thousand lines, or of some million characters."""
    number = 1
    for block in _blocks(text):
        lines = pl.Series("line", [block]).str.split("\n").explode().str.strip_suffix("\r")
        for at in range(0, len(lines), _SLICE):
            yield Slice(lines.slice(at, _SLICE), number + at)
        number += len(lines)


def _blocks(text: TextIO) -> Iterator[str]:
    """Read whole lines, many at a time, without the last end of line."""
    carried = ""
    while block := text.read(_BLOCK):
        whole, newline, rest = block.rpartition("\n")
        if newline:
            yield carried + whole
            carried = rest
        else:
            carried += rest
        carried = carried[: LONGEST_MESSAGE + 1]
    if carried:
        yield carried
