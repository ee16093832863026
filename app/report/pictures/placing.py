"""Placing marks and names in a picture so that none covers another."""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.report.pictures.lettering import Box, box

Place = tuple[float, float]

_ROUNDS = 200
_TURN = 2.399963
"""The golden angle: marks in one place are moved apart in different directions."""


def spread(places: Sequence[Place], field: Box, apart: float) -> list[Place]:
    """Stretch places over a field and move marks apart that would cover each other.

    Parameters
    ----------
    places : sequence of (x, y)
        Each in [0, 1], y downwards.
    field : Box
        Where they may lie.
    apart : float
        Least distance of two, as far as the field has room for it.

    Returns
    -------
    list of (x, y)
        In the order given, near where they were; the same for the same input. Quadratic in
        their number.
    """
    wide, high = field.right - field.left, field.bottom - field.top
    found = [[field.left + x * wide, field.top + y * high] for x, y in places]
    for _ in range(_ROUNDS):
        moved = False
        for n, one in enumerate(found):
            for other in found[n + 1 :]:
                moved |= _push(one, other, apart, n)
        for each in found:
            each[0] = min(max(each[0], field.left), field.right)
            each[1] = min(max(each[1], field.top), field.bottom)
        if not moved:
            break
    return [(x, y) for x, y in found]


def name_places(
    marks: Sequence[Place],
    names: Sequence[str],
    lines: Sequence[tuple[Place, Place]],
    field: Box,
    *,
    radius: float,
    size: float,
) -> tuple[list[tuple[float, float, str]], int] | None:
    """Find a place beside its mark for every name.

    Parameters
    ----------
    marks : sequence of (x, y)
        Middles of the marks.
    names : sequence of str
        One for each mark, already cut to their room.
    lines : sequence of (place, place)
        Which names keep clear of where they can.
    field : Box
        Which no name may leave.
    radius : float
        Of the marks.
    size : float
        Of the font.

    Returns
    -------
    (list of (x, y, anchor), int) or None
        Where each name is written, and how many lines run through them; None when they do not all
        fit without covering a mark or each other.
    """
    reach = radius * 1.35
    taken = [Box(x - reach, y - reach, x + reach, y + reach) for x, y in marks]
    found: list[tuple[float, float, str]] = []
    crossed = 0
    for (x, y), name in zip(marks, names, strict=True):
        free = [
            (sum(_crosses(line, covered) for line in lines), n, choice, covered)
            for n, choice in enumerate(_beside(x, y, reach, size))
            if (covered := box(choice[0], choice[1], name, size, choice[2])).within(field)
            and not any(covered.meets(other) for other in taken)
        ]
        if not free:
            return None
        lines_through, _, best, covered = min(free, key=lambda each: each[:2])
        taken.append(covered)
        found.append(best)
        crossed += lines_through
    return found, crossed


def _crosses(line: tuple[Place, Place], covered: Box) -> bool:
    """Whether a line runs through a box (Liang and Barsky 1984)."""
    (x1, y1), (x2, y2) = line
    enter, leave = 0.0, 1.0
    for start, way, low, high in (
        (x1, x2 - x1, covered.left, covered.right),
        (y1, y2 - y1, covered.top, covered.bottom),
    ):
        if abs(way) < 1e-9:
            if not low <= start <= high:
                return False
            continue
        first, last = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave


def _push(one: list[float], other: list[float], apart: float, turn: int) -> bool:
    """Move two marks apart, half the way each; say whether they were too near."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    far = math.hypot(dx, dy)
    if far >= apart - 0.01:
        return False
    if far < 1e-6:
        dx, dy, far = math.cos(turn * _TURN), math.sin(turn * _TURN), 1.0
        step = apart / 2
    else:
        step = (apart - far) / 2
    one[0] -= dx / far * step
    one[1] -= dy / far * step
    other[0] += dx / far * step
    other[1] += dy / far * step
    return True


def _beside(x: float, y: float, reach: float, size: float) -> list[tuple[float, float, str]]:
    """Places of a line around a mark, the best first."""
    gap, middle = reach + 2.5, y + size * 0.35
    above, below = y - reach - size * 0.4, y + reach + size * 1.05
    return [
        (x + gap, middle, "start"),
        (x - gap, middle, "end"),
        (x, below, "middle"),
        (x, above, "middle"),
        (x + reach * 0.5, below, "start"),
        (x + reach * 0.5, above, "start"),
        (x - reach * 0.5, below, "end"),
        (x - reach * 0.5, above, "end"),
    ]
