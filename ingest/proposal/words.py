"""What the words in a column's name mean, in several languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

FOR_LINKS = frozenset({"sender", "recipient", "kind"})
"""Meanings that words have only in a table of links."""

_NOTHING = "nothing"
_CONTAINERS = frozenset({
    "attributes", "data", "edges", "fields", "item", "items", "node", "payload", "record", "result",
    "results", "value", "values",
})  # fmt: skip
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DIVIDERS = re.compile(r"[\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0640]")
_SAME_LETTERS = str.maketrans("أإآةىđ", "اااهيd")
_BOUNDLESS = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_RUNS = re.compile(rf"[{_BOUNDLESS}]+|[^\s{_BOUNDLESS}]+")
_IS_BOUNDLESS = re.compile(rf"[{_BOUNDLESS}]")
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Meaning:
    """What a column's name says.

    Attributes
    ----------
    concepts : frozenset of str
        Sections of ``words.toml``.
    is_whole : bool
        Whether every word of the name was understood.
    """

    concepts: frozenset[str]
    is_whole: bool


def meaning(column: str, *, of_links: bool = False) -> Meaning:
    """Tell what a column's name says.

    Parameters
    ----------
    column : str
        As the table names it; dots part the names of nested objects.
    of_links : bool
        Whether the words have the meanings that they have in a table of links.
    """
    names = [name for name in column[:_LONGEST_NAME].split(".") if name.strip()]
    while len(names) > 1 and names[0].casefold() in _CONTAINERS:
        names = names[1:]
    found: set[str] = set()
    is_whole = True
    for name in names:
        for concept in _concepts(folded(name), _vocabulary(of_links)):
            if concept is None:
                is_whole = False
            else:
                found.add(concept)
    return Meaning(frozenset(found - {_NOTHING}), is_whole)


def folded(name: str) -> str:
    """Fold a name for comparison: words parted by blanks, without case and accents."""
    parted = _HUMP.sub(" ", unicodedata.normalize("NFKC", name)).casefold()
    plain = _MARKS.sub("", unicodedata.normalize("NFD", parted)).translate(_SAME_LETTERS)
    composed = unicodedata.normalize("NFC", plain)
    return " ".join("".join(_spaced(composed)).split())


def _spaced(name: str) -> Iterator[str]:
    """Make blanks of what is neither letter, vowel sign nor digit."""
    for letter in name:
        yield letter if unicodedata.category(letter)[0] in "LMN" else " "


def _concepts(name: str, vocabulary: Mapping[str, str]) -> Iterator[str | None]:
    """Read a name from its beginning, the longest known phrase first; null for what is unknown."""
    words = _RUNS.findall(name)
    at = 0
    while at < len(words):
        for count in range(min(len(words) - at, 4), 0, -1):
            concept = vocabulary.get(" ".join(words[at : at + count]))
            if concept is not None:
                yield concept
                at += count
                break
        else:
            if _IS_BOUNDLESS.match(words[at]):
                yield from _cut(words[at], vocabulary)
            elif not words[at].isdecimal():
                yield None
            at += 1


def _cut(run: str, vocabulary: Mapping[str, str]) -> Iterator[str | None]:
    """Read a name in a script without blanks between words."""
    at = 0
    while at < len(run):
        for end in range(len(run), at, -1):
            concept = vocabulary.get(run[at:end])
            if concept is not None:
                yield concept
                at = end
                break
        else:
            yield None
            at += 1


@cache
def _vocabulary(of_links: bool) -> Mapping[str, str]:
    """Give the meaning of each phrase, folded."""
    said = tomllib.loads(
        (resources.files("ingest.proposal") / "words.toml").read_text(encoding="utf-8")
    )
    sections = sorted(said, key=lambda concept: concept in FOR_LINKS)
    known = {
        folded(phrase): concept
        for concept in (_NOTHING, *sections)
        if concept not in FOR_LINKS or of_links
        for phrases in said[concept].values()
        for phrase in phrases
        if concept != _NOTHING or folded(phrase)
    }
    return known
