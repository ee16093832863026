"""Units and counters: what a word behind a number says is measured."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ingest.extract.goods.wording import lowered, table

_TABLE = table("units.toml")
_NOWHERE: Mapping[str, float] = MappingProxyType({})


class Unit(NamedTuple):
    """A unit or counter.

    Attributes
    ----------
    fact : str or None
        ``weight``, ``length``, ``age`` or ``quantity``; None: nothing that is said of goods.
    symbol : str
        What the unit of a statement is called; empty where ``fact`` is None.
    factor : float
        How many of those it is.
    by_region : dict of str to float
        Where it is another number of them.
    needs : str
        What must stand beside it (``age``, ``age or list``, ``length``) or what the text must be
        (``Vietnamese``); empty: nothing.
    """

    fact: str | None
    symbol: str = ""
    factor: float = 1
    by_region: Mapping[str, float] = _NOWHERE
    needs: str = ""

    def amount(self, number: float, region: str | None) -> float:
        """Tell how many units of the statement a number of these is."""
        factor = self.by_region.get(region or "", self.factor)
        return number if factor == 1 else float(f"{number * factor:.9g}")


def _words(name: str, *parts: str) -> frozenset[str]:
    """Words of some parts of a table."""
    return frozenset(lowered(word) for part in parts for word in _TABLE[name][part])


UNITS = {
    lowered(word): Unit(
        entry.get("fact"),
        entry.get("symbol", ""),
        entry.get("factor", 1),
        entry.get("of", {}),
        entry.get("needs", ""),
    )
    for entry in _TABLE["unit"]
    for word in entry["words"]
}
"""By the word, as `wording.lowered` writes it."""

STATED = {word: unit for word, unit in UNITS.items() if unit.fact}
"""Those that say something of goods."""

NOUNS = {
    lowered(word): language
    for language, words in _TABLE["nouns"].items()
    if language != "suffixes"
    for word in words
}
"""Names of goods before which a number counts pieces, and the language each is of."""

ENDS_OF_NOUNS = _words("nouns", "suffixes")
"""What German compounds that are such names end in."""

NUMBERS = {
    lowered(word): number
    for spellings in _TABLE["numbers"].values()
    for words in spellings
    for number, word in enumerate(words, start=1)
}
"""One to twelve in words."""

NUMBER_LANGUAGES = {
    word: frozenset(
        language
        for language, spellings in _TABLE["numbers"].items()
        if any(word in map(lowered, words) for words in spellings)
    )
    for word in NUMBERS
}
"""The languages that each of `NUMBERS` is of."""

LARGER = _words("larger", "words")
LINKS_TO_LARGER = _words("larger", "links")

ALONE = {lowered(word): symbol for symbol in ("pair", "piece") for word in _TABLE["alone"][symbol]}
"""Words that say by themselves that there is one piece or one pair."""

PAIR_OF = _words("alone", "pair_of")
"""Words that say so before a name of goods."""

LEADS = _words("lead", "words")
FUNCTION_WORDS = _words("lead", "between")

BESIDE_AGE = _words("beside", "age")
BEHIND_AGE = _words("beside", "old")
BESIDE_LENGTH = _words("beside", "length")
BEHIND_LENGTH = _words("beside", "long")
