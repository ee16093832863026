"""Where a text says that somebody or something is, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ingest.extract.announced import Announcer, Cue
from ingest.extract.folding import IGNORED
from ingest.extract.goods.places_names import Manner, name_end
from ingest.extract.goods.places_words import MARK, MARKS, WORDS, PlaceWords, announcing
from ingest.extract.goods.wording import lowered
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting
from ingest.extract.signs import Signs

_MARK = "".join(sorted(MARKS))
_GAP = re.compile(
    rf"[ {IGNORED}*\"'(]{{0,4}}(?P<mark>:|=|->|=>|- |[{_MARK}])?[ {IGNORED}:>*\"'({_MARK}]{{0,5}}"
)
_BEFORE_REVERSED = re.compile(r"[ /]{0,2}([^\W\d_]{1,12})")
_NEAR = 16
_MOST_MARKS = 2
_LONG_LINE = 200
_OF_NOUNS_WITH_CAPITALS = "de"


class Place(NamedTuple):
    """A place that a text names as where somebody or something is.

    Attributes
    ----------
    start, end : int
        Character offsets of its name into the text that was searched.
    place : str
        The name as written, of one line and with single spaces.
    cue : str
        The words or the sign that announce it, in lower case.
    """

    start: int
    end: int
    place: str
    cue: str


@cache
def _announcer() -> Announcer:
    """Find the words that announce a place."""
    return Announcer(announcing())


def may_hold(_: Cues) -> Signs:
    """What a text with such a place shows."""
    return Signs(words=tuple(sorted({word for _, word in announcing()})))


def find(text: str, _: Setting) -> Iterator[Place]:
    """Find places in a unified text from which everything else that was found is blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.

    Yields
    ------
    Place
        In order and apart from each other. A name ends at the end of its line, before digits and
        before signs other than a comma or hyphen inside it. Nothing is looked up: whether there
        is such a place is not known. Cost is linear in the length of the text.
    """
    last = 0
    cues = _announcer().cues(text)
    marks = sum(cue.family == MARK for cue in cues)
    announced = {cue.start for cue in cues if cue.family != "colons"}
    for cue in cues:
        if cue.start < last:
            continue
        start, end = _name_after(text, cue, marks) or (0, 0)
        if end and start not in announced:
            last = end
            name = " ".join(text[start:end].replace(IGNORED, "").split())
            yield Place(start, end, name, cue.word)


def _name_after(text: str, cue: Cue, marks: int) -> tuple[int, int] | None:
    """Find the name that a word announces."""
    words = WORDS[cue.tells]
    gap = _GAP.match(text, cue.end)
    if cue.family == MARK and marks > _MOST_MARKS:
        return None
    is_marked = cue.family == MARK or bool(gap and gap["mark"])
    if gap is None or not _announces(text, cue, words, is_marked=is_marked):
        return None
    behind = words.between.match(text, gap.end())
    start = behind.end() if behind else gap.end()
    is_sure = is_marked and (cue.family != MARK or marks == 1)
    end = name_end(text, start, _manner(text, cue, words, is_sure=is_sure))
    return (start, end) if end else None


def _announces(text: str, cue: Cue, words: PlaceWords, *, is_marked: bool) -> bool:
    """Whether a word announces a place here."""
    if cue.family == "colons" and not is_marked:
        return False
    if cue.family == "capitals" and not (is_marked or text[cue.start : cue.end].isupper()):
        return False
    before = lowered(text[max(0, cue.start - _NEAR) : cue.start])
    if before.endswith(words.refused_joined):
        return False
    word = _BEFORE_REVERSED.match(before[::-1])
    return word is None or word[1][::-1] not in words.refused


def _manner(text: str, cue: Cue, words: PlaceWords, *, is_sure: bool) -> Manner:
    """Tell how a name must be written behind a word that announces one."""
    before = text[max(0, cue.start - _LONG_LINE) : cue.start].rpartition("\n")[2]
    line = before + text[cue.start : cue.start + _LONG_LINE].partition("\n")[0]
    small = {"plain": 3 if is_sure else 2, "labels": 3 * is_sure, MARK: 2 * is_sure}
    return Manner(
        words=words,
        small=small.get(cue.family, 0),
        caseless=is_sure or cue.family == "plain",
        telling=line.upper() != line,
        commas=cue.tells != _OF_NOUNS_WITH_CAPITALS,
    )
