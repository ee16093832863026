"""A network before and now, side by side, every account at the same place in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as Xml

from app.report import words
from app.report.pictures import key, placing, svg
from app.report.pictures.arranging import (
    NAME_SIZE,
    PANEL,
    RADIUS,
    TOP,
    Arrangement,
    Drawn,
    arrange,
)
from app.report.pictures.lettering import Box, box
from app.report.pictures.marks import GONE, NEW, STATES, STAYED, UNOBSERVED, mark, number_colour

SMALL, NUMBER_SIZE = 4.5, 10.5
FEW_TIES = 150


def draw_network(picture: Mapping[str, Any], before: str, now: str) -> str | None:
    """Draw one of a report's networks as two panels and their key.

    Parameters
    ----------
    picture : mapping
        ``nodes ties`` as in a report's ``pictures``.
    before, now : str
        The two days, as they are written.

    Returns
    -------
    str or None
        SVG 1.1. What became of an account is told by shape, colour and line, and in words in
        the key. Accounts bear their names, or numbers that the key explains, as `arrange` says.
        None when there is no account to draw.
    """
    network = arrange(picture)
    if not network.accounts:
        return None
    entries = [(each.number or 0, each.label, each.state) for each in network.numbered]
    marks, lines = _legend(network)
    bottom = TOP + network.height
    top = bottom + 18
    below = top + key.legend_height(marks, lines)
    partly = network.in_all > len(network.accounts)
    root = svg.picture(
        below + key.height(len(entries)) + (18 if partly else 0),
        f"{words.BEFORE} {before}, {words.NOW.lower()} {now}",
    )
    title = f"{words.NOW}: {now}"
    if network.has_past:
        past = f"{words.BEFORE}: {before}"
        _panel(root, Box(0, TOP, PANEL, bottom), past, network, is_now=False)
    else:
        title = f"{title}. {words.nobody_before(before)}"
    frame = Box(svg.WIDTH - network.width, TOP, svg.WIDTH, bottom)
    _panel(root, frame, title, network, is_now=True)
    key.draw_legend(root, top, marks, lines)
    key.draw_key(root, below, entries)
    if partly:
        note = words.only_part(len(network.accounts), network.in_all, "accounts")
        svg.write(root, 0, below + key.height(len(entries)) + 10, note, colour=svg.QUIET)
    return svg.written(root)


def _panel(
    root: Xml.Element,
    frame: Box,
    title: str,
    network: Arrangement,
    *,
    is_now: bool,
) -> None:
    """Draw one of the two days."""
    svg.write(root, frame.left, 14, title, size=12, bold=True)
    panel = svg.draw(root, "g", transform=f"translate({svg.number(frame.left)} 0)")
    svg.draw(
        panel, "rect", x=0.5, y=TOP, width=frame.right - frame.left - 1,
        height=frame.bottom - frame.top, rx=4, fill=svg.PAPER, stroke=svg.FAINT,
    )  # fmt: skip
    places = {each.account: each.place for each in network.accounts}
    thin = 1.0 if len(network.ties) <= FEW_TIES else 0.6
    for tie in network.ties:
        _line(panel, tie, places[tie["a"]], places[tie["b"]], thin, is_now=is_now)
    for n, each in enumerate(network.accounts):
        if each.state == NEW and not is_now:
            continue
        faded = is_now and each.state in (GONE, UNOBSERVED)
        _account(panel, each, faded=faded, numbered=network.names is None)
        if network.names:
            _name(panel, each.label, network.names[n])


def _name(parent: Xml.Element, label: str, place: tuple[float, float, str]) -> None:
    """Write a name on a ground that keeps ties from running through its letters."""
    x, y, anchor = place
    covered = box(x, y, label, NAME_SIZE, anchor)
    svg.draw(
        parent, "rect", x=covered.left, y=covered.top, width=covered.right - covered.left,
        height=covered.bottom - covered.top, fill=svg.PAPER, fill_opacity=0.82,
    )  # fmt: skip
    svg.write(parent, x, y, label, size=NAME_SIZE, anchor=anchor)


def _line(
    parent: Xml.Element,
    tie: Mapping[str, Any],
    a: placing.Place,
    b: placing.Place,
    thin: float,
    *,
    is_now: bool,
) -> None:
    """Draw a tie: strong when it is new, broken when it is about to be lost."""
    if not tie["now" if is_now else "before"]:
        return
    looks: dict[str, Any] = {"stroke": "#a3afb6", "stroke_width": thin}
    if is_now and not tie["before"]:
        looks = {"stroke": svg.GREEN, "stroke_width": thin + 1}
    elif not is_now and not tie["now"]:
        looks = {"stroke": svg.VERMILION, "stroke_width": thin + 0.2, "stroke_dasharray": "4 3"}
    svg.draw(parent, "line", x1=a[0], y1=a[1], x2=b[0], y2=b[1], **looks)


def _account(parent: Xml.Element, each: Drawn, *, faded: bool, numbered: bool) -> None:
    """Draw an account's mark and, if it has one, its number."""
    x, y = each.place
    small = numbered and each.number is None
    mark(parent, each.state, x, y, SMALL if small else RADIUS, faded=faded)
    if numbered and each.number:
        lower = 1.5 if each.state == GONE else 0
        svg.write(
            parent, x, y + NUMBER_SIZE * 0.36 + lower, str(each.number), size=NUMBER_SIZE,
            anchor="middle", colour=number_colour(each.state, faded=faded),
            bold=each.state != STAYED,
        )  # fmt: skip


def _legend(
    network: Arrangement,
) -> tuple[list[tuple[str, str]], list[tuple[str, str, str | None]]]:
    """Say what the marks and lines mean, of those that are there."""
    counts = Counter(each.state for each in network.accounts)
    marks = [(kind, f"{words.STATES[kind]} ({counts[kind]})") for kind in STATES if counts[kind]]
    lines: list[tuple[str, str, str | None]] = []
    if any(tie["now"] and not tie["before"] for tie in network.ties):
        lines.append((svg.GREEN, words.NEW_TIE, None))
    if any(tie["before"] and not tie["now"] for tie in network.ties):
        lines.append((svg.VERMILION, words.LOST_TIE, "4 3"))
    return marks, lines
