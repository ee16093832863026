"""Hiding what names our own side in what others say: as many characters, none of them readable."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable

import polars as pl

from graph import keys
from ingest.mask_numbers import BLOCK, NumberMask
from ingest.traits import Traits

SHORTEST_BARE_WORD = 6
SHORTEST_BARE_ID = 5
_EDGE = "\ufdd0"
_UNSPACED = re.compile(
    r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


class Mask:
    """Hides our own side in columns of text and of keys.

    Parameters
    ----------
    traits : Traits
        What our own side is known by.
    salt : str
        Makes what hidden parts of keys are replaced by differ from workspace to workspace.

    Notes
    -----
    Handles, ids and addresses are found as whole words in any case (those that may be ordinary
    words only behind ``@`` or ``/``), names as whole words in their own case, numbers however they
    are spaced. What is looked for is put together once; each column is then read once by a search
    for all of it together, and only what that finds is looked at closely.
    """

    def __init__(self, traits: Traits, salt: str) -> None:
        bare = {word for word in traits.words if _stands_alone(word)}
        self._words = _Pattern({word: _word(word, alone=word in bare) for word in traits.words})
        self._names = _Pattern({form: _name(form) for form in _forms(traits.names)})
        self._numbers = NumberMask(traits.numbers)
        self._ids = sorted(word for word in bare if word.isdigit())
        self._keys = _Keys(bare, traits, salt)

    def text(self, column: pl.Series) -> pl.Series:
        """Hide handles, ids, numbers and names in a text."""
        return self._names.hidden(self.identifiers(column))

    def identifiers(self, column: pl.Series) -> pl.Series:
        """Hide handles, ids and numbers; names stay, as others may bear them too."""
        return self._numbers.hidden(self._words.hidden(column))

    def json(self, column: pl.Series) -> pl.Series:
        """Hide the same as in a text and leave JSON that can be read."""
        if self._ids:
            number = rf"([:\[,]\s*)(?:{'|'.join(self._ids)})(\s*[,\]}}])"
            column = column.str.replace_all(number, "${1}null${2}")
        return self.text(column)

    def key(self, column: pl.Series) -> pl.Series:
        """Hide our own side in keys, alike wherever the same key stands."""
        return self._keys.hidden(column)

    def account_key(self, column: pl.Series) -> pl.Series:
        """Hide our own side in the chat that others' keys name, not in what others are called."""
        return self._keys.hidden_chat(column)

    def finds(self, column: pl.Series) -> pl.Series:
        """Tell which texts name our own side; false for missing ones."""
        return (self.text(column) != column).fill_null(value=False)


class _Pattern:
    """Expressions that are looked for together.

    Parameters
    ----------
    parts : dict of str to str
        Regular expressions, by what every text that they fit holds, in any case.
    """

    def __init__(self, parts: dict[str, str]) -> None:
        self._parts = parts
        self._literals = sorted(parts)

    def hidden(self, column: pl.Series) -> pl.Series:
        """Put blocks in the place of what fits."""
        if not self._literals:
            return column
        candidates = column.str.contains_any(self._literals, ascii_case_insensitive=True)
        return replaced(column, candidates, self._hide)

    def _hide(self, texts: pl.Series) -> pl.Series:
        """Mark what fits, and cover what is between the marks."""
        marked = texts.str.replace_all(_EDGE, "\ufffd", literal=True).str.replace_all(
            self._expression(texts), f"{_EDGE}${{0}}{_EDGE}"
        )
        found = marked.str.extract_all(f"{_EDGE}[^{_EDGE}]+{_EDGE}").explode().drop_nulls()
        distinct = found.unique().to_list()
        if not distinct:
            return texts
        return marked.str.replace_many(distinct, [BLOCK * (len(it) - 2) for it in distinct])

    def _expression(self, texts: pl.Series) -> str:
        """Put together the expressions that can fit some of the texts, the longest first."""
        held = texts.str.extract_many(
            self._literals, ascii_case_insensitive=True, overlapping=True
        ).explode()
        there = {each.lower() for each in held.unique() if each is not None}
        parts = [part for literal, part in self._parts.items() if literal.lower() in there]
        return "|".join(sorted(parts, key=lambda part: (-len(part), part)))


class _Keys:
    """Hides our own side in keys: what is hidden is replaced by a fingerprint of it."""

    def __init__(self, words: Iterable[str], traits: Traits, salt: str) -> None:
        self._salt = salt
        numbers = {number.removeprefix("+") for number in traits.numbers}
        names = {keys.fold(name) for name in traits.names}
        tokens = {*words, *numbers}
        self._literals = sorted(tokens | names)
        parts = []
        if tokens:
            parts.append(rf"(?<![^\W_])(?:{_either(tokens)})(?![^\W_])")
        if names:
            parts.append(rf"(?<=name/)(?:[^/]*[^\w/])??(?:{_either(names)})(?![^\W_])")
        self._pattern = re.compile("|".join(parts), re.IGNORECASE)

    def hidden(self, column: pl.Series) -> pl.Series:
        """Hide in whole keys."""
        return self._replaced(column, self._hide)

    def hidden_chat(self, column: pl.Series) -> pl.Series:
        """Hide in what stands before the last slash."""

        def hide(key: str) -> str:
            chat, slash, called = key.rpartition("/")
            return self._hide(chat) + slash + called

        return self._replaced(column, hide)

    def _replaced(self, column: pl.Series, hide: Callable[[str], str]) -> pl.Series:
        if not self._literals:
            return column
        candidates = column.str.contains_any(self._literals, ascii_case_insensitive=True)
        return replaced(
            column, candidates, lambda found: pl.Series(map(hide, found), dtype=pl.String)
        )

    def _hide(self, key: str) -> str:
        """Hide in one key."""
        return self._pattern.sub(self._fingerprint, key)

    def _fingerprint(self, found: re.Match[str]) -> str:
        """Replace what was found by the same for the same."""
        said = f"{self._salt}\x1f{found[0].lower()}".encode("utf-8", "surrogatepass")
        return BLOCK + hashlib.sha256(said).hexdigest()[:8]


def replaced(
    column: pl.Series, candidates: pl.Series, change: Callable[[pl.Series], pl.Series]
) -> pl.Series:
    """Change the marked values of a column, each distinct one once."""
    places = candidates.fill_null(value=False).arg_true()
    if places.is_empty():
        return column
    found = column.gather(places)
    distinct = found.unique()
    new = found.replace_strict(distinct, change(distinct), return_dtype=pl.String)
    return column.clone().scatter(places, new)


def _stands_alone(word: str) -> bool:
    """Whether a word tells by itself who is meant, as an ordinary word does not."""
    least = SHORTEST_BARE_WORD if word.isalpha() else SHORTEST_BARE_ID
    return len(word) >= least


def _word(word: str, *, alone: bool) -> str:
    """Write the expression that finds a handle, id or address, in any case."""
    if alone:
        return f"(?i:{_bounded(word)})"
    return f"(?i:[@＠/]{_bounded(word, start=False)})"


def _forms(names: Iterable[str]) -> set[str]:
    """Write names composed, decomposed, and as JSON may hold them."""
    written = {unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD")}
    return written | {json.dumps(each)[1:-1] for each in written}


def _bounded(word: str, *, start: bool = True) -> str:
    """Find an identifier where no further letter or digit of the Latin alphabet adjoins."""
    edge = r"(?-u:\b)"
    before = edge if start and _is_latin(word[0]) else ""
    return before + pl.escape_regex(word) + (edge if _is_latin(word[-1]) else "")


def _name(name: str) -> str:
    """Find a name as a whole word, where its script parts words."""
    before = r"\b" if _parts_words(name[0]) else ""
    return before + pl.escape_regex(name) + (r"\b" if _parts_words(name[-1]) else "")


def _is_latin(character: str) -> bool:
    """Whether an ASCII word boundary can stand beside a character."""
    return character.isascii() and (character.isalnum() or character == "_")


def _parts_words(character: str) -> bool:
    """Whether a character belongs to words that are parted by others."""
    return (character.isalnum() or character == "_") and not _UNSPACED.match(character)


def _either(words: Iterable[str]) -> str:
    """Find any of several words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda each: (-len(each), each)))
