"""The lines of descent: which network became which, as bands between days (alluvial)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

from app.report import words
from app.report.pictures import svg
from app.report.pictures.lettering import fitted

MOST_CLUSTERS = 14
MOST_DAYS = 16
BAR, LEFT, RIGHT, TOP = 20.0, 14.0, 14.0, 24.0
NAME_SIZE, COUNT_SIZE = 10.5, 9.0
NAME, SPACE = 15.0, 7.0
HEIGHT, TALLEST, LOWEST = 300.0, 3.0, 2.5
"""Room for bars in all, most units for one account, least height of a bar."""


@dataclass(frozen=True)
class Bar:
    """A network on a day."""

    x: float
    top: float
    height: float
    size: int

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return self.top + self.height / 2


Flow = Mapping[str, Any]
Bars = dict[tuple[int, str], Bar]


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
    root = svg.picture(bottom + (18 if partly else 0), words.TITLES["lineage"])
    _days(root, days, bottom)
    for flow in sorted(flows, key=lambda flow: flow["from"] != flow["to"]):
        _band(root, flow, bars, scale)
    for (_, row), bar in bars.items():
        _bar(root, bar, is_only=len(sizes[row]) == 1)
    for row in rows:
        _name(root, row, bars, labels)
    if partly:
        note = words.only_part(len(rows), len(sizes), "networks")
        svg.write(root, 0, bottom + 12, note, colour=svg.QUIET)
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
    every = max(1, round(58 / step + 0.49))
    for n, day in enumerate(days):
        x = LEFT + n * step + BAR / 2
        svg.draw(root, "line", x1=x, y1=TOP - 6, x2=x, y2=bottom - 4, stroke="#eceff1")
        if (len(days) - 1 - n) % every == 0:
            anchor = "end" if n == len(days) - 1 else "start" if n == 0 else "middle"
            edge = {"end": svg.WIDTH, "start": 0.0, "middle": x}[anchor]
            text = words.short_day(day)
            svg.write(root, edge, 12, text, size=10, anchor=anchor, colour=svg.QUIET)


def _band(root: Xml.Element, flow: Flow, bars: Bars, scale: float) -> None:
    """Draw the accounts that a network passes on to the next day."""
    source = bars.get((flow["day"], flow["from"]))
    target = bars.get((flow["day"] + 1, flow["to"]))
    if source is None or target is None:
        return
    stays = flow["from"] == flow["to"]
    half = max(LOWEST, flow["accounts"] * scale) / 2
    start = min(half, source.height / 2)
    end = min(half, target.height / 2)
    a, b = source.x + BAR, target.x
    turn, number = (a + b) / 2, svg.number
    upper, lower = source.middle, target.middle
    path = (
        f"M{number(a)} {number(upper - start)} C{number(turn)} {number(upper - start)} "
        f"{number(turn)} {number(lower - end)} {number(b)} {number(lower - end)} "
        f"L{number(b)} {number(lower + end)} C{number(turn)} {number(lower + end)} "
        f"{number(turn)} {number(upper + start)} {number(a)} {number(upper + start)} Z"
    )
    colour = "#c5d3db" if stays else svg.ORANGE
    svg.draw(root, "path", d=path, fill=colour, fill_opacity=1 if stays else 0.6)


def _bar(root: Xml.Element, bar: Bar, *, is_only: bool) -> None:
    """Draw a bar, and in it how many accounts it stands for where that has room."""
    colour = svg.GREEN if is_only else "#4d6472"
    svg.draw(root, "rect", x=bar.x, y=bar.top, width=BAR, height=bar.height, fill=colour)
    if bar.height >= COUNT_SIZE + 3:
        svg.write(
            root, bar.x + BAR / 2, bar.middle + COUNT_SIZE * 0.36, str(bar.size),
            size=COUNT_SIZE, anchor="middle", colour=svg.INK if is_only else svg.PAPER,
        )  # fmt: skip


def _name(root: Xml.Element, row: str, bars: Bars, labels: Mapping[str, str]) -> None:
    """Write a network's name above its first bar, in its own row."""
    mine = [(day, bar) for (day, name), bar in bars.items() if name == row]
    bar = min(mine)[1]
    tallest = max((each for _, each in mine), key=lambda each: each.height)
    is_late = bar.x > svg.WIDTH / 2
    label = labels.get(row)
    text = f"{row}  {label}" if label else row
    most = max(each.size for _, each in mine)
    caption = f"{fitted(text, 250, NAME_SIZE)}"
    svg.write(
        root, bar.x + BAR if is_late else bar.x, tallest.top - 4, caption, size=NAME_SIZE,
        anchor="end" if is_late else "start",
    )  # fmt: skip
    if tallest.height < COUNT_SIZE + 3:
        last = max(mine)[1]
        beside = last.x + BAR + 3 < svg.WIDTH - RIGHT
        svg.write(
            root, last.x + BAR + 3 if beside else last.x - 3, last.middle + 3.2, str(most),
            size=COUNT_SIZE, anchor="start" if beside else "end", colour=svg.QUIET,
        )  # fmt: skip
