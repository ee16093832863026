"""Clicking what is drawn: places in a canvas are known by their colour only."""

from __future__ import annotations

import io
import re

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, expect

LOOKS = 60
PAUSE_MS = 150
CLICKS = 4
ANSWER_MS = 8_000
SAME = 12


def click_colour(drawn: Locator, colour: str, field: Locator, said: re.Pattern[str]) -> None:
    """Click where a picture has a colour, until a field says what it should, at most four times.

    The clicks are far enough apart to be none of them a double click, which would zoom.
    """
    for _ in range(CLICKS - 1):
        _click_once(drawn, colour)
        try:
            expect(field).to_have_value(said, timeout=ANSWER_MS)
            return
        except AssertionError:
            continue
    _click_once(drawn, colour)
    expect(field).to_have_value(said)


def _click_once(drawn: Locator, colour: str) -> None:
    """Click well inside the colour, once the picture stands still under no pointer."""
    drawn.page.mouse.move(1, 1)
    before: bytes | None = None
    for _ in range(LOOKS):
        now = _look(drawn)
        place = _inmost(now, colour) if now and now == before else None
        if place:
            drawn.click(position={"x": place[0], "y": place[1]})
            return
        before = now
        drawn.page.wait_for_timeout(PAUSE_MS)
    raise AssertionError(f"no picture that stands still has the colour {colour}")


def _look(drawn: Locator) -> bytes | None:
    """The picture as it is drawn; None when it was drawn anew in between."""
    try:
        return drawn.screenshot()
    except PlaywrightError:
        return None


def _inmost(taken: bytes, colour: str) -> tuple[int, int] | None:
    """Find a pixel as far inside the colour as any, column and row."""
    wanted = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    with Image.open(io.BytesIO(taken)) as shot:
        pixels = np.asarray(shot.convert("RGB")).astype(int)
    inside = np.pad((abs(pixels - wanted) < SAME).all(axis=2), 1)
    while (less := _without_rim(inside)).any():
        inside = less
    rows, columns = np.nonzero(inside[1:-1, 1:-1])
    if not len(rows):
        return None
    middle = len(rows) // 2
    return int(columns[middle]), int(rows[middle])


def _without_rim(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep the pixels whose four neighbours are inside as well."""
    kept = np.zeros_like(inside)
    kept[1:-1, 1:-1] = (
        inside[1:-1, 1:-1]
        & inside[:-2, 1:-1]
        & inside[2:, 1:-1]
        & inside[1:-1, :-2]
        & inside[1:-1, 2:]
    )
    return kept
