"""Taxa and entries of the lexicon by any of their names or words, exactly, in part, or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph.lookup.lucene import edits, words_of
from graph.lookup.search_excerpts import nearest
from graph.searchable import searchable

if TYPE_CHECKING:
    from ingest.extract.lexicon.lexicon import Lexicon
    from ingest.extract.taxa.taxa import Taxa

MOST_NAMED = 200
_MADE_UP = re.compile(r" \+ |abbreviated|product of it")
WHOLE, PART, NEAR = 0, 1, 2


@dataclass(frozen=True)
class NamedTaxon:
    """A taxon that a text names.

    Attributes
    ----------
    key, scientific_name : str
    english : str
        Empty where no list gives a name in English.
    name, language : str
        The name that fits, and the ISO 639 code of its language.
    product : str or None
        What of it the name means.
    is_whole, is_near : bool
        The name is the text; the name is only like it.
    """

    key: str
    scientific_name: str
    english: str
    name: str
    language: str
    product: str | None
    is_whole: bool
    is_near: bool


@dataclass(frozen=True)
class UsedTerm:
    """An entry of the lexicon that has a word which a text is, begins or nearly is.

    Attributes
    ----------
    id, role, meaning : str
    word : str
        The word that fits.
    taxon : str or None
        Key of the taxon that it means.
    is_near : bool
    """

    id: str
    role: str
    meaning: str
    word: str
    taxon: str | None
    is_near: bool


def find_taxa(taxa: Taxa, text: str) -> list[NamedTaxon]:
    """Find taxa by their names in any language, those whose name is the text first.

    Parameters
    ----------
    taxa : Taxa
        The lists in use.
    text : str
        What a person typed, or a key.
    """
    from ingest.extract.taxa.taxon import PREFIX

    names = _names(taxa)
    found: dict[str, NamedTaxon] = {}
    for place, fit in _fitting(names.written, text.strip().removeprefix(PREFIX)):
        key, name, language, product = names.rows[place]
        taxon = taxa.taxon(key)
        if taxon is not None and key not in found:
            found[key] = NamedTaxon(
                key, taxon.scientific_name, taxon.english or "", name, language or "", product,
                fit == WHOLE, fit == NEAR,
            )  # fmt: skip
    return list(found.values())[:MOST_NAMED]


def find_terms(lexicon: Lexicon, text: str) -> list[UsedTerm]:
    """Find entries of the lexicon by their words or id, those that have the text as a word first.

    Parameters
    ----------
    lexicon : Lexicon
    text : str
        What a person typed.
    """
    words = _words(lexicon)
    found: dict[str, UsedTerm] = {}
    for place, fit in _fitting(words.written, text):
        entry_id, word = words.rows[place]
        entry = lexicon.by_id[entry_id]
        found.setdefault(
            entry_id,
            UsedTerm(entry_id, entry.role, entry.meaning, word, entry.taxon, fit == NEAR),
        )
    return list(found.values())[:MOST_NAMED]


@dataclass(frozen=True, eq=False)
class _Written:
    """Names as they are compared, and what each is of."""

    written: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def _fitting(written: Sequence[str], text: str) -> Iterable[tuple[int, int]]:
    """Places of names that are the text, have all its words, or are like it; in this order."""
    wanted = _plain(text)
    if not wanted or not words_of(text):
        return
    words = [f" {word}" for word in wanted.split()]
    whole, part = [], []
    for place, name in enumerate(written):
        if name == wanted:
            whole.append(place)
        elif len(wanted) > 1 and all(word in f" {name}" for word in words):
            part.append(place)
    yield from ((place, WHOLE) for place in whole)
    yield from ((place, PART) for place in sorted(part, key=lambda each: len(written[each])))
    if not whole and not part and edits(wanted):
        yield from ((place, NEAR) for place in _like(written, wanted))


def _like(written: Sequence[str], wanted: str) -> list[int]:
    """Places of names that are like a text, the likest first."""
    near = ((nearest([name], wanted), place) for place, name in enumerate(written))
    return [place for unlike, place in sorted((found[1], place) for found, place in near if found)]


@lru_cache(maxsize=2)
def _names(taxa: Taxa) -> _Written:
    """Names as lists give them, without those that were put together of others."""
    rows = [
        (key, name, language, product)
        for key, name, language, product, rule in taxa.names.select(
            "taxon_key", "name", "language", "product", "rule"
        ).iter_rows()
        if key is not None and not _MADE_UP.search(rule)
    ]
    return _Written(tuple(_plain(name) for _, name, *_ in rows), tuple(rows))


@lru_cache(maxsize=2)
def _words(lexicon: Lexicon) -> _Written:
    """Words of entries, and their ids."""
    rows = [(entry.id, word) for entry in lexicon.entries for word in (*entry.words, entry.id)]
    return _Written(tuple(_plain(word) for _, word in rows), tuple(rows))


def _plain(name: str) -> str:
    """Write a name as it is compared; a picture as it stands."""
    return searchable(name) or name.strip()
