"""Signs that a text may hold a number that is not written as plain digits."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ingest.extract.folding import IGNORED
from ingest.extract.phones.vocabulary import (
    BARS,
    LOOK_ALIKES,
    SIGNS,
    read_cluster,
    vocabulary,
)

_LETTERS = "".join(sign for sign in LOOK_ALIKES if sign not in SIGNS + BARS)
_ALIKE = _LETTERS + re.escape(BARS) + SIGNS + "".join(vocabulary().numerals)
_LEAST_LETTERS = 3
_LONG = 12
_TOKEN = re.compile(r"[0-9]+|[^\s0-9!-/:-@\[-`{-~\x00\u2010-\u2060\u3000-\u303f]+")


@cache
def may_hold() -> str:
    """Regular expression without look-around for texts that may hold a disguised number."""
    words = "|".join(
        word for word in vocabulary().written if len(word) >= _LEAST_LETTERS or not word.isascii()
    )
    word = rf"(?:{words}|{'|'.join(vocabulary().native)})"
    gap = r"[^\pL\pM0-9\x00\n]{0,3}"
    alike = f"[{_ALIKE}]"
    odd = rf"[^\pL\pM0-9\s.()+,:;'&/{IGNORED}\x00-]"
    return (
        rf"[0-9]{IGNORED}{{0,2}}{alike}|{alike}[0-9]"
        rf"|[0-9][ .-]{{1,3}}{alike}(?:[^\pL]|$)|(?:^|[^\pL]){alike}[ .-]{{1,2}}[0-9]"
        rf"|[0-9] ?{odd}{{1,6}} ?[0-9]|[0-9],[0-9],[0-9]"
        rf"|{_numerals()}"
        rf"|(?i:{word}{gap}(?:{word}|[0-9])|[0-9]{gap}{word})"
    )


def stand_in(text: str) -> bool:
    """Whether a text, as `folding.unify` writes it, may hold a disguised number."""
    if _beside_digits().search(text) is not None:
        return True
    if not text.isascii() and _without_spaces().search(text) is not None:
        return True
    words = _TOKEN.findall(text.lower())
    if not _digit_words().isdisjoint(words):
        return _stand_together(words)
    return any(map(_is_of_digit_words, words))


@cache
def _beside_digits() -> re.Pattern[str]:
    """Look-alikes, words and odd separators beside a digit."""
    alike = _ALIKE
    odd = rf"(?:[^\w\s.()+,:;'&/{IGNORED}\x00-]|_)"
    return re.compile(
        rf"[0-9]{IGNORED}{{0,2}}(?:[{alike}]|[^\W\d_]{{3}}| ?{odd}{{1,6}} ?[0-9]|,[0-9],[0-9]"
        rf"|[ .-]{{1,3}}[{alike}](?![^\W\d_]))"
        rf"|(?<![0-9])[0-9](?:(?<=[{alike}].)|(?<=[{alike}][ .-].)(?<![^\W\d_]...))"
    )


@cache
def _without_spaces() -> re.Pattern[str]:
    """Numerals in a row, and words of scripts that put no spaces between words."""
    return re.compile(rf"{_numerals()}|{'|'.join(vocabulary().native)}")


def _numerals() -> str:
    """Five numerals in a row, all but the first of which may be digits."""
    signs = "".join(vocabulary().numerals)
    return rf"[{signs}](?:[ .-]{{0,2}}[{signs}0-9]){{4}}"


@cache
def _digit_words() -> frozenset[str]:
    """Words for digits, with and without accents."""
    return frozenset(vocabulary().written)


def _is_of_digit_words(word: str) -> bool:
    """Whether words for digits are written without spaces between them."""
    return len(word) >= _LONG and word.isalpha() and bool(read_cluster(word))


def _stand_together(words: list[str]) -> bool:
    """Whether a word for a digit stands beside another or beside digits."""
    known = _digit_words()
    return any(
        (one in known and (other in known or other[0].isdecimal()))
        or (other in known and one[-1].isdecimal())
        for one, other in pairwise(words)
    )
