"""What a person types, as a query for the full-text indexes."""

from __future__ import annotations

import re
import unicodedata

from graph.searchable import searchable

_WORD = re.compile(r"[\w@#+]+(?:['’.:_-][\w@#+]+)*", re.UNICODE)
_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|<>=@#])')
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]"  # Thai, Lao, Tibetan, Burmese, Khmer
)
_IDEOGRAPHIC = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
MOST_WORDS = 20


def words_query(text: str) -> str:
    """Ask for all words of a text, each whole or as a beginning.

    Parameters
    ----------
    text : str
        What a person typed; nothing in it is taken for query syntax.

    Returns
    -------
    str
        A Lucene query; empty when the text has no word. At most 20 words count.

    Notes
    -----
    The index cuts Chinese and Japanese into single characters, so those are asked for as a
    phrase; it leaves Thai, Lao, Burmese and Khmer uncut, so those are looked for inside.
    """
    return " AND ".join(_either(word) for word in _words(text))


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
    parts = [part for word in _words(text) for part in re.split(r"[^\w]+|_", word) if part]
    return " OR ".join(f"{escape(part)}~2 OR {escape(part[:6])}*" for part in parts[:MOST_WORDS])


def escape(word: str) -> str:
    """Escape everything in a word that Lucene would take for syntax."""
    escaped = _SPECIAL.sub(r"\\\1", word)
    return escaped.lower() if escaped in {"AND", "OR", "NOT", "TO"} else escaped


def _words(text: str) -> list[str]:
    """Split a text into words, in the form that the index holds."""
    return _WORD.findall(unicodedata.normalize("NFC", text))[:MOST_WORDS]


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
    return f'("{escaped}"^4 OR {escaped}*)'
