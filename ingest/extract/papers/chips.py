"""Numbers of microchips (ISO 11784: fifteen digits) after a word for chip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.setting import Setting

_NUMBER = re.compile(
    rf"[0-9](?:[ .{IGNORED}-]{{0,3}}[0-9]){{14}}(?!{IGNORED}{{0,3}}[0-9A-Za-z]|[ .-]?[0-9])"
)
_FURTHER = re.compile(r" {0,2}(?:[,;&+/]|\n|dan |and |und |et |y |e |และ|和|、) {0,2}")
_MOST = 24
_SAME = re.compile(r"([0-9])\1*")


def read(text: str, cue: Cue, _: Setting) -> Iterator[Found]:
    """Read the numbers of chips after a word for chip.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue

    Yields
    ------
    Found
        Kind ``chip``: a country's code (1 to 899) or a maker's (900 to 998) and twelve digits.
    """
    place = announced.number_start(text, cue.end)
    for _nth in range(_MOST):
        match = None if place is None else _NUMBER.match(text, place)
        if match is None:
            return
        digits = re.sub(r"[^0-9]", "", match.group())
        if not 1 <= int(digits[:3]) <= 998 or _SAME.fullmatch(digits):
            return
        yield Found(*match.span(), "chip", digits, f"chip:{digits}", "chip word + 15 digits", 0.95)
        gap = _FURTHER.match(text, match.end())
        place = gap.end() if gap else None
