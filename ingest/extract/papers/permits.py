"""Numbers of permits, certificates and licences."""

from __future__ import annotations

import re

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.papers import codes
from ingest.extract.setting import Setting

_OFFICES = re.compile(
    r"(?:(?:cites|bksda|klhk|perhilitan|ibama|semarnat|defra|apha|usfws|fws|export|import|ekspor|"
    r"article 10|a10|permit|certificate|ศก|กรมอุทยาน)(?![^\W_])[^\w\x00+@]{0,4}"
    r"(?:(?:no|nr|n|num|number|เลขที่|n.o|№|số|号)(?![^\W\d_])[^\w\x00+@]{0,3})?){1,3}",
    re.IGNORECASE,
)
_NUMBER_AND_YEAR = re.compile(r"[0-9]{3,}/[0-9]{2,4}")
_INSIDE_REVERSED = re.compile(
    r"[/.-](?:[A-Za-z0-9]{1,12}[/.-]){0,6}[A-Za-z0-9]{1,12}(?![A-Za-z0-9])"
)
_INSIDE = re.compile(r"(?:[/.-][A-Za-z0-9]{1,12}){1,6}(?![A-Za-z0-9@])")


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read the number of a permit after a word for it, or around one (``1/SATS-LN/2023``).

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
    setting : Setting

    Returns
    -------
    Found or None
        Kind ``permit``, in capitals without the marks between its parts. Mere digits count only
        after a mark or a word for number.
    """
    code = _around(text, cue) if cue.word.startswith("sats") else None
    if code is None:
        start = announced.number_start(text, cue.end)
        office = None if start is None else _OFFICES.match(text, start)
        if office is not None:
            cue = cue._replace(end=office.end())
            start = announced.number_start(text, cue.end)
        code = codes.after(text, cue, setting.region)
        if code is None or start is None:
            return None
        is_plain = code.value.isdecimal() and not _NUMBER_AND_YEAR.fullmatch(code.written)
        if is_plain and not codes.is_said(text, cue, start):
            return None
    key = f"permit:{code.value}"
    return Found(code.start, code.end, "permit", code.value, key, "permit word", 0.9)


def _around(text: str, cue: Cue) -> codes.Code | None:
    """Read the number of which the word itself is a part."""
    before = _INSIDE_REVERSED.match(text[max(0, cue.start - 60) : cue.start][::-1])
    after = _INSIDE.match(text, cue.end)
    if before is None:
        return None
    start = cue.start - before.end()
    end = after.end() if after else cue.end
    value = re.sub(r"[^A-Za-z0-9]", "", text[start:end]).upper()
    if sum(letter.isdecimal() for letter in value) < 3 or text[end : end + 1].isalnum():
        return None
    return codes.Code(start, end, value, text[start:end])
