"""How far a place's name reaches behind the words that announce it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.extract.goods.places_words import ABBREVIATIONS, EASTERN, SOUTHERN, PlaceWords
from ingest.extract.goods.wording import lowered

_SIGNS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0955-\u0957\u0962\u0963\u09bc-\u09cd\u0a3c-\u0a4d\u0b3c-\u0b4d\u0bbe-\u0bcd"
)
"""Signs written above, below or beside a letter."""

_LETTER = rf"(?![{SOUTHERN}{EASTERN}])[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|[{_SIGNS}]|['’](?={_LETTER}))*")
"""A word of a script that puts spaces between words."""

_RUN = re.compile(rf"[{SOUTHERN}]+|[{EASTERN}](?:[-·]?[{EASTERN}])*")
_LONGEST_RUN = {True: 16, False: 5}
_FAR = 40
_DISTRICTS = "省市区區县縣州镇鎮旗都道府県村町"
_DISTRICT = re.compile(rf".{{1,11}}[{_DISTRICTS}](?!.*[{_DISTRICTS}])")

_GAP = re.compile(rf"(?: {{1,2}}|-)(?={_LETTER})")
_STOPPED_GAP = re.compile(rf"\.? ?(?={_LETTER})")
_JOINED_ON = re.compile(r"[0-9_@]|\.[^\W_]")
_COMMA = re.compile(rf" ?, ?(?={_LETTER})")
_OVER = re.compile(r" {0,3}(?:[\n.,;|)\]!]|$)")
_MOST_WORDS = 4
_MOST_SMALL = 3
_MOST_PARTS = 3
_SHORTEST = 2


class Manner(NamedTuple):
    """How a place must be written to be one.

    Attributes
    ----------
    words : PlaceWords
    small : int
        Most words of a name that nothing but its place marks as one; 0: a capital must.
    caseless : bool
        Whether a name in a script without capitals counts.
    telling : bool
        Whether a capital tells anything in this line.
    commas : bool
        Whether a comma may stand inside a name.
    """

    words: PlaceWords
    small: int
    caseless: bool
    telling: bool
    commas: bool


def name_end(text: str, start: int, manner: Manner) -> int | None:
    """Find where a place's name ends.

    Parameters
    ----------
    text : str
        Unified, what else was found in it blanked.
    start : int
        Where the name may begin.
    manner : Manner

    Returns
    -------
    int or None
        None where no name begins there.
    """
    run = _RUN.match(text, start, start + _FAR)
    end = _run_end(run.group(), manner) if run else _words_end(text, start, manner)
    if end is None:
        return None
    if run:
        end += start
    name = lowered(text[start:end])
    if name in manner.words.nowhere or len(name) < _SHORTEST:
        return None
    return end


def _run_end(run: str, manner: Manner) -> int | None:
    """Find where a name in a script without spaces ends, counted from its beginning."""
    if not manner.caseless:
        return None
    ends = (run.find(stop) for stop in manner.words.stops if stop in run)
    name = run[: min(ends, default=len(run))].rstrip("-·")
    southern = name < "\u2000"
    if southern and len(run) > _FAR // 2 and len(name) == len(run):
        return None
    if len(name) <= _LONGEST_RUN[southern]:
        return len(name) or None
    district = None if southern else _DISTRICT.match(name[:12])
    return district.end() if district else None


def _words_end(text: str, start: int, manner: Manner) -> int | None:
    """Find where a name in words ends, parts behind commas included."""
    end = _part_end(text, start, manner)
    parts = 1
    while end is not None and manner.commas and parts < _MOST_PARTS:
        comma = _COMMA.match(text, end)
        further = _part_end(text, comma.end(), manner) if comma else None
        if further is None or not _OVER.match(text, further):
            break
        end, parts = further, parts + 1
    return end


def _part_end(text: str, start: int, manner: Manner) -> int | None:
    """Find where the words of a name end."""
    words = _words(text, start, manner.words.stops)
    if not words:
        return None
    small = [word.group() for word in words]
    if manner.telling and (many := _capitalised(small, manner.words.inside)):
        named = sum(word[:1].isupper() for word in small[:many])
        return words[many - 1].end() if named <= _MOST_WORDS else None
    is_caseless = not any(word.lower() != word.upper() for word in small)
    if is_caseless and not manner.caseless:
        return None
    allowed = max(manner.small, _MOST_SMALL * is_caseless)
    return words[-1].end() if len(words) <= allowed else None


def _words(text: str, start: int, stops: frozenset[str]) -> list[re.Match[str]]:
    """List the words from a place on, up to one that no name holds; a few more than names have."""
    words: list[re.Match[str]] = []
    while len(words) < 2 * _MOST_WORDS and (word := _WORD.match(text, start)):
        written = lowered(word.group())
        if written in stops:
            break
        stopped = written in ABBREVIATIONS
        if not stopped and _JOINED_ON.match(text, word.end()):
            break
        words.append(word)
        gap = (_STOPPED_GAP if stopped else _GAP).match(text, word.end())
        if gap is None:
            break
        start = gap.end()
    return words


def _capitalised(words: list[str], inside: frozenset[str]) -> int:
    """Count the words that make a name with capitals: small ones only before a capital."""
    many = 0
    for nth, word in enumerate(words):
        if word[0].isupper():
            many = nth + 1
        elif lowered(word) not in inside:
            break
    return many
