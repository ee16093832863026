"""Signs that a text may hold a number that is not written as plain digits."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.folding import IGNORED
from ingest.extract.phones.vocabulary import BARS, LOOK_ALIKES, SIGNS, vocabulary

_LETTERS = "".join(sign for sign in LOOK_ALIKES if sign not in SIGNS + BARS)
_LEAST_LETTERS = 3


@cache
def may_hold() -> str:
    """Regular expression without look-around for texts that may hold a disguised number.

    Returns
    -------
    str
        Seven digits, look-alikes or numerals near one another; or two words for digits, or a
        word and a digit, side by side.
    """
    sign = f"[0-9{_LETTERS}{re.escape(BARS)}{SIGNS}{''.join(vocabulary().numerals)}]"
    return rf"{sign}(?:[^\pL\pM0-9\x00\n]{{0,6}}{sign}){{6}}|(?i:{_side_by_side('')})"


@cache
def _signs() -> re.Pattern[str]:
    """Compile the signs that show in the text itself."""
    alike = _LETTERS + re.escape(BARS) + SIGNS + "".join(vocabulary().numerals)
    odd = rf"(?:[^\w\s.()+,:;'&/{IGNORED}\x00-]|_)"
    return re.compile(
        rf"[0-9](?:[{alike}]| ?{odd}{{1,6}} ?[0-9]|[ .-]{{1,3}}[{alike}](?![^\W\d_]))"
        rf"|[{alike}](?:(?=[0-9])|(?<![^\W\d_].)[ .-]{{1,3}}(?=[0-9]))"
        rf"|[{''.join(vocabulary().numerals)}]{{4}}"
        rf"|[0-9],[0-9],[0-9]"
    )


@cache
def _words() -> re.Pattern[str]:
    """Compile two words for digits, or a word and a digit, side by side."""
    return re.compile(_side_by_side(r"(?<![^\W\d_])"), re.IGNORECASE)


def stand_in(text: str) -> bool:
    """Whether a text, as `folding.unify` writes it, may hold a disguised number."""
    return _signs().search(text) is not None or _words().search(text) is not None


def _side_by_side(begins: str) -> str:
    """Two words for digits, or one beside a digit, with little between them."""
    words = "|".join(word for word in vocabulary().written if len(word) >= _LEAST_LETTERS)
    gap = r"[^\w\x00\n]{0,3}"
    return rf"{begins}(?:{words}){gap}(?:{words}|[0-9])|[0-9]{gap}(?:{words})"
