"""One way of writing: every character of a text mapped to one character, so that offsets stay."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt
import polars as pl

from ingest.extract.kept import kept_codes

IGNORED = "\u2060"
"""What characters that show nothing (zero width, variation selectors, keycaps) are mapped to."""

_MAPPED = 0x20000
_IGNORABLE = {0x00AD, 0x034F, 0x061C, 0x180E, 0x20E3, 0xFEFF}
_DASHES = {0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D}


def codes_of(text: str) -> npt.NDArray[np.uint32]:
    """Code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def unify(text: str) -> str:
    """Write digits, letters, dashes, spaces and invisible characters one way each.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Of the same length. Digits of every script become ASCII, compatibility forms (full
        width, mathematical) their plain letters, dashes a hyphen, spaces a space, what shows
        nothing `IGNORED`. Case and line breaks stay.
    """
    if text.isascii():
        return text
    return _plain()[codes_of(text)].tobytes().decode("utf-32-le", "surrogatepass")


def unify_all(texts: pl.Series) -> pl.Series:
    """Write many texts one way; see `unify`.

    Parameters
    ----------
    texts : Series of str
        Without nulls.

    Returns
    -------
    Series of str
        In the same order.
    """
    odd = texts.str.contains(r"[^\x00-\x7f]")
    changed = texts.filter(odd)
    joined = unify("\n".join(changed.to_list()))
    plain: list[str] = []
    start = 0
    for size in changed.str.len_chars().to_list():
        plain.append(joined[start : start + size])
        start += size + 1
    out = texts.to_list()
    for place, text in zip(odd.arg_true().to_list(), plain, strict=True):
        out[place] = text
    return pl.Series(texts.name, out, dtype=pl.String)


@cache
def _plain() -> npt.NDArray[np.uint32]:
    """Table of what each code point is written as."""
    return kept_codes("plain", __file__, _make_plain)


def _make_plain() -> npt.NDArray[np.uint32]:
    """Make that table; beyond `_MAPPED` nothing changes."""
    table = np.arange(sys.maxunicode + 1, dtype="<u4")
    for code in range(0x80, _MAPPED):
        if not 0x3400 <= code <= 0x9FFF and not 0xAC00 <= code <= 0xD7A3:
            table[code] = _plain_code(code)
    return table


def _plain_code(code: int) -> int:
    """How one character is written."""
    if code in _DASHES:
        return ord("-")
    if code in _IGNORABLE or 0xFE00 <= code <= 0xFE0F or unicodedata.category(chr(code)) == "Cf":
        return ord(IGNORED)
    character = chr(code)
    if unicodedata.category(character) == "Zs":
        return ord(" ")
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return ord("0") + digit
    folded = unicodedata.normalize("NFKC", character)
    return ord(folded) if len(folded) == 1 else code
