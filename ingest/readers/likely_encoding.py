"""Which encoding bytes that are no UTF-8 may be in: a hint for a person, never used unasked."""

from __future__ import annotations

import re

_HIGH = re.compile(rb"[\x80-\xff]+")
_COMMON_CHINESE = frozenset([*range(0xA1, 0xA4), *range(0xB0, 0xD8)])
_MOSTLY = 0.8
_LETTERS = 0.6


def likely_encoding(data: bytes) -> str | None:
    """Tell which common encoding would make words of bytes.

    Parameters
    ----------
    data : bytes
        A stretch of the file that holds bytes over 127.

    Returns
    -------
    str or None
        ``gb18030`` where such bytes make common Chinese signs, ``cp1251`` where they make whole
        words, ``cp1252`` where many stand alone among Latin letters; None where the text they give
        is not mostly letters, or where most of it is UTF-8 after all.
    """
    runs = _HIGH.findall(data)
    if not runs or _is_mostly_utf8(data):
        return None
    alone = sum(len(run) == 1 for run in runs) / len(runs)
    of_words = "cp1252" if alone >= _MOSTLY / 2 else "cp1251"
    guess = "gb18030" if _are_pairs(runs) else of_words
    return guess if _makes_letters(runs, guess) else None


def _are_pairs(runs: list[bytes]) -> bool:
    """Whether bytes stand in pairs that are common Chinese signs."""
    whole = [run for run in runs if len(run) % 2 == 0]
    leads = b"".join(run[::2] for run in whole)
    common = sum(byte in _COMMON_CHINESE for byte in leads)
    return len(whole) >= _MOSTLY * len(runs) and common >= _MOSTLY * len(leads)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether more of what is no ASCII reads as UTF-8 than does not."""
    beyond = [letter for letter in data.decode("utf-8", errors="replace") if letter > "\x7f"]
    return 2 * beyond.count("\ufffd") < len(beyond)


def _makes_letters(runs: list[bytes], encoding: str) -> bool:
    """Whether bytes read in an encoding are mostly letters."""
    text = b"".join(runs).decode(encoding, errors="replace")
    return sum(letter.isalpha() for letter in text) >= _LETTERS * len(text)
