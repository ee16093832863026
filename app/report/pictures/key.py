"""What a network's picture explains below itself: marks, lines, and whom the numbers stand for."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from app.report.pictures import svg
from app.report.pictures.lettering import fitted, width
from app.report.pictures.marks import STAYED, mark

Mark = tuple[str, str]
Line = tuple[str, str, str | None]

COLUMNS, ROW = 4, 16.0
COLUMN = svg.WIDTH / COLUMNS
SIZE, GAP = 10.5, 16.0


def legend_height(marks: Sequence[Mark], lines: Sequence[Line]) -> float:
    """Say how high a legend is with the space below it; what has room for it is one row."""
    return 34.0 if lines and not _is_one_row(marks, lines) else 16.0


def height(entries: int) -> float:
    """Say how high a key of so many entries is."""
    return -(-entries // COLUMNS) * ROW + 10 if entries else 0.0


def draw_key(root: Xml.Element, top: float, entries: Sequence[tuple[int, str, str]]) -> None:
    """Write whom the numbers stand for, in columns to be read downwards.

    Parameters
    ----------
    root : Element
        The picture.
    top : float
        Where the key begins.
    entries : sequence of (number, name, state)
        Names of any length; what does not fit is cut.
    """
    rows = max(1, -(-len(entries) // COLUMNS))
    for n, (number, name, state) in enumerate(entries):
        left, line = n // rows * COLUMN, top + (n % rows) * ROW + 10
        mark(root, state, left + 6, line - 3.7, 4.4)
        svg.write(
            root, left + 30, line, str(number), size=SIZE, anchor="end", colour=svg.QUIET,
            bold=state != STAYED,
        )  # fmt: skip
        svg.write(root, left + 35, line, fitted(name, COLUMN - 45, SIZE), size=SIZE)


def draw_legend(
    root: Xml.Element,
    middle: float,
    marks: Sequence[Mark],
    lines: Sequence[Line],
) -> None:
    """Explain marks, and lines beside them or in a row of their own.

    Parameters
    ----------
    root : Element
        The picture.
    middle : float
        Height of the first row's middle.
    marks : sequence of (state, words)
        The marks.
    lines : sequence of (colour, words, dashes or None)
        The lines.
    """
    x = 2.0
    for state, text in marks:
        mark(root, state, x + 6, middle, 5.5)
        x = _caption(root, x + 17, middle, text)
    if not _is_one_row(marks, lines):
        x, middle = 2.0, middle + 18
    for colour, text, dashes in lines:
        svg.draw(
            root, "line", x1=x, y1=middle, x2=x + 22, y2=middle, stroke=colour,
            stroke_width=1.2 if dashes else 2, stroke_dasharray=dashes,
        )  # fmt: skip
        x = _caption(root, x + 28, middle, text)


def _is_one_row(marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """Whether marks and lines have room side by side."""
    wide = sum(17 + width(text, SIZE) + GAP for _, text in marks)
    return wide + sum(28 + width(text, SIZE) + GAP for _, text, _ in lines) <= svg.WIDTH


def _caption(root: Xml.Element, x: float, middle: float, text: str) -> float:
    """Write a caption and say where the next may begin."""
    svg.write(root, x, middle + 3.8, text, size=SIZE, colour=svg.QUIET)
    return x + width(text, SIZE) + GAP
