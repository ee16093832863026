"""Prices: an amount with a currency marker, or with a word that is used of money only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.extract.found import Stated
from ingest.extract.goods.currencies import (
    MARKERS,
    MONEY_EVERYWHERE,
    MULTIPLES,
    currency_of,
    is_marker,
)
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting


def _any_of(words: Iterable[str]) -> str:
    """Regex alternatives, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _begins_as(words: Iterable[str]) -> str:
    """Regex that looks whether one of some words may begin here."""
    return "(?=[" + re.escape("".join(sorted({word[0] for word in words}))) + "])"


_DIGITS = (
    r"(?>[0-9]{0,2}(?:[.,'’][0-9]{3}(?![0-9]))+(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]{0,2}(?: [0-9]{3}(?![0-9]))+(?:[.,][0-9]{1,2})?(?! ?-?[0-9])"
    r"|[0-9]{0,11}(?:[.,][0-9]{1,2}(?![0-9]))?)(?![0-9])"
)
_LAST_OF_MARKER = re.escape("".join(sorted({word[-1] for word in MARKERS}))) + ".:"
_AMOUNT = re.compile(
    r"(?P<digits>[0-9](?<![0-9].)(?<![0-9][.,'’].)"
    rf"(?P<marked>(?<=[{_LAST_OF_MARKER}].)|(?<=[{_LAST_OF_MARKER}] .))?{_DIGITS})"
    rf"(?: ?{_begins_as(MULTIPLES)}(?P<multiple>{_any_of(MULTIPLES)})(?![^\W\d_]))?"
    rf"(?: ?{_begins_as(MARKERS)}(?P<marker>{_any_of(MARKERS)})(?![^\W_])(?! ?[0-9]))?"
    r"(?(marked)|(?(multiple)|(?(marker)|(?!))))",
    re.IGNORECASE,
)
_BEFORE_REVERSED = re.compile(rf" ?[.:]?({_any_of(word[::-1] for word in MARKERS)})", re.IGNORECASE)
_WIDEST_MARKER = max(map(len, MARKERS)) + 3
_IN_A_NUMBER_REVERSED = re.compile(r"[ .()/-]{0,2}[0-9+]")


def may_hold(_: Cues) -> str:
    """What a text with a price holds."""
    return "[0-9]"


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
        region where it is used of money.
    """
    last = 0
    for match in _AMOUNT.finditer(text):
        start = match.start()
        marker, width = _marker_before(text[max(last, start - _WIDEST_MARKER) : start])
        price = _price(match, marker, setting.region)
        if price is None or (marker is None and _is_in_a_number(text, start)):
            continue
        amount, currency, last = price
        yield Stated(start - width, last, "price", amount, unit=currency)


def _marker_before(near: str) -> tuple[str | None, int]:
    """Find the currency marker at the end of a text, and how many characters it takes."""
    match = _BEFORE_REVERSED.match(near[::-1])
    if match is None:
        return None, 0
    marker = match.group(1)[::-1]
    before = near[-match.end() - 1 : -match.end()] if match.end() < len(near) else ""
    if not is_marker(marker) or (marker[0].isalpha() and before.isalpha()):
        return None, 0
    return marker, match.end()


def _price(
    match: re.Match[str], marker: str | None, region: str | None
) -> tuple[float, str | None, int] | None:
    """Amount, currency and end of what is written, if it tells of money."""
    word, trailing = (match["multiple"] or "").lower(), match["marker"]
    trailing = trailing if trailing and is_marker(trailing) else None
    marker = marker or trailing
    if not marker and not (word and _means_money(word, region)):
        return None
    amount = _amount(match["digits"], bool(word))
    currency = currency_of(marker, region) if marker else None
    if word:
        amount *= MULTIPLES[word].factor
        currency = currency or MULTIPLES[word].implied(region)
    return amount, currency, match.end("marker" if trailing else "multiple" if word else "digits")


def _means_money(multiple: str, region: str | None) -> bool:
    """Whether a word such as ``jt`` or ``k`` tells of money by itself."""
    return multiple in MONEY_EVERYWHERE or MULTIPLES[multiple].implied(region) is not None


def _is_in_a_number(text: str, start: int) -> bool:
    """Whether digits before an amount make it the tail of something longer."""
    return _IN_A_NUMBER_REVERSED.match(text[max(0, start - 4) : start][::-1]) is not None


def _amount(written: str, multiplied: bool) -> float:
    """Work out the number that an amount's digits and separators mean."""
    groups = re.split(r"[^0-9]", written)
    decimals = len(groups) > 1 and (
        len(groups[-1]) < 3 or (multiplied and len(groups) == 2 and "," not in written[:-4])
    )
    if decimals:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float("".join(groups))
