"""Words that announce a number, found in a text, and where the number begins after them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.extract.folding import IGNORED
from ingest.extract.lexicon.cues import Cues

_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
"""Letters of scripts in which words stand without spaces between them."""

NUMBER_WORDS = (
    "n\\.o|no|nos|nr|nro|num|number|nomor|nomer|nombor|nummer|numero|número|numéro|n°|núm|n[úu]m|№|n|"
    "namba|nambari|номер|"
    "id|ids|code|kode|codigo|código|is|are|was|ist|est|es|é|adalah|yaitu|ialah|là|số|so|"
    "เลขที่|หมายเลข|เลข|คือ|号码|号|號|编号|是|为|رقم"
)
"""Words that may stand between the word that announces a number and the number."""

_FILLER = re.compile(
    rf"(?:[^\w\x00+@$€£¥₫฿₹•…]|_|(?:{NUMBER_WORDS})(?![^\W\d_])){{0,12}}",
    re.IGNORECASE,
)
_FARTHEST = 32
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_WORD = re.compile(NUMBER_WORDS, re.IGNORECASE)
_COUNTRIES_TOO = frozenset({"ES", "IS", "SO", "EST"})


class Cue(NamedTuple):
    """A word that announces a number, at its place in a text.

    Attributes
    ----------
    start, end : int
        Character offsets.
    family : str
        Kind as the lexicon calls it, without what the word tells.
    tells : str or None
        Country or register that the word tells (``ID`` of the lexicon's ``account-ID``).
    word : str
        In lower case.
    """

    start: int
    end: int
    family: str
    tells: str | None
    word: str


class Announcer:
    """Words that announce numbers, all sought at once.

    Parameters
    ----------
    words : iterable of (str, str)
        Kind and word (lower case, unified). Where one word is given for two kinds, the first
        counts.
    """

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        kinds: dict[str, str] = {}
        for kind, word in words:
            kinds.setdefault(word, kind)
        self._words = list(kinds)
        self._told = [
            (kind.partition("-")[0], kind.partition("-")[2] or None) for kind in kinds.values()
        ]
        self._bounded = [
            (_is_spaced(word[0]), _is_spaced(word[-1])) for word in self._words
        ]  # fmt: skip
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard)

    def cues(self, text: str) -> list[Cue]:
        """Find the words in a text.

        Returns
        -------
        list of Cue
            In order and apart from each other; of words that begin together the longest. In
            scripts with spaces a word counts only as a whole; digits may follow it directly.
        """
        small = text.lower()
        if len(small) != len(text):
            small = "".join(letter.lower()[:1] or letter for letter in text)
        hits = self._automaton.find_matches_as_indexes(small, overlapping=True)
        found: list[Cue] = []
        last = 0
        for start, end, place in sorted((start, -end, place) for place, start, end in hits):
            if start >= last and self._is_whole(small, start, -end, place):
                found.append(Cue(start, -end, *self._told[place], self._words[place]))
                last = -end
        return found

    def _is_whole(self, text: str, start: int, end: int, place: int) -> bool:
        """Whether no letter of a longer word stands beside a hit."""
        before, after = self._bounded[place]
        beside = text[start - 1] if start else " "
        if before and (_is_spaced(beside) or beside.isdecimal() or beside == "_"):
            return False
        return not (after and end < len(text) and _is_spaced(text[end]))


@lru_cache(maxsize=64)
def words_of(cues: Cues, families: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Kinds and words of some families of kinds (``account`` also means ``account-ID``)."""
    return tuple(
        (kind, word)
        for kind, words in cues.words
        if kind.partition("-")[0] in families
        for word in words
    )


def number_start(text: str, end: int) -> int | None:
    """Give the place where the number begins that a word announces.

    Parameters
    ----------
    text : str
        Unified.
    end : int
        Where the word ends.

    Returns
    -------
    int or None
        None where anything but marks and words for number stands between, or two line breaks.
    """
    gap = _FILLER.match(text, end, end + _FARTHEST)
    if gap is None or gap.group().count("\n") > 1:
        return None
    return _before_letters(text, gap)


def _before_letters(text: str, gap: re.Match[str]) -> int:
    """Leave capitals that begin the number itself (``no NO 23``, ``ID-24``, ``ES 89``)."""
    words = list(_WORD.finditer(text, max(0, gap.start() - 4), gap.end()))
    if not words or not words[-1].group().isupper() or words[-1].start() < gap.start():
        return gap.end()
    last = words[-1]
    before = words[-2].group() if len(words) > 1 else ""
    is_second = _NUMBER_WORD.fullmatch(before) is not None and not before.isupper()
    is_joined = text[last.end() : last.end() + 1] in ("-", "/")
    is_country = last.group() in _COUNTRIES_TOO
    return last.start() if is_second or is_joined or is_country else gap.end()


def names_number(gap: str) -> bool:
    """Whether marks or words between a word and a number say that a number follows."""
    return bool(gap.strip(f" \t{IGNORED}"))


def _is_spaced(letter: str) -> bool:
    """Whether a character is a letter of a script with spaces between words."""
    return letter.isalpha() and not _UNSPACED.match(letter)
