"""Bands between the bars of the lines of descent: accounts that stay, and accounts that move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

from app.report.pictures import svg

BAR = 20.0
STAYS = "#c9d6dd"


@dataclass(frozen=True, order=True)
class Bar:
    """A cluster on a day."""

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


def draw_bands(root: Xml.Element, flows: Sequence[Flow], rows: list[str], bars: Bars) -> None:
    """Draw the accounts that clusters pass on, those that stay below those that move.

    Parameters
    ----------
    root : Element
        The picture.
    flows : sequence of mappings
        ``day from to accounts``; those of clusters or days that are not drawn are left out.
    rows : list of str
        The clusters from top to bottom, in which order bands are stacked at a bar.
    bars : mapping of (int, str) to Bar
        The bars by day and network. Bands at a side of a bar are never wider than the bar.
    """
    drawn = [
        flow for flow in flows
        if (flow["day"], flow["from"]) in bars and (flow["day"] + 1, flow["to"]) in bars
    ]  # fmt: skip
    starts = _stacked(drawn, bars, rows, "from", "to", 0)
    ends = _stacked(drawn, bars, rows, "to", "from", 1)
    order = sorted(range(len(drawn)), key=lambda n: drawn[n]["from"] != drawn[n]["to"])
    for n in order:
        flow = drawn[n]
        left = bars[flow["day"], flow["from"]].x + BAR
        right = bars[flow["day"] + 1, flow["to"]].x
        stays = flow["from"] == flow["to"]
        svg.draw(
            root, "path", d=_ribbon(left, starts[n], right, ends[n]),
            fill=STAYS if stays else svg.ORANGE, fill_opacity=1 if stays else 0.7,
        )  # fmt: skip


def _stacked(
    flows: Sequence[Flow], bars: Bars, rows: list[str], end: str, other: str, later: int
) -> dict[int, tuple[float, float]]:
    """Stack the flows at one side of each bar in the order of the rows that they lead to."""
    at: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n, flow in enumerate(flows):
        at[flow["day"] + later, flow[end]].append(n)
    found = {}
    for place, these in at.items():
        bar = bars[place]
        these.sort(key=lambda n: rows.index(flows[n][other]))
        whole = sum(flows[n]["accounts"] for n in these)
        unit = bar.height / max(bar.size, whole)
        top = bar.middle - whole * unit / 2
        for n in these:
            bottom = top + flows[n]["accounts"] * unit
            found[n] = (top, bottom)
            top = bottom
    return found


def _ribbon(left: float, start: tuple[float, float], right: float, end: tuple[float, float]) -> str:
    """The outline of a band."""
    turn = (left + right) / 2
    points = [
        ("M", left, start[0]), ("C", turn, start[0]), ("", turn, end[0]), ("", right, end[0]),
        ("L", right, end[1]), ("C", turn, end[1]), ("", turn, start[1]), ("", left, start[1]),
    ]  # fmt: skip
    return " ".join(f"{step}{svg.number(x)} {svg.number(y)}" for step, x, y in points) + " Z"
