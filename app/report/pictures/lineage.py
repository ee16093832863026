"""The lines of descent: which cluster became which, as bands between days (alluvial)."""

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
LEFT, RIGHT, TOP = 190.0, 14.0, 24.0
"""Names stand to the left of all bars, where no band comes."""
NAME_SIZE, KEY_SIZE, COUNT_SIZE, LONGEST_NAME = 10.5, 9.0, 9.5, LEFT - 14
BARS = "#4d6472"
ROW, SPACE = 25.0, 9.0
HEIGHT, TALLEST, LOWEST = 240.0, 4.0, 2.5
"""Room for bars in all, most units for one account, least height of a bar."""


def draw_lineage(lineage: Mapping[str, Any], labels: Mapping[str, str]) -> str | None:
    """Draw a report's ``lineage``, a row for each cluster with its name to the left of it.

    Parameters
    ----------
    lineage : mapping
        ``days clusters flows`` as in a report.
    labels : mapping of str to str
        Names of clusters; one without is called by its id.

    Returns
    -------
    str or None
        SVG 1.1 with the last 16 days and at most 14 clusters: those with flows between clusters
        first, then the largest. None when there are fewer than two days or no cluster.
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
    bars, middles, bottom = _bars(rows, sizes, len(days), scale)
    partly = len(rows) < len(sizes)
    new = {row for row in rows if min(sizes[row]) == len(days) - 1}
    has_moves = any(flow["from"] != flow["to"] for flow in flows)
    root = svg.picture(bottom + (36 if partly else 18), words.TITLES["lineage"])
    _days(root, days, bottom)
    draw_bands(root, flows, rows, bars)
    for (_, row), bar in bars.items():
        _bar(root, bar, is_new=row in new, is_numbered=_is_tall(row, bars))
    for row in rows:
        _name(root, row, middles[row], bars, labels)
    _legend(root, bottom + 12, has_new=bool(new), has_moves=has_moves)
    if partly:
        note = words.only_part(len(rows), len(sizes), "clusters")
        svg.write(root, LEFT, bottom + 30, note, size=NAME_SIZE, colour=svg.QUIET)
    return svg.written(root)


def ordered(sizes: Mapping[str, Mapping[int, int]], flows: Sequence[Flow]) -> list[str]:
    """Choose the clusters drawn and put those next to each other that share accounts.

    Parameters
    ----------
    sizes : mapping of str to mapping of int to int
        Accounts of each cluster by day.
    flows : sequence of mappings
        ``from to accounts``.

    Returns
    -------
    list of str
        At most 14; families of clusters by their largest.
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
) -> tuple[Bars, dict[str, float], float]:
    """Place every bar in its row; say where the rows' middles are, and where the last one ends."""
    step = (svg.WIDTH - LEFT - RIGHT - BAR) / (days - 1)
    found: Bars = {}
    middles = {}
    top = TOP
    for row in rows:
        room = max(ROW, max(sizes[row].values()) * scale)
        middles[row] = top + room / 2
        for day, size in sizes[row].items():
            height = max(LOWEST, size * scale)
            found[day, row] = Bar(LEFT + day * step, middles[row] - height / 2, height, size)
        top += room + SPACE
    return found, middles, top


def _days(root: Xml.Element, days: list[str], bottom: float) -> None:
    """Write as many days above the rows as have room, the last one always."""
    step = (svg.WIDTH - LEFT - RIGHT - BAR) / (len(days) - 1)
    every = max(1, math.ceil(58 / step))
    for n, day in enumerate(days):
        x = LEFT + n * step + BAR / 2
        svg.draw(root, "line", x1=x, y1=TOP - 6, x2=x, y2=bottom - 4, stroke="#eceff1")
        if (len(days) - 1 - n) % every == 0:
            anchor = "end" if n == len(days) - 1 else "start" if n == 0 else "middle"
            edge = {"end": svg.WIDTH, "start": LEFT, "middle": x}[anchor]
            text = words.short_day(day)
            svg.write(root, edge, 12, text, size=10, anchor=anchor, colour=svg.QUIET)


def _is_tall(row: str, bars: Bars) -> bool:
    """Whether all bars of a cluster have room for their numbers."""
    return all(bar.height > COUNT_SIZE for (_, name), bar in bars.items() if name == row)


def _bar(root: Xml.Element, bar: Bar, *, is_new: bool, is_numbered: bool) -> None:
    """Draw a bar, and in it how many accounts it stands for where its row has room for that."""
    colour = svg.GREEN if is_new else BARS
    svg.draw(root, "rect", x=bar.x, y=bar.top, width=BAR, height=bar.height, fill=colour)
    if is_numbered:
        svg.write(
            root, bar.x + BAR / 2, bar.middle + COUNT_SIZE * 0.36, str(bar.size),
            size=COUNT_SIZE, anchor="middle", colour=svg.PAPER, bold=is_new,
        )  # fmt: skip


def _name(
    root: Xml.Element, row: str, middle: float, bars: Bars, labels: Mapping[str, str]
) -> None:
    """Write a cluster's name and id before its row, with its size if its bars are low."""
    mine = sorted((day, bar) for (day, name), bar in bars.items() if name == row)
    first, last = mine[0][1].size, mine[-1][1].size
    known = labels.get(row, "").strip()
    sizes = "" if _is_tall(row, bars) else f"{first} → {last}" if first != last else f"{last}"
    below = ", ".join(filter(None, [row if known else "", sizes]))
    name = fitted(known or row, LONGEST_NAME, NAME_SIZE)
    svg.write(root, 0, middle - 1 if below else middle + 3.5, name, size=NAME_SIZE)
    if below:
        svg.write(root, 0, middle + 11, below, size=KEY_SIZE, colour=svg.QUIET)


def _legend(root: Xml.Element, top: float, *, has_new: bool, has_moves: bool) -> None:
    """Explain the two colours that stand for change."""
    x = LEFT
    for colour, text, there in (
        (svg.GREEN, words.NEW_CLUSTER, has_new),
        (svg.ORANGE, words.MOVED_ACCOUNTS, has_moves),
    ):
        if there:
            svg.draw(root, "rect", x=x, y=top - 9, width=12, height=10, fill=colour)
            svg.write(root, x + 18, top, text, size=NAME_SIZE, colour=svg.QUIET)
            x += 18 + width(text, NAME_SIZE) + 18
