"""Where in a text the words stand that were looked for, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA

from graph.lookup.lucene import MARKS, edits, words_of
from graph.searchable import searchable

BEFORE, AFTER = 80, 160
_TOKEN = re.compile(rf"[\w{MARKS}]+(?:['’.][\w{MARKS}]+)*|[^\w\s]")
_LONGEST_LOOKED_THROUGH = 20_000


@dataclass(frozen=True)
class Excerpt:
    """A part of a text.

    Attributes
    ----------
    written : tuple of str
        The words that were found, as the text writes them.
    around : str
        The first of them and what stands around it, on one line; an ellipsis where more comes.
    is_near : bool
        The text writes one of the words otherwise than it was looked for, or lacks it.
    """

    written: tuple[str, ...]
    around: str
    is_near: bool


class _Token(NamedTuple):
    """A word of a text, as it is compared, and where it stands."""

    start: int
    end: int
    plain: str


def excerpt(text: str | None, looked_for: str) -> Excerpt | None:
    """Find words in a text.

    Parameters
    ----------
    text : str or None
    looked_for : str
        What a person typed.

    Returns
    -------
    Excerpt or None
        Each word where it first stands as typed, or begins one; else where it stands nearly. None
        where the text has none of them.
    """
    wanted = [plain(word) for word in words_of(looked_for)]
    if not text or not wanted:
        return None
    text = text[:_LONGEST_LOOKED_THROUGH]
    tokens = [_Token(*found.span(), plain(found[0])) for found in _TOKEN.finditer(text)]
    exact = [_first(tokens, word) for word in wanted]
    near = [
        None if there else nearest([token.plain for token in tokens], word)
        for word, there in zip(wanted, exact, strict=True)
    ]
    places = [*filter(None, exact), *(tokens[found[0]] for found in near if found)]
    if not places:
        return None
    found = sorted(set(places))
    written = dict.fromkeys(text[token.start : token.end] for token in found)
    first = min(filter(None, exact), default=found[0])
    return Excerpt(tuple(written), around(text, first.start, first.end), is_near=not all(exact))


def _first(tokens: Sequence[_Token], word: str) -> _Token | None:
    """Find the first token that is a word or begins with it; in unspaced scripts, that has it."""
    is_unspaced = not word.isascii()
    for token in tokens:
        if token.plain.startswith(word) or (is_unspaced and word in token.plain):
            return token
    return None


def around_written(text: str | None, written: str) -> str | None:
    """Give what stands around a piece of a text; None where it is not in it."""
    place = (text or "").find(written)
    return None if not text or place < 0 else around(text, place, place + len(written))


def around(text: str, start: int, end: int) -> str:
    """Cut what stands around a place out of a text, at blanks, on one line."""
    first, last = max(0, start - BEFORE), min(len(text), end + AFTER)
    if first and (blank := text.find(" ", first, start)) >= 0:
        first = blank + 1
    if last < len(text) and (blank := text.rfind(" ", end, last)) >= 0:
        last = blank
    cut = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{cut}{' …' if last < len(text) else ''}"


def nearest(tokens: Sequence[str], word: str) -> tuple[int, int] | None:
    """Find the token least unlike a word, and in how many places; None where all are too unlike."""
    allowed = edits(word)
    best: tuple[int, int] | None = None
    for place, token in enumerate(tokens):
        if abs(len(token) - len(word)) > allowed:
            continue
        unlike = OSA.distance(token, word, score_cutoff=allowed)
        if unlike <= allowed and (best is None or unlike < best[1]):
            best = place, unlike
    return best


def plain(word: str) -> str:
    """Write a word as it is compared."""
    return searchable(word).replace(" ", "") or word.lower()


def fitting(names: Sequence[str], looked_for: str) -> str | None:
    """Choose the name that fits best what was typed; None where none has any of its words."""
    wanted = [plain(word) for word in words_of(looked_for)]
    scored = [(_fit(name, wanted), name) for name in names]
    best = max(scored, key=lambda each: each[0], default=(0.0, ""))
    return best[1] if best[0] > 0 else None


def _fit(name: str, wanted: Sequence[str]) -> float:
    """How many of the words a name has, those only nearly as half."""
    tokens = [plain(found[0]) for found in _TOKEN.finditer(name)]
    tokens += searchable(name).split()
    whole = plain(name)
    points = 0.0
    for word in wanted:
        if any(token.startswith(word) for token in tokens) or (
            not word.isascii() and word in whole
        ):
            points += 1
        elif nearest(tokens, word):
            points += 0.5
    return points
