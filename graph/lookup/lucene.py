"""What a person types, as a query for the full-text indexes."""

from __future__ import annotations

import re
import unicodedata

from graph.searchable import searchable

LONGEST_TEXT = 300
MOST_WORDS = 20
LEAST_BEGINNING = 3
LEAST_NEAR, LEAST_NEARER, LEAST_NUMBER = 4, 8, 7
TOO_COMMON = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
    "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these",
    "they", "this", "to", "was", "will", "with",
))  # fmt: skip
"""Words that the indexes leave out."""

_PICTURES = "\u2600-\u27bf\U0001f300-\U0001faff"
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0980-\u0dff"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18-\u0fbc\u102b-\u103e"
    "\u1056-\u1059\u17b4-\u17d3"
)
"""Vowels and accents around letters, which are no letters by themselves."""

_WORD = re.compile(rf"[\w@#+{MARKS}]+(?:['’.:_-][\w@#+{MARKS}]+)*|[{_PICTURES}]")
_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|<>=@#])')
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]"  # Thai, Lao, Tibetan, Burmese, Khmer
)
_IDEOGRAPHIC = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def readable(text: str) -> str:
    """Cut what was typed to a length that can be searched, without what is no character."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")


def words_of(text: str) -> list[str]:
    """Give the words that are looked for: at most 20, without those that the indexes leave out."""
    every = _WORD.findall(unicodedata.normalize("NFC", text))
    bare = [word.lstrip("@#+") for word in every]
    return [word for word in bare if word and word.lower() not in TOO_COMMON][:MOST_WORDS]


def words_query(text: str) -> str:
    """Ask for all words of a text, each whole or as a beginning.

    Parameters
    ----------
    text : str
        What a person typed; nothing in it is taken for query syntax.

    Returns
    -------
    str
        A Lucene query; empty when the text has no word. At most 20 words count, and words of one
        or two letters only whole.

    Notes
    -----
    The index cuts Chinese and Japanese into single characters, so those are asked for as a
    phrase; it leaves Thai, Lao, Burmese and Khmer uncut, so those are looked for inside.
    """
    return " AND ".join(_either(word) for word in words_of(text))


def near_query(text: str) -> str:
    """Ask for what has all words of a text nearly, but not exactly.

    Parameters
    ----------
    text : str
        What a person typed.

    Returns
    -------
    str
        A Lucene query; empty when no word is long enough to be misspelt: of four letters or more
        one may be another, missing, too many or in the other's place, of eight two; of a number's
        seven digits or more one.
    """
    words = words_of(text)
    parts = [part for word in words for part in _parts(word)][:MOST_WORDS]
    clauses = [_near(part) for part in parts]
    if clauses == [_clause(part) for part in parts]:
        return ""
    return f"({' AND '.join(clauses)}) AND NOT ({words_query(text)})"


def edits(word: str) -> int:
    """Tell in how many places a word may be misspelt and is still found."""
    if any(letter.isdigit() for letter in word):
        return int(len(word) >= LEAST_NUMBER)
    if _IDEOGRAPHIC.search(word) or _UNSPACED.search(word):
        return 0
    return int(len(word) >= LEAST_NEAR) + int(len(word) >= LEAST_NEARER)


def nearest_query(text: str) -> str:
    """Ask for anything like one of the words of a text, such as a misspelt handle.

    Parameters
    ----------
    text : str
        What a person typed.

    Returns
    -------
    str
        A Lucene query; empty when the text has no word.
    """
    parts = [part for word in words_of(text) for part in re.split(r"[^\w]+|_", word) if part]
    return " OR ".join(f"{escape(part)}~2 OR {escape(part[:6])}*" for part in parts[:MOST_WORDS])


def escape(word: str) -> str:
    """Escape everything in a word that Lucene would take for syntax."""
    escaped = _SPECIAL.sub(r"\\\1", word)
    return escaped.lower() if escaped in {"AND", "OR", "NOT", "TO"} else escaped


def _either(word: str) -> str:
    """Ask for one word as typed, or as names are folded."""
    folded = searchable(word)
    if folded in ("", word.lower()) or " " in folded:
        return _clause(word)
    return f"({_clause(word)} OR {_clause(folded)})"


def _clause(word: str) -> str:
    """Ask for one word."""
    escaped = escape(word)
    if _IDEOGRAPHIC.search(word):
        return f'"{escaped}"'
    if _UNSPACED.search(word):
        return f"*{escaped}*"
    if len(word) < LEAST_BEGINNING:
        return f'"{escaped}"'
    return f'("{escaped}"^4 OR {escaped}*)'


def _parts(word: str) -> list[str]:
    """Cut a word where the indexes do, and write the parts as names are folded."""
    parts = [part for part in re.split(rf"[^\w'’.{MARKS}]+", word) if part]
    return [part if " " in (plain := searchable(part)) else plain or part for part in parts]


def _near(part: str) -> str:
    """Ask for one word, or one like it."""
    allowed = edits(part)
    return f"{escape(part)}~{allowed}" if allowed else _clause(part)
