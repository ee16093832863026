"""A network before and now, side by side, every account at the same place in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

from app.report import words
from app.report.pictures import key, placing, svg
from app.report.pictures.lettering import Box, fitted
from app.report.pictures.marks import GONE, NEW, STATES, STAYED, UNOBSERVED, mark, state

MOST_ACCOUNTS = 120
MOST_NUMBERED = 48
MOST_NAMED = 12
NAME_ROOM, NAME_SIZE, NUMBER_SIZE = 104.0, 10.5, 9.5
PANEL, GAP, TOP, HEIGHT = 350.0, 20.0, 26.0, 300.0
RADIUS, SMALL = 9.5, 4.5
ROOMY, CROWDED = 24.0, 20.0


@dataclass(frozen=True)
class Drawn:
    """An account as it is drawn, with its number in the key, if it has one."""

    account: str
    label: str
    state: str
    place: placing.Place
    number: int | None


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
        the key. Up to 12 accounts bear their names, when these fit; otherwise accounts bear
        numbers that the key explains. At most 120 accounts are drawn and 48 numbered: those that
        changed, then those with most ties. None when there is no account to draw.
    """
    has_past = any(_is_seen(node) and state(node) != NEW for node in picture["nodes"])
    wide = PANEL if has_past else svg.WIDTH
    drawn = chosen(picture["nodes"], picture["ties"], wide)
    if not drawn:
        return None
    in_all = sum(_is_seen(node) for node in picture["nodes"])
    ties = [tie for tie in picture["ties"] if {tie["a"], tie["b"]} <= {n.account for n in drawn}]
    names = _names(drawn, ties, wide)
    entries = [] if names else [each for each in drawn if each.number]
    marks, lines = _legend(drawn, ties)
    top = TOP + HEIGHT + 20
    below = top + key.legend_height(lines)
    partly = in_all > len(drawn)
    root = svg.picture(
        below + key.height(len(entries)) + (18 if partly else 0),
        f"{words.BEFORE} {before}, {words.NOW.lower()} {now}",
    )
    title = f"{words.NOW}: {now}"
    if wide < svg.WIDTH:
        past = f"{words.BEFORE}: {before}"
        _panel(root, Box(0, TOP, PANEL, TOP + HEIGHT), past, drawn, ties, names, is_now=False)
    else:
        title = f"{title}. {words.nobody_before(before)}"
    frame = Box(svg.WIDTH - wide, TOP, svg.WIDTH, TOP + HEIGHT)
    _panel(root, frame, title, drawn, ties, names, is_now=True)
    key.draw_legend(root, top, marks, lines)
    key.draw_key(root, below, [(each.number or 0, each.label, each.state) for each in entries])
    if partly:
        note = words.only_part(len(drawn), in_all, "accounts")
        svg.write(root, 0, below + key.height(len(entries)) + 10, note, colour=svg.QUIET)
    return svg.written(root)


def numbered(picture: Mapping[str, Any]) -> list[Drawn]:
    """Say which accounts a picture explains by numbers.

    Parameters
    ----------
    picture : mapping
        As in a report's ``pictures``.

    Returns
    -------
    list of Drawn
        Those drawn, with their numbers; none where names stand beside the marks.
    """
    drawn, names = _arranged(picture)
    return [] if names else drawn


def chosen(
    nodes: Sequence[Mapping[str, Any]], ties: Sequence[Mapping[str, Any]], wide: float = PANEL
) -> list[Drawn]:
    """Choose which accounts are drawn, where, and under which numbers.

    Parameters
    ----------
    nodes, ties : sequence of mappings
        As in a report's ``pictures``.
    wide : float
        Width of the panel.

    Returns
    -------
    list of Drawn
        New ones first, then those not seen any more, unobserved ones and the others, each by
        falling number of ties; numbered in this order.
    """
    degrees = Counter(end for tie in ties for end in (tie["a"], tie["b"]))
    seen = sorted(
        (node for node in nodes if _is_seen(node)),
        key=lambda node: (STATES.index(state(node)), -degrees[node["account"]], node["account"]),
    )[:MOST_ACCOUNTS]
    edge = 36 if len(seen) <= MOST_NAMED else 19
    inner = Box(edge, TOP + edge, wide - edge, TOP + HEIGHT - edge)
    apart = ROOMY if len(seen) <= MOST_NUMBERED else CROWDED
    places = placing.spread([(n["x"], n["y"]) for n in seen], inner, apart=apart)
    return [
        Drawn(
            node["account"],
            node["label"],
            state(node),
            place,
            n if n <= MOST_NUMBERED else None,
        )
        for n, (node, place) in enumerate(zip(seen, places, strict=True), start=1)
    ]


def _arranged(
    picture: Mapping[str, Any],
) -> tuple[list[Drawn], list[tuple[float, float, str]] | None]:
    """The accounts drawn, and where their names stand; None where numbers have to do."""
    wide = _width(picture)
    drawn = chosen(picture["nodes"], picture["ties"], wide)
    return drawn, _names(drawn, _ties(picture, drawn), wide)


def _width(picture: Mapping[str, Any]) -> float:
    """How wide a panel is: a network that is all new has but one."""
    has_past = any(_is_seen(node) and state(node) != NEW for node in picture["nodes"])
    return PANEL if has_past else svg.WIDTH


def _ties(picture: Mapping[str, Any], drawn: list[Drawn]) -> list[Mapping[str, Any]]:
    """The ties between accounts that are drawn."""
    there = {each.account for each in drawn}
    return [tie for tie in picture["ties"] if {tie["a"], tie["b"]} <= there]


def _is_seen(node: Mapping[str, Any]) -> bool:
    """Whether an account was part of the network on either day."""
    return bool(node["before"] or node["now"] or node["status"] == "unobserved")


def _names(
    drawn: list[Drawn], ties: Sequence[Mapping[str, Any]], wide: float
) -> list[tuple[float, float, str]] | None:
    """Where names stand beside their marks, or None when numbers have to do."""
    if len(drawn) > MOST_NAMED:
        return None
    field = Box(3, TOP + 3, wide - 3, TOP + HEIGHT - 3)
    shown = [fitted(each.label, NAME_ROOM, NAME_SIZE) for each in drawn]
    places = {each.account: each.place for each in drawn}
    lines = [(places[tie["a"]], places[tie["b"]]) for tie in ties]
    marks = list(places.values())
    return placing.name_places(marks, shown, lines, field, radius=RADIUS, size=NAME_SIZE)


def _panel(
    root: Xml.Element,
    frame: Box,
    title: str,
    drawn: list[Drawn],
    ties: Sequence[Mapping[str, Any]],
    names: list[tuple[float, float, str]] | None,
    *,
    is_now: bool,
) -> None:
    """Draw one of the two days."""
    svg.write(root, frame.left, 14, title, size=12, bold=True)
    panel = svg.draw(root, "g", transform=f"translate({svg.number(frame.left)} 0)")
    svg.draw(
        panel, "rect", x=0.5, y=TOP, width=frame.right - frame.left - 1, height=HEIGHT, rx=4,
        fill=svg.PAPER, stroke=svg.FAINT,
    )  # fmt: skip
    places = {each.account: each.place for each in drawn}
    for tie in ties:
        _line(panel, tie, places[tie["a"]], places[tie["b"]], is_now=is_now)
    for n, each in enumerate(drawn):
        if each.state == NEW and not is_now:
            continue
        faded = is_now and each.state in (GONE, UNOBSERVED)
        _account(panel, each, faded=faded, numbered=names is None)
        if names:
            x, y, anchor = names[n]
            label = fitted(each.label, NAME_ROOM, NAME_SIZE)
            svg.write(panel, x, y, label, size=NAME_SIZE, anchor=anchor)


def _line(
    parent: Xml.Element, tie: Mapping[str, Any], a: placing.Place, b: placing.Place, *, is_now: bool
) -> None:
    """Draw a tie: strong when it is new, broken when it is about to be lost."""
    if not tie["now" if is_now else "before"]:
        return
    looks: dict[str, Any] = {"stroke": "#a3afb6", "stroke_width": 1}
    if is_now and not tie["before"]:
        looks = {"stroke": svg.GREEN, "stroke_width": 2}
    elif not is_now and not tie["now"]:
        looks = {"stroke": svg.VERMILION, "stroke_width": 1.2, "stroke_dasharray": "4 3"}
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
            anchor="middle", bold=each.state != STAYED,
        )  # fmt: skip


def _legend(
    drawn: list[Drawn], ties: Sequence[Mapping[str, Any]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str, str | None]]]:
    """Say what the marks and lines mean, of those that are there."""
    counts = Counter(each.state for each in drawn)
    marks = [(kind, f"{words.STATES[kind]} ({counts[kind]})") for kind in STATES if counts[kind]]
    lines: list[tuple[str, str, str | None]] = []
    if any(tie["now"] and not tie["before"] for tie in ties):
        lines.append((svg.GREEN, words.NEW_TIE, None))
    if any(tie["before"] and not tie["now"] for tie in ties):
        lines.append((svg.VERMILION, words.LOST_TIE, "4 3"))
    return marks, lines
