"""A network's posts week by week; weeks in which its places were not observed are hatched."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as Xml

from app.report import words
from app.report.pictures import svg
from app.report.pictures.lettering import width

LEFT, TOP, HEIGHT, BOTTOM = 40.0, 24.0, 60.0, 20.0
MOST_WEEKS = 104
SIZE = 10.0
HATCH = 6.0


def draw_timeline(timeline: Mapping[str, Any]) -> str | None:
    """Draw one of a report's ``timelines``.

    Parameters
    ----------
    timeline : mapping
        ``weeks posts observed`` as in a report.

    Returns
    -------
    str or None
        SVG 1.1 with the last 104 weeks; None when no post was seen in any of them.
    """
    weeks, posts, observed = (
        timeline[name][-MOST_WEEKS:] for name in ("weeks", "posts", "observed")
    )
    if not any(posts):
        return None
    most = ceiling(max(posts))
    root = svg.picture(TOP + HEIGHT + BOTTOM, words.POSTS_PER_WEEK)
    svg.write(root, 0, 11, words.POSTS_PER_WEEK, size=SIZE, colour=svg.QUIET)
    if not all(observed):
        left = svg.WIDTH - width(words.NOT_OBSERVED, SIZE)
        svg.write(root, left, 11, words.NOT_OBSERVED, size=SIZE, colour=svg.QUIET)
        _hatched(root, left - 18, 2, 12, 11)
    _scale(root, most)
    step = (svg.WIDTH - LEFT) / len(weeks)
    gap = min(6.0, step * 0.22)
    for start, end in unseen(observed):
        _hatched(root, LEFT + start * step, TOP, (end - start) * step, HEIGHT)
    for n, count in enumerate(posts):
        left = LEFT + n * step
        if count:
            high = count / most * HEIGHT
            svg.draw(
                root, "rect", x=left + gap, y=TOP + HEIGHT - high, width=step - 2 * gap,
                height=high, fill="#4d6472",
            )  # fmt: skip
    base = TOP + HEIGHT
    svg.draw(root, "line", x1=LEFT, y1=base, x2=svg.WIDTH, y2=base, stroke=svg.QUIET)
    _weeks(root, weeks, step)
    return svg.written(root)


def trimmed(timelines: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Leave out the first weeks, for as long as nobody looked anywhere and no post is known.

    Parameters
    ----------
    timelines : sequence of mappings
        ``weeks posts observed`` as in a report.

    Returns
    -------
    list of mappings
        Those given, without the weeks before the first that shows something in any of them.
    """
    told = [
        week
        for each in timelines
        for week, posts, seen in zip(each["weeks"], each["posts"], each["observed"], strict=True)
        if posts or seen
    ]
    return [_since(min(told, default=""), each) for each in timelines]


def unseen(observed: Sequence[bool]) -> list[tuple[int, int]]:
    """Find runs of weeks that were not observed.

    Parameters
    ----------
    observed : sequence of bool
        One for each week.

    Returns
    -------
    list of (int, int)
        The first week of each run, and the one after its last.
    """
    edges = [False, *(not seen for seen in observed), False]
    turns = [n for n, (a, b) in enumerate(pairwise(edges)) if a != b]
    return list(zip(turns[::2], turns[1::2], strict=True))


def ceiling(most: int) -> int:
    """Round up to an even number of one or two digits and noughts.

    Parameters
    ----------
    most : int
        The largest number shown, at least 1.

    Returns
    -------
    int
        The scale's end.
    """
    power = 1
    while True:
        for step in range(2, 22, 2):
            if most <= step * power:
                return step * power
        power *= 10


def _since(first: str, timeline: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out the weeks before one."""
    start = sum(week < first for week in timeline["weeks"])
    return {**timeline, **{name: timeline[name][start:] for name in ("weeks", "posts", "observed")}}


def _scale(root: Xml.Element, most: int) -> None:
    """Draw lines at nothing, half and the end of the scale."""
    for part in (0.0, 0.5, 1.0):
        y = TOP + HEIGHT * (1 - part)
        if part:
            svg.draw(root, "line", x1=LEFT, y1=y, x2=svg.WIDTH, y2=y, stroke="#e4e9ec")
        svg.write(
            root, LEFT - 6, y + 3.5, f"{round(most * part):,}", size=SIZE, anchor="end",
            colour=svg.QUIET,
        )  # fmt: skip


def _hatched(root: Xml.Element, left: float, top: float, wide: float, high: float) -> None:
    """Fill a rectangle with slanted lines; lines rather than a pattern, which not all print."""
    svg.draw(root, "rect", x=left, y=top, width=wide, height=high, fill="#f3f5f6")
    offset = HATCH / 2
    while offset < wide + high:
        svg.draw(
            root, "line",
            x1=left + max(0.0, offset - high), y1=top + min(offset, high),
            x2=left + min(offset, wide), y2=top + max(0.0, offset - wide),
            stroke="#9aa7af", stroke_width=0.8,
        )  # fmt: skip
        offset += HATCH


def _weeks(root: Xml.Element, weeks: list[str], step: float) -> None:
    """Write as many weeks below as have room, the last one always."""
    every = max(1, math.ceil(84 / step))
    for n, week in enumerate(weeks):
        if (len(weeks) - 1 - n) % every:
            continue
        x = LEFT + (n + 0.5) * step
        is_last = n == len(weeks) - 1 and step < 60
        svg.write(
            root, svg.WIDTH if is_last else max(x, LEFT + 26), TOP + HEIGHT + 15, week, size=SIZE,
            anchor="end" if is_last else "middle", colour=svg.QUIET,
        )  # fmt: skip
