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
_SPACES = re.compile(rf"[ {IGNORED}]{{0,3}}")
_BEFORE_REVERSED = re.compile(r"[ /]{0,2}([^\W\d_]{1,12})")
_MOST_BETWEEN = 2
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
    announced = {cue.start for cue in cues if cue.family != "colons"}
    for cue in cues:
        if cue.start < last:
            continue
        start, end = _name_after(text, cue) or (0, 0)
        if end and start not in announced:
            last = end
            name = " ".join(text[start:end].replace(IGNORED, "").split())
            yield Place(start, end, name, cue.word)


def _name_after(text: str, cue: Cue) -> tuple[int, int] | None:
    """Find the name that a word announces."""
    words = WORDS[cue.tells]
    gap = _GAP.match(text, cue.end)
    is_marked = cue.family == MARK or bool(gap and gap["mark"])
    if gap is None or not _announces(text, cue, words, is_marked=is_marked):
        return None
    start = _behind_between(text, gap.end(), words)
    end = name_end(text, start, _manner(text, cue, words, is_marked=is_marked))
    return (start, end) if end else None


def _announces(text: str, cue: Cue, words: PlaceWords, *, is_marked: bool) -> bool:
    """Whether a word announces a place here."""
    if cue.family == "colons" and not is_marked:
        return False
    if cue.family == "capitals" and not (is_marked or text[cue.start : cue.end].isupper()):
        return False
    before = text[max(0, cue.start - 16) : cue.start]
    word = _BEFORE_REVERSED.match(before[::-1])
    if word is None:
        return True
    written = lowered(word[1][::-1])
    return not any(
        written == refused or ((ord(refused[0]) > 0x2000 or "\u0e00" < refused[0] < "\u1100")
        and written.endswith(refused))
        for refused in words.refused
    )  # fmt: skip


def _behind_between(text: str, start: int, words: PlaceWords) -> int:
    """Pass over words that may stand before a place."""
    for _ in range(_MOST_BETWEEN):
        longest = max(
            (word for word in words.between if lowered(text[start : start + len(word)]) == word),
            key=len,
            default="",
        )
        after = start + len(longest)
        gap = _SPACES.match(text, after)
        if not longest or gap is None or (gap.end() == after and longest < "\u0e00"):
            break
        start = gap.end()
    return start


def _manner(text: str, cue: Cue, words: PlaceWords, *, is_marked: bool) -> Manner:
    """Tell how a name must be written behind a word that announces one."""
    begin, end = text.rfind("\n", 0, cue.start) + 1, text.find("\n", cue.end)
    line = text[begin : end if end >= 0 else len(text)]
    is_alone = cue.family != MARK or sum(map(text.count, MARKS)) == 1
    small = {"plain": 3 if is_marked else 2, "labels": 3 * is_marked, MARK: 2 * is_alone}
    return Manner(
        words=words,
        small=small.get(cue.family, 0),
        caseless=is_marked or cue.family == "plain",
        telling=any(letter.islower() for letter in line),
        commas=cue.tells != _OF_NOUNS_WITH_CAPITALS,
    )
