"""What stands for an account in a picture: a shape and a colour for each state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as Xml

from app.report.pictures import svg

NEW, GONE, UNOBSERVED, STAYED = "new", "gone", "unobserved", "stayed"
STATES = (NEW, GONE, UNOBSERVED, STAYED)
"""In the order in which they are numbered and explained."""

_FILLS = {NEW: svg.GREEN, GONE: svg.VERMILION, UNOBSERVED: svg.BLUE, STAYED: "#e8ecef"}
_NUMBERS = {NEW: svg.PAPER, GONE: svg.PAPER, UNOBSERVED: svg.INK, STAYED: svg.INK}
_LINES = {NEW: svg.INK, GONE: svg.VERMILION, UNOBSERVED: "#2b7fb3", STAYED: svg.QUIET}


def state(node: Mapping[str, Any]) -> str:
    """Say what became of an account between the two days.

    Parameters
    ----------
    node : mapping
        ``before now status`` of an account in a report's picture or cluster.

    Returns
    -------
    str
        One of `STATES`. An account that is silent where nobody looked is never gone.
    """
    if node["status"] == "unobserved":
        return UNOBSERVED
    if node["status"] == "gone" or not node["now"]:
        return GONE
    return STAYED if node["before"] else NEW


def number_colour(kind: str, *, faded: bool) -> str:
    """Say in which colour a number can be read on the mark of a state."""
    return svg.INK if faded else _NUMBERS[kind]


def mark(
    parent: Xml.Element, kind: str, x: float, y: float, radius: float, *, faded: bool = False
) -> None:
    """Draw an account's mark: square, triangle, diamond or circle.

    Parameters
    ----------
    parent : Element
        Where it is drawn.
    kind : str
        One of `STATES`.
    x, y, radius : float
        Its middle and size.
    faded : bool
        Empty with a broken line: it is not seen on that day.
    """
    looks: dict[str, Any] = {
        "fill": svg.PAPER if faded else _FILLS[kind],
        "stroke": _LINES[kind],
        "stroke_width": 1.4 if faded else 1.1,
        "stroke_dasharray": "3 2" if faded else None,
    }
    if kind == STAYED:
        svg.draw(parent, "circle", cx=x, cy=y, r=radius, **looks)
        return
    svg.draw(parent, "polygon", points=_corners(kind, x, y, radius), **looks)


def _corners(kind: str, x: float, y: float, radius: float) -> str:
    """The corners of a mark, about as large to the eye as the circle."""
    if kind == NEW:
        side = radius * 0.94
        corners = [(-side, -side), (side, -side), (side, side), (-side, side)]
    elif kind == UNOBSERVED:
        far = radius * 1.28
        corners = [(0, -far), (far, 0), (0, far), (-far, 0)]
    else:
        corners = [(0, -radius * 1.35), (radius * 1.3, radius), (-radius * 1.3, radius)]
    return " ".join(f"{svg.number(x + dx)},{svg.number(y + dy)}" for dx, dy in corners)
