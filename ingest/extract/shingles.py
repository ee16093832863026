"""Texts as sets of numbered shingles: word pairs, or runs of characters where no spaces part words.

Everything is arithmetic on code points with fixed constants, so that the same text gives the
same numbers in every process, on every machine and with every version of the libraries.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ingest.extract.kept import kept_codes

Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]

_MAPPED = 0x20000
_OTHER, _WORD, _SYLLABLE, _DROPPED = 0, 1, 2, 3
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x19E0, 0x19FF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D),
    (0x20000, 0x2FFFF),
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: scripts without spaces between words."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_PAIR = np.uint64(0xC2B2AE3D27D4EB4F)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)


class Shingled(NamedTuple):
    """Texts as shingles, one text after the other.

    Attributes
    ----------
    words, characters : ndarray of int64, shape (texts,)
        Tokens of each text: words, and characters of scripts without spaces.
    hashes : ndarray of uint64, shape (shingles,)
        Shingles in order of the texts.
    counts : ndarray of int64, shape (texts,)
        How many of them each text has.
    whole : ndarray of uint64, shape (texts,)
        Fingerprint of each text's tokens in their order.
    """

    words: npt.NDArray[np.int64]
    characters: npt.NDArray[np.int64]
    hashes: Hashes
    counts: npt.NDArray[np.int64]
    whole: Hashes


def shingle(codes: Codes, starts: npt.NDArray[np.int64]) -> Shingled:
    """Cut texts into shingles.

    Parameters
    ----------
    codes : ndarray of uint32, shape (n,)
        Code points of all texts, one after the other, with a line break after each.
    starts : ndarray of int64, shape (texts,)
        Where each text begins.

    Returns
    -------
    Shingled
        Case, accents, compatibility forms and punctuation are folded away. A shingle is two
        words, or three characters of a script without spaces, or a word beside such a character.
    """
    entries = _table()[codes]
    kind = (entries & np.uint32(3)).astype(np.uint8)
    dropped = kind == _DROPPED
    if dropped.any():
        starts = starts - np.append(0, np.cumsum(dropped))[starts]
        entries, kind = entries[~dropped], kind[~dropped]
    first, last = _tokens(kind)
    tokens = _mix(_ranges(entries.astype(np.uint64), first, last))
    is_syllable = kind[first] == _SYLLABLE
    edges = np.append(np.searchsorted(first, starts), len(first))
    owner = np.repeat(np.arange(len(starts)), np.diff(edges))
    hashes, owners = _pairs(tokens, is_syllable, owner)
    return Shingled(
        np.bincount(owner[~is_syllable], minlength=len(starts)),
        np.bincount(owner[is_syllable], minlength=len(starts)),
        hashes,
        np.bincount(owners, minlength=len(starts)),
        _mix(_ranges(tokens, edges[:-1], edges[1:])),
    )


def _tokens(kind: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where tokens begin and end: runs of letters, single characters of unspaced scripts."""
    is_word = kind == _WORD
    is_single = kind == _SYLLABLE
    begins = is_word | is_single
    ends = begins.copy()
    inside = is_word[1:] & is_word[:-1]
    begins[1:] &= ~inside
    ends[:-1] &= ~inside
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


def _ranges(values: Hashes, first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]) -> Hashes:
    """One number per range of values from what they are and their order.

    The value of a range is its polynomial in `_BASE`, taken as the difference of two running
    sums and divided by the power at which the range begins, all modulo 2^64.
    """
    powers, inverses = _powers(1 << max(20, len(values).bit_length()))
    sums = np.zeros(len(values) + 1, dtype=np.uint64)
    np.cumsum((values + np.uint64(1)) * powers[: len(values)], out=sums[1:])
    return (sums[last] - sums[first]) * inverses[first]


@lru_cache(maxsize=1)
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Powers of `_BASE` and of its inverse modulo 2^64."""
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    powers = np.full(count, _BASE)
    inverses = np.full(count, inverse)
    powers[0] = inverses[0] = 1
    return np.cumprod(powers), np.cumprod(inverses)


def _pairs(
    tokens: Hashes, is_syllable: npt.NDArray[np.bool_], owner: npt.NDArray[np.int64]
) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """Shingles of neighbouring tokens of one text, and whose they are."""
    if len(tokens) < 2:
        return np.array([], dtype=np.uint64), np.array([], dtype=np.int64)
    hashes = _mix(tokens[:-1] * _PAIR + tokens[1:])
    same = owner[:-1] == owner[1:]
    characters = is_syllable[:-1] & is_syllable[1:] & same
    triple = np.zeros(len(hashes), dtype=bool)
    triple[:-1] = characters[:-1] & characters[1:]
    hashes[:-1] = np.where(triple[:-1], _mix(hashes[:-1] * _PAIR + tokens[2:]), hashes[:-1])
    kept = same & (triple | ~characters)
    return hashes[kept], owner[:-1][kept]


def _mix(values: Hashes) -> Hashes:
    """Spread every bit over all others (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * _MIX_1
    values = (values ^ (values >> np.uint64(27))) * _MIX_2
    return values ^ (values >> np.uint64(31))


@cache
def _table() -> Codes:
    """Tabulate what code points are folded to (upper bits) and their kinds (two lowest bits)."""
    return kept_codes("shingled", __file__, _make_table)


def _make_table() -> Codes:
    """Make that table."""
    plain = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    kinds = np.full(len(plain), _OTHER, dtype=np.uint32)
    for code in range(_MAPPED):
        if 0x3400 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7A3:
            continue
        plain[code] = _folded(chr(code))
        kinds[code] = _kind(chr(plain[code]), chr(code))
    kinds[0xAC00:0xD7A4] = _WORD
    for first, last in _UNSPACED:
        letters = kinds[first : last + 1]
        letters[(letters == _WORD) | (np.arange(first, last + 1) >= 0x3400)] = _SYLLABLE
    return plain << np.uint32(2) | kinds


def _folded(character: str) -> int:
    """Write a character plainly: compatibility form, case and Latin accents gone."""
    folded = unicodedata.normalize("NFKC", character).casefold()
    base = unicodedata.normalize("NFD", folded[:1])
    if len(base) > 1 and all("\u0300" <= mark <= "\u036f" for mark in base[1:]):
        folded = base[0]
    digit = unicodedata.decimal(folded, None) if len(folded) == 1 else None
    if digit is not None:
        return ord("0") + digit
    return ord(folded) if len(folded) == 1 else ord(character)


def _kind(folded: str, character: str) -> int:
    """Whether a character is part of a word, part of nothing, or to be left out."""
    if "\u0300" <= character <= "\u036f" or unicodedata.category(character) == "Cf":
        return _DROPPED
    if "\ufe00" <= character <= "\ufe0f" or character == "\u20e3":
        return _DROPPED
    return _WORD if unicodedata.category(folded)[0] in "LNM" else _OTHER
