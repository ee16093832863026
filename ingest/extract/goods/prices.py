"""Prices: an amount with a currency marker, or with a word that is used of money only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.found import Stated
from ingest.extract.goods import rates
from ingest.extract.goods.amounts import STARTS
from ingest.extract.goods.currencies import BEFORE, BEHIND, is_marker
from ingest.extract.goods.multiples import MULTIPLES
from ingest.extract.goods.price_forms import PRICE, Price, read
from ingest.extract.goods.wording import any_of, loosely_any_of, lowered
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting

_LAST_OF_MARKER = frozenset({word[-1] for word in BEFORE} | {".", ":"})
_MARKED = re.compile(PRICE)
_UNMARKED = re.compile(
    PRICE + r"(?(multiple0)|(?(marker0)|(?(apart0)|(?(behind0)|(?(closed)|(?(multiple1)|(?(ahead)|"
    r"(?(marker1)|(?(apart1)|(?(behind1)|(?!)))))))))))"
)
_BEFORE_REVERSED = re.compile(rf" ?[.:]?({any_of(word[::-1] for word in BEFORE)})")
_WIDEST_MARKER = max(map(len, BEFORE)) + 3
_IN_A_NUMBER_REVERSED = re.compile(r"[ .()/-]{0,2}[0-9+]|[a-z]{1,2}(?![a-z])")
_OF_PEOPLE = re.compile(r" ?(?:followers?|subs|subscribers?|views?|likes?|members?|pengikut|km)\b")


@cache
def may_hold(_: Cues) -> str:
    """What a text with a price holds."""
    ahead, behind = loosely_any_of(BEFORE), loosely_any_of({*BEHIND, *MULTIPLES})
    return rf"(?i)(?:{ahead})[.: ]{{0,2}}[0-9]|[0-9] ?(?:{behind})|[0-9][.,]-"


def find(text: str, setting: Setting) -> Iterator[Stated]:
    """Find prices in a unified text from which links and addresses are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Its region decides what ``$``, ``¥``, ``kr``, ``Rs``, ``k`` and ``tr`` mean.

    Yields
    ------
    Stated
        Prices: a number without a marker is no price. ``k`` counts only beside a marker or in a
        region where it is used of money. Cost is linear in the length of the text.
    """
    low = lowered(text)
    last = 0
    for begin in STARTS.finditer(low):
        start = begin.start()
        if start < last:
            continue
        marker, width = _marker_before(text, low, start, last, setting.region)
        match = (_MARKED if marker else _UNMARKED).match(low, start)
        if match is None or (
            marker is None and _IN_A_NUMBER_REVERSED.match(low[max(0, start - 4) : start][::-1])
        ):
            continue
        price = read(text, match, marker, setting.region)
        if price is None or (marker is None and _OF_PEOPLE.match(low, price.end)):
            continue
        stated = state(low, start - width, last, price)
        last = stated.end
        yield stated


def state(low: str, start: int, last: int, price: Price) -> Stated:
    """Say what a price is for, and put it down.

    Parameters
    ----------
    low : str
        The text as `wording.lowered` writes it.
    start : int
        Where the price begins.
    last : int
        Where the one before it ends.
    price : Price
    """
    per, end = rates.behind(low, price.end)
    per = per or rates.before(low, start, last)
    return Stated(start, end, "price", price.amount, price.most, price.currency, per)


def _marker_before(
    text: str, low: str, start: int, last: int, region: str | None
) -> tuple[str | None, int]:
    """Find the currency marker before a number, and how many characters it takes."""
    near = low[start - 2 : start] if start > 1 else low[:start]
    if not near or near.rstrip(" ")[-1:] not in _LAST_OF_MARKER:
        return None, 0
    match = _BEFORE_REVERSED.match(low[max(last, start - _WIDEST_MARKER) : start][::-1])
    if match is None:
        return None, 0
    marker = text[start - match.end(1) : start - match.start(1)]
    return (marker, match.end()) if is_marker(marker, region) else (None, 0)
