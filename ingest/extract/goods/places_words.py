"""Words that announce a place, end one, or are part of its name, by language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ingest.extract.folding import IGNORED
from ingest.extract.goods.wording import lowered, table

_TABLE = table("places.toml")
_LANGUAGES: dict[str, dict[str, Any]] = {each["code"]: each for each in _TABLE["language"]}
_ANNOUNCE = ("plain", "labels", "capitals", "colons")

SOUTHERN = r"\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0edf\u1000-\u103f\u1780-\u17d3"
EASTERN = r"\u3005\u3041-\u30ff\u3400-\u9fff"
"""Letters of scripts without spaces between words, for a class of a pattern."""

_UNSPACED = re.compile(f"[{SOUTHERN}{EASTERN}]")

MARK = "mark"
"""What signs such as a map pin are called as announcing words."""


class PlaceWords(NamedTuple):
    """What is known of the words around a place.

    Attributes
    ----------
    between : Pattern
        Matches words that may stand before a place, and what separates it from them.
    inside, stops, nowhere, refused : frozenset of str
        As the table explains, as `wording.lowered` writes them.
    refused_joined : tuple of str
        Those of `refused` that are of scripts without spaces.
    """

    between: re.Pattern[str]
    inside: frozenset[str]
    stops: frozenset[str]
    nowhere: frozenset[str]
    refused: frozenset[str]
    refused_joined: tuple[str, ...]


def announcing() -> Iterator[tuple[str, str]]:
    """List the words that announce a place, each with its kind and language: ``labels-id``."""
    yield from ((MARK, word) for word in MARKS)
    for code, language in _LANGUAGES.items():
        for kind in _ANNOUNCE:
            yield from ((f"{kind}-{code}", lowered(word)) for word in language.get(kind, ()))


def _words(languages: Iterable[str], kind: str) -> frozenset[str]:
    """Words of one kind of some languages."""
    return frozenset(lowered(word) for code in languages for word in _LANGUAGES[code].get(kind, ()))


def _between(words: frozenset[str]) -> re.Pattern[str]:
    """Match up to two of some words, each with the spaces behind it."""
    space = rf"[ {IGNORED}]"
    each = [
        re.escape(word) + space + ("{0,3}" if _UNSPACED.match(word) else "{1,3}")
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile(f"(?:{'|'.join(each)}){{0,2}}" if each else "", re.IGNORECASE)


def _of(code: str) -> PlaceWords:
    """Words that hold around the words of a language that announce a place."""
    mixed = [code, *_LANGUAGES[code].get("mixes", ())]
    refused = _words(mixed, "refused")
    return PlaceWords(
        between=_between(_words([code], "between")),
        inside=_words(mixed, "inside"),
        stops=_words(mixed, "stops") | _EVERYWHERE,
        nowhere=_words(mixed, "nowhere"),
        refused=refused,
        refused_joined=tuple(sorted(word for word in refused if _UNSPACED.match(word))),
    )


MARKS = frozenset(_TABLE["marks"]["words"])
ABBREVIATIONS = frozenset(_TABLE["abbreviations"]["words"])
_EVERYWHERE = frozenset(_TABLE["anywhere"]["stops"])

WORDS: dict[str | None, PlaceWords] = {
    **{code: _of(code) for code in _LANGUAGES},
    None: PlaceWords(
        between=_between(frozenset()),
        inside=_words(_LANGUAGES, "inside"),
        stops=_words(_LANGUAGES, "stops") | _EVERYWHERE,
        nowhere=_words(_LANGUAGES, "nowhere"),
        refused=frozenset(),
        refused_joined=(),
    ),
}
"""By language; under None what holds behind a sign, which is of no language."""
