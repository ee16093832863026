"""Which of many texts may hold something for a cleaner, told without reading each."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl
from ahocorasick_rs import AhoCorasick, MatchKind

_LETTERS = "[a-z]+"
_EDGED = "\x01${0}\x02"


class Signs(NamedTuple):
    """What a text shows that may hold something.

    Attributes
    ----------
    words : tuple of str
        Unified, in lower case; one of them stands in the text, whole where it begins with a Latin
        letter.
    beside : str
        Regular expression without look-around that the text matches besides; empty: none.
    alone : str
        Regular expression that is sign enough without any word; empty: none.
    """

    words: tuple[str, ...] = ()
    beside: str = ""
    alone: str = ""


def marked(texts: pl.DataFrame, signs: dict[str, Signs]) -> pl.DataFrame:
    """Mark which texts show the signs.

    Parameters
    ----------
    texts : DataFrame
        With a column ``plain``: unified texts.
    signs : dict of str to Signs
        By the name of the column to be made.

    Returns
    -------
    DataFrame
        The texts with a boolean column for each.

    Notes
    -----
    All words are sought at once, in time linear in the texts.
    """
    lower = texts["plain"].str.to_lowercase().str.replace_all(_LETTERS, _EDGED)
    worded = _worded(lower, tuple((name, sign.words) for name, sign in signs.items() if sign.words))
    return texts.with_columns(
        _shows(texts["plain"], sign, worded.get(name)).alias(name) for name, sign in signs.items()
    )


def _shows(plain: pl.Series, sign: Signs, worded: pl.Series | None) -> pl.Series:
    """Whether texts show a sign; what stands beside words is sought only where they stand."""
    if worded is None:
        return plain.str.contains(sign.alone)
    if sign.beside:
        places = worded.arg_true()
        worded = worded.scatter(places, plain.gather(places).str.contains(sign.beside))
    return worded | plain.str.contains(sign.alone) if sign.alone else worded


def _worded(
    lower: pl.Series, words: tuple[tuple[str, tuple[str, ...]], ...]
) -> dict[str, pl.Series]:
    """Mark which texts hold one of the words of each name."""
    finder = _finder(words)
    sizes = lower.str.len_chars().cast(pl.Int64).to_numpy() + 1
    ends = np.cumsum(sizes)
    hits = finder.automaton.find_matches_as_indexes("\n".join(lower), overlapping=True)
    found = np.array(hits, dtype=np.int64).reshape(-1, 3)
    places = np.searchsorted(ends, found[:, 1], side="right")
    has = np.zeros((len(words), len(lower)), dtype=bool)
    for nth, row in enumerate(has):
        row[places[finder.owners[nth][found[:, 0]]]] = True
    return {name: pl.Series(row) for (name, _), row in zip(words, has, strict=True)}


class _Finder(NamedTuple):
    """All words, and of each name which are its own."""

    automaton: AhoCorasick
    owners: list[npt.NDArray[np.bool_]]


@lru_cache(maxsize=8)
def _finder(words: tuple[tuple[str, tuple[str, ...]], ...]) -> _Finder:
    """Build what finds the words."""
    every = sorted({word for _, own in words for word in own if word})
    edged = pl.Series(every, dtype=pl.String).str.replace_all(_LETTERS, _EDGED).to_list()
    edged = [
        each if word[0].isascii() and word[0].isalnum() else each.removesuffix("\x02")
        for word, each in zip(every, edged, strict=True)
    ]
    own = [set(each) for _, each in words]
    return _Finder(
        AhoCorasick(edged, matchkind=MatchKind.Standard),
        [np.array([word in each for word in every], dtype=bool) for each in own],
    )
