"""The lines of descent: which network became which, as bands between days (alluvial)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as Xml

from app.report import words
from app.report.pictures import svg
from app.report.pictures.bands import BAR, Bar, Bars, Flow, draw_bands
from app.report.pictures.lettering import fitted, width

MOST_CLUSTERS = 14
MOST_DAYS = 16
LEFT, RIGHT, TOP = 14.0, 14.0, 24.0
NAME_SIZE, COUNT_SIZE, LONGEST_NAME = 10.5, 9.0, 260.0
BARS = "#4d6472"
NAME, SPACE = 15.0, 7.0
HEIGHT, TALLEST, LOWEST = 300.0, 3.0, 2.5
"""Room for bars in all, most units for one account, least height of a bar."""


def draw_lineage(lineage: Mapping[str, Any], labels: Mapping[str, str]) -> str | None:
    """Draw a report's ``lineage``, a row for each network so that its names have room.

    Parameters
    ----------
    lineage : mapping
        ``days clusters flows`` as in a report.
    labels : mapping of str to str
        Names of clusters; one without is called by its id.

    Returns
    -------
    str or None
        SVG 1.1 with the last 16 days and at most 14 networks: those with flows between networks
        first, then the largest. None when there are fewer than two days or no network.
    """
    first = max(0, len(lineage["days"]) - MOST_DAYS)
    days = lineage["days"][first:]
    sizes: dict[str, dict[int, int]] = defaultdict(dict)
    for each in lineage["clusters"]:
        if each["day"] >= first and each["size"] > 0:
            sizes[each["cluster"]][each["day"] - first] = each["size"]
    flows = [{**flow, "day": flow["day"] - first} for flow in lineage["flows"]
             if flow["day"] >= first]  # fmt: skip
    if len(days) < 2 or not sizes:
        return None
    rows = ordered(sizes, flows)
    scale = min(TALLEST, HEIGHT / sum(max(sizes[row].values()) for row in rows))
    bars, bottom = _bars(rows, sizes, len(days), scale)
    partly = len(rows) < len(sizes)
    new = {row for row in rows if min(sizes[row]) == len(days) - 1}
    has_moves = any(flow["from"] != flow["to"] for flow in flows)
    root = svg.picture(bottom + (36 if partly else 18), words.TITLES["lineage"])
    _days(root, days, bottom)
    draw_bands(root, flows, rows, bars)
    tall = {row for row in rows if _is_tall(row, bars)}
    for (_, row), bar in bars.items():
        _bar(root, bar, is_new=row in new, is_numbered=row in tall)
    for row in rows:
        _name(root, row, bars, labels)
    _legend(root, bottom + 12, has_new=bool(new), has_moves=has_moves)
    if partly:
        note = words.only_part(len(rows), len(sizes), "networks")
        svg.write(root, LEFT, bottom + 30, note, size=NAME_SIZE, colour=svg.QUIET)
    return svg.written(root)


def ordered(sizes: Mapping[str, Mapping[int, int]], flows: Sequence[Flow]) -> list[str]:
    """Choose the networks drawn and put those next to each other that share accounts.

    Parameters
    ----------
    sizes : mapping of str to mapping of int to int
        Accounts of each network by day.
    flows : sequence of mappings
        ``from to accounts``.

    Returns
    -------
    list of str
        At most 14; families of networks by their largest.
    """
    kin: dict[str, set[str]] = defaultdict(set)
    for flow in flows:
        if flow["from"] != flow["to"] and flow["from"] in sizes and flow["to"] in sizes:
            kin[flow["from"]].add(flow["to"])
            kin[flow["to"]].add(flow["from"])

    def weight(name: str) -> tuple[int, str]:
        return -max(sizes[name].values()), name

    kept = set(sorted(sizes, key=lambda name: (not kin[name], weight(name)))[:MOST_CLUSTERS])
    found: list[str] = []
    for start in sorted(kept, key=weight):
        waiting = [start]
        while waiting:
            name = waiting.pop(0)
            if name in kept and name not in found:
                found.append(name)
                waiting += sorted(kin[name], key=weight)
    return found


def _bars(
    rows: list[str], sizes: Mapping[str, Mapping[int, int]], days: int, scale: float
) -> tuple[Bars, float]:
    """Place every bar in its row, and say where the rows end."""
    step = (svg.WIDTH - LEFT - RIGHT - BAR) / (days - 1)
    found: Bars = {}
    top = TOP
    for row in rows:
        room = max(LOWEST, max(sizes[row].values()) * scale)
        for day, size in sizes[row].items():
            height = max(LOWEST, size * scale)
            start = top + NAME + (room - height) / 2
            found[day, row] = Bar(LEFT + day * step, start, height, size)
        top += NAME + max(room, COUNT_SIZE) + SPACE
    return found, top


def _days(root: Xml.Element, days: list[str], bottom: float) -> None:
    """Write as many days above the rows as have room, the last one always."""
    step = (svg.WIDTH - LEFT - RIGHT - BAR) / (len(days) - 1)
    every = max(1, math.ceil(58 / step))
    for n, day in enumerate(days):
        x = LEFT + n * step + BAR / 2
        svg.draw(root, "line", x1=x, y1=TOP - 6, x2=x, y2=bottom - 4, stroke="#eceff1")
        if (len(days) - 1 - n) % every == 0:
            anchor = "end" if n == len(days) - 1 else "start" if n == 0 else "middle"
            edge = {"end": svg.WIDTH, "start": 0.0, "middle": x}[anchor]
            text = words.short_day(day)
            svg.write(root, edge, 12, text, size=10, anchor=anchor, colour=svg.QUIET)


def _is_tall(row: str, bars: Bars) -> bool:
    """Whether all bars of a network have room for their numbers."""
    return all(bar.height > COUNT_SIZE for (_, name), bar in bars.items() if name == row)


def _bar(root: Xml.Element, bar: Bar, *, is_new: bool, is_numbered: bool) -> None:
    """Draw a bar, and in it how many accounts it stands for where its row has room for that."""
    colour = svg.GREEN if is_new else BARS
    svg.draw(root, "rect", x=bar.x, y=bar.top, width=BAR, height=bar.height, fill=colour)
    if is_numbered:
        svg.write(
            root, bar.x + BAR / 2, bar.middle + COUNT_SIZE * 0.36, str(bar.size),
            size=COUNT_SIZE, anchor="middle", colour=svg.INK if is_new else svg.PAPER,
        )  # fmt: skip


def _name(root: Xml.Element, row: str, bars: Bars, labels: Mapping[str, str]) -> None:
    """Write a network's name above its first bar, in its own row, with its size if bars are low."""
    mine = sorted((day, bar) for (day, name), bar in bars.items() if name == row)
    first, last = mine[0][1], mine[-1][1]
    is_late = first.x > svg.WIDTH / 2
    text = fitted(f"{row}  {labels[row]}" if row in labels else row, LONGEST_NAME, NAME_SIZE)
    if not _is_tall(row, bars):
        text += f" ({first.size} → {last.size})" if first.size != last.size else f" ({last.size})"
    reach = first.x + LONGEST_NAME + 40
    near = [bar.top for _, bar in mine if is_late or bar.x <= reach]
    svg.write(
        root, first.x + BAR if is_late else first.x, min(near) - 4.5, text, size=NAME_SIZE,
        anchor="end" if is_late else "start",
    )  # fmt: skip


def _legend(root: Xml.Element, top: float, *, has_new: bool, has_moves: bool) -> None:
    """Explain the two colours that stand for change."""
    x = LEFT
    for colour, text, there in (
        (svg.GREEN, words.NEW_NETWORK, has_new),
        (svg.ORANGE, words.MOVED_ACCOUNTS, has_moves),
    ):
        if there:
            svg.draw(root, "rect", x=x, y=top - 9, width=12, height=10, fill=colour)
            svg.write(root, x + 18, top, text, size=NAME_SIZE, colour=svg.QUIET)
            x += 18 + width(text, NAME_SIZE) + 18
