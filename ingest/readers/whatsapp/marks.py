"""Characters without a width, and the other shapes of spaces, hyphens and digits."""

from __future__ import annotations

import unicodedata

import polars as pl

_MARKS = [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
MARKS = "".join(rf"\x{{{code:x}}}" for code in _MARKS)
"""Marks that say which way to write, as they stand in a class of a pattern."""

SPACES = "\u00a0\u202f\u2009"
HYPHENS = "\u2010\u2011"
_LAST_DIGIT = 0x1FBFA
_PLAIN = {
    **{
        chr(code): str(unicodedata.decimal(chr(code)))
        for code in range(0x80, _LAST_DIGIT)
        if unicodedata.decimal(chr(code), None) is not None
    },
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(map(chr, _MARKS), ""),
}
_TRANSLATION = str.maketrans(_PLAIN)
_BARE = str.maketrans(
    {**dict.fromkeys(SPACES, " "), **dict.fromkeys(map(chr, _MARKS), "")},
)


def plain(text: str) -> str:
    """Copy a text without marks, with plain spaces, hyphens and digits."""
    return text.translate(_TRANSLATION)


def bare(name: str) -> str:
    """Write a name as `unmarked` does."""
    return name.translate(_BARE).strip()


def plain_copies(texts: pl.Series) -> pl.Series:
    """Copy texts as `plain` does."""
    foreign = texts.str.contains(r"[^\x00-\x7f]").fill_null(False)
    if not foreign.any():
        return texts
    copies = texts.filter(foreign).str.replace_many(_PLAIN)
    return texts.clone().scatter(foreign.arg_true(), copies)


def unmarked(text: pl.Expr) -> pl.Expr:
    """Write a name or phrase without marks, with plain spaces and none at its ends."""
    return (
        text.str.replace_all(f"[{MARKS}]", "").str.replace_all(f"[{SPACES}]", " ").str.strip_chars()
    )
