"""What is written as a price: one amount or a range, with multiples and currency markers."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.extract.goods.amounts import DIGITS, amount
from ingest.extract.goods.currencies import (
    BEFORE,
    BEHIND,
    OF_SMALL_UNITS,
    currency_at_home,
    currency_of,
    has_three_decimals,
    is_marker,
    needs_much,
)
from ingest.extract.goods.multiples import MULTIPLES
from ingest.extract.goods.units import UNITS
from ingest.extract.goods.wording import any_of

_LESSER = [word for word, multiple in MULTIPLES.items() if multiple.factor == 1_000]
_TO = (
    r"(?P<to> ?[-~] ?| (?:to|s/d|sd|sampai|hingga|đến|bis|à|a|до|hasta|até|إلى) | ?(?:ถึง|至|到) ?)"
)
_WIDEST_RANGE = 20
_MOST_DIGITS = 10
_MUCH = 50


def _part(place: int) -> str:
    """Regex of an amount: digits, a word that multiplies them, and a marker behind."""
    both, behind = any_of(BEFORE & BEHIND), any_of(BEHIND - BEFORE)
    return (
        rf"(?P<digits{place}>{DIGITS})"
        rf"(?: ?(?P<multiple{place}>{any_of(MULTIPLES)})"
        rf"(?:(?P<tail{place}>[0-9]{{1,4}})(?![0-9])|(?P<half{place}> ?rưỡi| setengah)"
        rf"| ?(?P<rest{place}>[0-9]{{1,3}}) ?(?P<lesser{place}>{any_of(_LESSER)}))?)?"
        rf"(?:(?:[.,]-)?(?:(?P<marker{place}>{both})(?![0-9])| (?P<apart{place}>{both})(?! ?[1-9])"
        rf"| ?(?P<behind{place}>{behind})(?:(?<![a-z])|(?![0-9]))))?"
    )


PRICE = (
    rf"{_part(0)}(?:{_TO}(?P<ahead>{any_of(BEFORE)})? ?{_part(1)})?"
    r"(?P<closed>[.,]-(?![0-9a-z])|,--)?"
)
"""Of a text as `wording.lowered` writes it, from the first digit on."""

_MEASURED = re.compile(rf" ?(?:{any_of(UNITS)}|[%°×*x]|[0-9])")


class Price(NamedTuple):
    """A price that was read.

    Attributes
    ----------
    amount : float
    most : float or None
        The higher number of a range.
    currency : str or None
    end : int
        Where it ends in the text.
    """

    amount: float
    most: float | None
    currency: str | None
    end: int


class _Part(NamedTuple):
    """One amount of a price."""

    number: float
    is_short: bool
    factor: int
    is_money: bool
    marked: bool
    currency: str | None
    end: int


def read(
    text: str,
    match: re.Match[str],
    marker: str | None,
    region: str | None,
    *,
    announced: bool = False,
    said: str | None = None,
) -> Price | None:
    """Read what `PRICE` matched.

    Parameters
    ----------
    text : str
        The unified text, in the case in which it is written.
    match : Match
        Of `PRICE`, in that text in lower case.
    marker : str or None
        The currency marker before it.
    region : str or None
        ISO 3166 code of the country that decides what markers mean.
    announced : bool
        Whether a word says that a price follows, so that a bare number is one.
    said : str or None
        The currency that such a word tells.

    Returns
    -------
    Price or None
        None where nothing tells that it is money.
    """
    first = _part_of(text, match, 0, marker, region)
    if first is None:
        return None
    if match["digits1"]:
        second = _part_of(text, match, 1, _ahead(text, match, region), region)
        price = _range(match, first, second, announced) if second else None
        if price is not None:
            return _with_currency(price, said)
    if first.is_money:
        return _with_currency(
            Price(first.number * first.factor, None, first.currency, first.end), said
        )
    if match["closed"] and not match["digits1"] and first.number >= _least(match["closed"]):
        bare = Price(first.number, None, None, match.end("closed"))
        return _with_currency(bare, said or currency_at_home(region))
    if not announced:
        return None
    return _with_currency(Price(first.number * first.factor, None, None, first.end), said)


def _least(closing: str) -> int:
    """From which amount on a closing mark tells of money: ``1.-`` may number a list."""
    return 100 if closing.startswith(".") else 1


def _with_currency(price: Price, said: str | None) -> Price:
    """Give a price of which no currency is written the one said, where its scale is certain."""
    if price.currency or (said in OF_SMALL_UNITS and price.amount < 1_000):
        return price
    return price._replace(currency=said)


def _ahead(text: str, match: re.Match[str], region: str | None) -> str | None:
    """Currency marker before the higher number of a range."""
    written = text[slice(*match.span("ahead"))] if match["ahead"] else None
    return written if written and is_marker(written, region) else None


def _part_of(
    text: str, match: re.Match[str], place: int, marker: str | None, region: str | None
) -> _Part | None:
    """Read one amount; None where it cannot be read as one number."""
    digits, word = match[f"digits{place}"], match[f"multiple{place}"]
    end = match.end(f"digits{place}")
    if word:
        ends = [match.end(f"{name}{place}") for name in ("multiple", "tail", "half", "lesser")]
        end = max(ends)
    for name in ("marker", "apart", "behind"):
        begin, stop = match.span(f"{name}{place}")
        if begin >= 0 and is_marker(text[begin:stop], region):
            marker, end = marker or text[begin:stop], stop
    if not marker and digits.isdigit() and len(digits) > _MOST_DIGITS:
        return None
    currency = currency_of(marker, region) if marker else None
    if not word:
        of_three = has_three_decimals(currency) and "." in digits
        number = amount(digits, decimals_of_three=of_three)
        if marker and needs_much(marker) and number < _MUCH:
            return None
        return _Part(number, len(digits) < 4, 1, bool(marker), bool(marker), currency, end)
    multiple = MULTIPLES[word]
    factor = multiple.times(currency)
    if factor is None:
        return None
    number = amount(digits, decimals_of_three=factor > 1_000)
    added = _added(match, place, factor)
    if added is None:
        return None
    means_money = bool(marker) or multiple.means_money(region)
    currency = currency or (None if marker else multiple.implied(region))
    return _Part(number + added, False, factor, means_money, bool(marker), currency, end)


def _added(match: re.Match[str], place: int, factor: int) -> float | None:
    """Work out what stands behind a multiple (``2tr5``, ``1 juta 500 ribu``), in its own size."""
    tail, rest = match[f"tail{place}"], match[f"rest{place}"]
    if match[f"half{place}"]:
        return 0.5
    if tail:
        return int(tail) / 10 ** len(tail) if factor >= 10_000 else None
    if rest:
        return int(rest) * 1_000 / factor if factor >= 1_000_000 else None
    return 0


def _range(match: re.Match[str], first: _Part, second: _Part, announced: bool) -> Price | None:
    """Read a range; None where the two amounts are none."""
    factor = first.factor
    if factor != 1 and second.factor == 1 and not second.marked:
        return None
    if factor == 1 and second.factor != 1 and first.is_short:
        factor = second.factor
    low, high = first.number * factor, second.number * second.factor
    currencies = {first.currency, second.currency} - {None}
    tells = second.is_money or second.factor != 1
    if (
        not low < high <= _WIDEST_RANGE * low
        or len(currencies) > 1
        or not (announced or first.is_money or second.is_money)
        or (not tells and match["to"] not in "-~" and not announced)
        or (not tells and _MEASURED.match(match.string, second.end))
    ):
        return None
    return Price(low, high, next(iter(currencies), None), second.end)
