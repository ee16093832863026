"""Codes of closed rings: one or several after a word for ring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.papers import codes
from ingest.extract.papers.codes import Code
from ingest.extract.setting import Setting

_FURTHER = re.compile(r" {0,2}(?:[,;&+/]|\n|dan |and |und |et |y |e |และ|和|、) {0,2}")
_MOST, _LONGEST = 24, 20


def read(text: str, cue: Cue, setting: Setting) -> Iterator[Found]:
    """Read the codes of rings after a word for ring.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
    setting : Setting

    Yields
    ------
    Found
        Kind ``ring``, in capitals without the marks between its parts. Mere digits count only
        after a mark or a word for number; further codes only if they are built like the first.
    """
    start = announced.number_start(text, cue.end)
    code = codes.after(text, cue, setting.region)
    if code is None or start is None or len(code.value) > _LONGEST:
        return
    if code.value.isdecimal() and not codes.is_said(text, cue, start):
        return
    shape = _shape(code)
    for _ in range(_MOST):
        key = f"ring:{code.value}"
        yield Found(code.start, code.end, "ring", code.value, key, "ring word", 0.9)
        gap = _FURTHER.match(text, code.end)
        further = codes.read(text, gap.end()) if gap else None
        if further is None or _shape(further) != shape:
            return
        code = further


def _shape(code: Code) -> str:
    """Where letters and where digits stand in a code."""
    return re.sub(r"[A-Z]", "A", re.sub(r"[0-9]", "9", code.value))
