"""How much room a line of text takes, whatever its script, and cutting it to what there is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.literal import visible

ASCENT, DESCENT = 0.95, 0.3
"""Of the tallest scripts drawn (Thai, Devanagari), in sizes of the font."""

_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_JOINERS = "\u200c\u200d"
_NARROW = frozenset("ijlIft.,:;'|!()[] ")
_BROAD = frozenset("mwMW@%—…")


@dataclass(frozen=True)
class Box:
    """A rectangle: what a line of text or a mark covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Say whether both cover a point."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Say whether it lies in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def shown(text: str) -> str:
    """Write text as one line in which nothing steers, of characters that XML allows."""
    return visible(" ".join(_NOT_IN_XML.sub("\ufffd", text).split()))


def width(text: str, size: float) -> float:
    """Estimate how wide a line is; rather too much than too little.

    Parameters
    ----------
    text : str
        One line.
    size : float
        Size of the font.

    Returns
    -------
    float
        In the font size's unit.
    """
    return size * sum(map(_width, text))


def box(x: float, y: float, text: str, size: float, anchor: str = "start") -> Box:
    """Say what a line covers whose baseline is at ``y``."""
    wide = width(text, size)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)


def fitted(text: str, room: float, size: float) -> str:
    """Cut a line to the room there is; an ellipsis says so, and no letter loses its marks.

    Parameters
    ----------
    text : str
        Collected text.
    room : float
        Width to fit in.
    size : float
        Size of the font.

    Returns
    -------
    str
        One line; a dash for text with nothing to see.
    """
    line = shown(text)
    if width(line, size) <= room:
        return line or "–"
    kept = ""
    for cluster in _letters(line):
        if width(kept + cluster + "…", size) > room:
            break
        kept += cluster
    return kept.rstrip() + "…"


def _letters(line: str) -> list[str]:
    """Take a line apart into letters, each with the marks and joiners that belong to it."""
    found: list[str] = []
    for character in line:
        belongs = _is_mark(character) or (found and found[-1][-1] in _JOINERS)
        if found and belongs:
            found[-1] += character
        else:
            found.append(character)
    return found


def _is_mark(character: str) -> bool:
    """Marks that take no room of their own, joiners and the choice of a picture's looks."""
    return unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"} or character in _JOINERS


def _width(character: str) -> float:
    """Width of one character in sizes of the font."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF" or ord(character) >= 0x1F000:
        return 1.3 if ord(character) >= 0x1F000 else 1.05
    if character in _BROAD:
        return 1.0
    if character in _NARROW:
        return 0.4
    return 0.74 if character.isupper() or not character.isascii() else 0.62
