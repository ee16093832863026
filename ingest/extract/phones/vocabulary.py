"""What else digits are written as: words, numerals of Chinese, letters that look like them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import yaml

LOOK_ALIKES = {
    **dict.fromkeys("OoΟοОоՕօØ⭕🅾🇴", ("0",)),
    **dict.fromkeys("lI|!ıІӀӏǀ", ("1",)),
    **dict.fromkeys("sSЅѕ$", ("5",)),
    **dict.fromkeys("BВΒ🅱", ("8",)),
    **dict.fromkeys("zZΖ", ("2",)),
    **dict.fromkeys("зЗ", ("3",)),
    **dict.fromkeys("gGqQ", ("9", "6", "0")),
    **dict.fromkeys("bб", ("6", "8")),
}
"""Letters and signs, and the digits each may stand for; several: nobody can tell which."""

SIGNS = "⭕🅾🅱🇴"
"""Look-alikes that are no letters and never separate numbers."""

BARS = "|!$ǀ"
"""Look-alikes that are digits only between others, and may separate groups even there."""

_ALONE = re.compile(r"[OoΟοОоՕօØ]{1,4}|[lIІӀ]{1,3}|[OoОоlI]{2}|[SBZ]")
_LEAST_IN_A_WORD = 3
_MOST_READINGS = 8
_ENDS_IN_LETTERS = re.compile(r"([0-9]+)([^\W\d_]{1,12})")
_BEGINS_WITH_LETTERS = re.compile(r"([^\W\d_]{1,12})([0-9].*)", re.DOTALL)


class Part(NamedTuple):
    """A stretch of a text that may stand for digits.

    Attributes
    ----------
    start, end : int
        Where it stands.
    kind : str
        ``digits``; ``look-alikes`` (beside digits), ``letters`` (look-alikes by themselves),
        ``words``, ``tens``, ``times``, ``numerals``, ``bar``.
    digits : tuple of str
        What it may stand for, the likeliest first. Empty text: it may stand between numbers and
        mean nothing. Of ``tens`` the number, of ``times`` how often the next digit is meant.
    """

    start: int
    end: int
    kind: str
    digits: tuple[str, ...]


class Vocabulary(NamedTuple):
    """Words for digits, without accents and in lower case.

    Attributes
    ----------
    words : dict
        Word and its digits: ``tens`` two of them.
    kinds : dict
        Word and the kind of part that it is.
    written : tuple of str
        The words as they are written, in lower case, with accents and without.
    native : tuple of str
        Words of scripts that put no spaces between words, as they are written.
    numerals : dict
        Numerals, one character each, and their digits.
    multiples : frozenset of str
        Words that make a number of the digit before them.
    """

    words: dict[str, tuple[str, ...]]
    kinds: dict[str, str]
    written: tuple[str, ...]
    native: tuple[str, ...]
    numerals: dict[str, str]
    multiples: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read the words for digits that are shipped."""
    path = resources.files(__package__).joinpath("digit_words.yaml")
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    words: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, str] = {}
    written: set[str] = set()

    def add(kind: str, digits: tuple[str, ...], names: list[str]) -> None:
        for name in names:
            words[plain(name)], kinds[plain(name)] = digits, kind
            if kind != "bar":
                written.update((name, plain(name)))

    for language in data["digits"].values():
        for digit, names in enumerate(language):
            add("words", (str(digit),), names)
    for language in data["tens"].values():
        for name, number in language.items():
            add("tens", (str(number),), [name])
    for times, names in data["times"].items():
        add("times", (str(times),), names)
    for digit, names in data["between_digits"].items():
        add("bar", (str(digit), ""), names)
    thai = [word for digit in data["digits"]["th"] for word in digit]
    words.update({name: words[plain(name)] for name in thai})
    return Vocabulary(
        words,
        kinds,
        tuple(sorted(written)),
        tuple(sorted(thai, key=len, reverse=True)),
        {sign: str(digit) for digit, signs in enumerate(data["numerals"]) for sign in signs},
        frozenset(map(plain, data["multiples"])),
    )


def plain(word: str) -> str:
    """Write a word in lower case and without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


@cache
def _in_one_word() -> re.Pattern[str]:
    """Digits and words for digits without spaces between them."""
    names = sorted(
        (
            name
            for name, kind in vocabulary().kinds.items()
            if kind in ("words", "tens") and len(name) >= _LEAST_IN_A_WORD
        ),
        key=len,
        reverse=True,
    )
    return re.compile("[0-9]+|" + "|".join(map(re.escape, names)))


@lru_cache(maxsize=1 << 16)
def read_cluster(cluster: str) -> tuple[Part, ...]:
    """Read letters and digits that stand together.

    Parameters
    ----------
    cluster : str
        As `folding.unify` writes it.

    Returns
    -------
    tuple of Part
        Places count from the cluster's beginning; empty when it does not stand for digits.

    Examples
    --------
    >>> [part.digits for part in read_cluster("78nine")]
    [('78',), ('9',)]
    >>> read_cluster("O812")[0].digits
    ('0812',)
    """
    size = len(cluster)
    if cluster.isdecimal():
        return (Part(0, size, "digits", (cluster,)),)
    if all(each.isdecimal() or each in LOOK_ALIKES for each in cluster):
        if any(each.isdecimal() for each in cluster):
            digits = _look_alikes(cluster)
            return (Part(0, size, "look-alikes", digits),) if digits else ()
        if _ALONE.fullmatch(cluster):
            digits = _look_alikes(cluster)
            return (Part(0, size, "letters", (*digits, "") if size == 1 else digits),)
    word = plain(cluster)
    if word in vocabulary().words:
        return (Part(0, size, vocabulary().kinds[word], vocabulary().words[word]),)
    return _words_together(word) if len(word) == size else ()


def _words_together(word: str) -> tuple[Part, ...]:
    """Read a cluster such as ``nolsatu`` or ``08dua``."""
    parts, last = [], 0
    for match in _in_one_word().finditer(word):
        if match.start() != last:
            return ()
        last = match.end()
        written = match.group()
        kind = vocabulary().kinds.get(written, "digits")
        parts.append(Part(*match.span(), kind, vocabulary().words.get(written, (written,))))
    return tuple(parts) if last == len(word) and len(parts) > 1 else ()


def _look_alikes(cluster: str) -> tuple[str, ...]:
    """All that a cluster of digits and look-alikes may stand for; empty when that is too much."""
    readings = [""]
    for each in cluster:
        digits = LOOK_ALIKES.get(each, (each,))
        readings = [reading + digit for reading in readings for digit in digits]
        if len(readings) > _MOST_READINGS:
            return ()
    return tuple(readings)


@lru_cache(maxsize=1 << 14)
def without_word(cluster: str) -> tuple[str, int, int]:
    """Split the word off that is written together with a number, as in ``WA0812``.

    Returns
    -------
    str, int, int
        The word, in lower case, and where the rest begins and ends; no word: ``("", 0, 0)``.
    """
    if match := _BEGINS_WITH_LETTERS.fullmatch(cluster):
        return plain(match.group(1)), match.start(2), match.end(2)
    if match := _ENDS_IN_LETTERS.fullmatch(cluster):
        return plain(match.group(2)), match.start(1), match.end(1)
    return "", 0, 0
