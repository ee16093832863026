"""Prices without a currency: a bare number behind a word such as ``harga`` or ``prix``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ingest.extract.found import Stated
from ingest.extract.goods.amounts import STARTS
from ingest.extract.goods.currencies import currency_at_home
from ingest.extract.goods.price_forms import PRICE, Price, read
from ingest.extract.goods.prices import state
from ingest.extract.goods.units import UNITS
from ingest.extract.goods.wording import any_of, loosely_any_of, lowered, table
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting

_TABLE = table("price_words.toml")
_WORDS = {lowered(word): entry for entry in _TABLE["word"] for word in entry["words"]}
_BETWEEN = [lowered(word) for word in _TABLE["between"]["words"]]
_WORD_REVERSED = re.compile(
    rf" ?@? ?[:=.-]{{0,2}} ?(?:{any_of(word[::-1] for word in _BETWEEN)} ?){{0,2}}"
    rf"(?P<word>{any_of(word[::-1] for word in _WORDS)})"
)
_NEAR = 40
_PRICE = re.compile(PRICE)
_COUNTED = any_of(word for word, unit in UNITS.items() if unit.needs != "Vietnamese")
_GOES_ON = re.compile(rf" ?(?:[%°×*+]|{_COUNTED})|[/ :x-]{{0,2}}[0-9]|[a-zà-ɏа-я_]|[.,][0-9]")
_LEAST = 10
_MOST_DIGITS = 7
_YEARS = frozenset({*range(1990, 2050)} - {2000})


@cache
def may_hold(_: Cues) -> str:
    """What a text with such a price holds."""
    return rf"(?i){loosely_any_of(_WORDS)}[^0-9\x00\n]{{0,24}}[0-9]"


def find(text: str, setting: Setting) -> Iterator[Stated]:
    """Find bare prices in a unified text from which marked prices are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Its region tells the currency, where the word is of a language spoken there.

    Yields
    ------
    Stated
        Prices. A year, what may be a telephone number, a number below 10 and one with a unit are
        none. An amount below 1,000 of a currency of which people leave out the thousands has no
        currency: nothing tells its scale. Cost is linear in the length of the text.
    """
    low = lowered(text)
    last = 0
    for begin in STARTS.finditer(low):
        start = begin.start()
        word = _WORD_REVERSED.match(low[max(last, start - _NEAR) : start][::-1])
        match = _PRICE.match(low, start) if word and start >= last else None
        if word is None or match is None:
            continue
        said = _said(_WORDS[word["word"][::-1]], setting.region)
        price = read(text, match, None, setting.region, announced=True, said=said)
        if price is None or _is_doubtful(price, match):
            continue
        stated = state(low, start, last, price)
        if _GOES_ON.match(low, stated.end):
            continue
        last = stated.end
        yield stated


def _said(entry: dict[str, Any], region: str | None) -> str | None:
    """Tell the currency that a price word means in a region."""
    if region is None:
        said: str | None = entry.get("currency")
        return said
    regions = entry.get("regions")
    return currency_at_home(region) if regions is None or region in regions else None


def _is_doubtful(price: Price, match: re.Match[str]) -> bool:
    """Whether a bare number may be no price."""
    digits = match["digits0"]
    is_plain = digits.isdigit() and price.end == match.end("digits0")
    return price.amount < _LEAST or (
        is_plain and (len(digits) > _MOST_DIGITS or int(digits) in _YEARS)
    )
