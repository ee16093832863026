"""How wide the columns of a table are, so that it fits and words stay whole."""

from __future__ import annotations

import math
from collections.abc import Sequence

READABLE = 12
"""Columns narrower than this waste more lines than the room is worth."""

UNBROKEN = 40
"""A longer word is folded before a shorter one is, so that all of it is seen."""
STEPS = 40


def column_widths(
    natural: Sequence[int], longest_words: Sequence[int], available: int
) -> list[int]:
    """Share out a line among columns.

    Parameters
    ----------
    natural : sequence of int
        How wide each column's widest value is, in terminal cells, at least 1.
    longest_words : sequence of int
        How wide each column's longest word is, at most as wide as its value.
    available : int
        How wide all columns together may be.

    Returns
    -------
    list of int
        Every column its natural width where that fits. Otherwise none wider than that, none
        narrower than its longest word unless there is no other way, and none narrower than 1; the
        widest values take about equally many lines.
    """
    words = [min(width, UNBROKEN) for width in longest_words]
    readable = [max(word, min(READABLE, n)) for word, n in zip(words, natural, strict=True)]
    if sum(readable) <= available:
        return _fold(natural, readable, available)
    if sum(words) <= available:
        return _fold(readable, words, available)
    return _fold(words, [1] * len(natural), available)


def _fold(natural: Sequence[int], least: Sequence[int], available: int) -> list[int]:
    """Fold columns into the fewest lines for which there is room."""

    def folded(lines: float) -> list[int]:
        return [
            max(at_least, math.ceil(n / lines)) for n, at_least in zip(natural, least, strict=True)
        ]

    few, many = 1.0, float(max(natural, default=1))
    if sum(folded(few)) <= available:
        return folded(few)
    for _ in range(STEPS):
        between = (few + many) / 2
        if sum(folded(between)) <= available:
            many = between
        else:
            few = between
    return folded(many)
