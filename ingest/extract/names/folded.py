"""Texts written so that names can be found in them, with the way back to each character's place."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from ingest.extract.folding import IGNORED, codes_of, unify_all
from ingest.extract.kept import kept_codes

BREAK = "\n"
"""Stands between texts, a space on either side."""

_DROPPED = 0
_SPACE = ord(" ")
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"}
_ARABIC_MARKS = (*range(0x0610, 0x061B), 0x0640, *range(0x064B, 0x0660), 0x0670)
_COMPOSING = (0x0300, 0x0370)
_MAPPED = 0x20000


class Folded(NamedTuple):
    """Many texts as one.

    Attributes
    ----------
    text : str
        In lower case; punctuation and runs of white space one space; a space before and after
        each text, `BREAK` between two.
    places : ndarray of int64, shape (characters,)
        Where each character of ``text`` stands in the texts joined by one character each.
    starts : ndarray of int64, shape (texts,)
        Where each text begins in the texts so joined.
    """

    text: str
    places: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]


def fold_texts(texts: pl.Series) -> Folded:
    """Write texts one way for the finding of names.

    Parameters
    ----------
    texts : Series of str
        As `folding.unify` writes them; without nulls.

    Returns
    -------
    Folded
        Case, punctuation, Arabic vowel signs and what shows nothing make no difference; accents
        do, but not how they are encoded.

    Notes
    -----
    Cost is linear in the characters.
    """
    sizes = texts.str.len_chars().cast(pl.Int64).to_numpy() + 1
    starts = np.cumsum(sizes) - sizes
    codes = codes_of(BREAK.join(["", *texts.to_list(), ""]))
    breaks = np.append(starts, starts[-1] + sizes[-1]) if len(sizes) else np.zeros(2, np.int64)
    folded = _plain()[codes]
    _compose(folded)
    folded[breaks] = ord(BREAK)
    kept = folded != _DROPPED
    places = np.flatnonzero(kept)
    folded = folded[kept]
    doubled = (folded == _SPACE) & np.append(False, folded[:-1] == _SPACE)
    folded, places = folded[~doubled], places[~doubled] - 1
    text = folded.tobytes().decode("utf-32-le", "surrogatepass")
    return _padded(text, places, starts)


def fold_names(names: Sequence[str]) -> list[str]:
    """Write names as `fold_texts` writes texts, without the spaces around them; see `fold_name`."""
    if not names:
        return []
    parts = fold_texts(unify_all(pl.Series(names, dtype=pl.String))).text.split(BREAK)
    return [part.strip(" ") for part in parts[1:-1]]


def fold_name(name: str) -> str:
    """Write a name as `fold_texts` writes texts, without the spaces around it.

    >>> fold_name("Éléphant d'Afrique")
    'éléphant d afrique'
    """
    return fold_names([name])[0]


def _padded(text: str, places: npt.NDArray[np.int64], starts: npt.NDArray[np.int64]) -> Folded:
    """Have a space before and after every break, none doubled."""
    codes = codes_of(text)
    is_break = codes == ord(BREAK)
    lacks_before = is_break & np.append(False, codes[:-1] != _SPACE)
    lacks_after = is_break & np.append(codes[1:] != _SPACE, False)
    counts = 1 + lacks_before.astype(np.int64) + lacks_after.astype(np.int64)
    padded = np.repeat(codes, counts)
    own = np.cumsum(counts) - counts + lacks_before
    spaces = np.ones(len(padded), dtype=bool)
    spaces[own] = False
    padded[spaces] = _SPACE
    return Folded(
        padded.tobytes().decode("utf-32-le", "surrogatepass"), np.repeat(places, counts), starts
    )


def _compose(codes: npt.NDArray[np.uint32]) -> None:
    """Put letters and the accents that follow them together, in place."""
    marks = np.flatnonzero((codes >= _COMPOSING[0]) & (codes < _COMPOSING[1]))
    for place in marks.tolist():
        base = place - 1
        while base > 0 and codes[base] == _DROPPED:
            base -= 1
        if base < 0 or codes[base] in (_SPACE, _DROPPED):
            continue
        whole = unicodedata.normalize("NFC", chr(codes[base]) + chr(codes[place]))
        if len(whole) == 1:
            codes[base], codes[place] = ord(whole), _DROPPED


@cache
def _plain() -> npt.NDArray[np.uint32]:
    """Table of what each code point is written as."""
    return kept_codes("named", __file__, _make_plain)


def _make_plain() -> npt.NDArray[np.uint32]:
    """Make that table; beyond `_MAPPED` nothing changes."""
    table = np.arange(sys.maxunicode + 1, dtype="<u4")
    for code in range(_MAPPED):
        table[code] = _plain_code(code)
    return table


def _plain_code(code: int) -> int:
    """How one character is written."""
    character = chr(code)
    if character == IGNORED or code in _ARABIC_MARKS:
        return _DROPPED
    if character in _ARABIC:
        return ord(_ARABIC[character])
    category = unicodedata.category(character)
    if category == "Sk" and code > 0x1F000:
        return _DROPPED
    if category[0] in "PZC" or category in ("Sm", "Sk", "Sc"):
        return _SPACE
    lower = character.lower()
    return ord(lower[0])
