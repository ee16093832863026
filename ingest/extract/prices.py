"""Prices: an amount with a currency marker, or with a word that is used of money only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.currencies import MARKERS, MONEY_EVERYWHERE, MULTIPLES, currency_of
from ingest.extract.found import Price

_AMOUNT = re.compile(
    r"[0-9](?<![0-9].)(?<![0-9][.,'’].)"
    r"(?:[0-9]{0,2}(?:[.,'’][0-9]{3}(?![0-9]))+(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]{0,2}(?: [0-9]{3}(?![0-9]))+(?:[.,][0-9]{1,2})?(?! ?-?[0-9])"
    r"|[0-9]{0,11}(?:[.,][0-9]{1,2}(?![0-9]))?)"
    r"(?![0-9])"
)


def _alternatives(words: list[str]) -> str:
    """Regex alternatives, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEFORE = re.compile(
    rf"(?:(?<![^\W\d_])(?P<word>{_alternatives([m for m in MARKERS if m[0].isalpha()])})"
    rf"|(?P<sign>{_alternatives([m for m in MARKERS if not m[0].isalpha()])}))[.:]?[ ]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf" ?(?:(?P<multiple>{_alternatives(list(MULTIPLES))})(?![^\W\d_]) ?)?"
    rf"(?:(?P<marker>{_alternatives(list(MARKERS))})(?![^\W_])(?! ?[0-9]))?",
    re.IGNORECASE,
)
_LAST_LETTERS = frozenset(letter for m in MARKERS for letter in m[-1] + m[-1].upper()) | {".", ":"}
_FIRST_LETTERS = frozenset(letter for m in [*MARKERS, *MULTIPLES] for letter in m[0] + m[0].upper())
_WIDEST_MARKER = max(map(len, MARKERS)) + 3


def find(text: str, region: str | None) -> Iterator[Price]:
    """Find prices in a unified text from which links and addresses are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    region : str or None
        Country that decides what ``$``, ``¥``, ``kr``, ``Rs``, ``k`` and ``tr`` mean.

    Yields
    ------
    Price
        A number without a marker is no price. ``k`` counts only beside a marker or in a
        region where it is used of money.
    """
    last = 0
    for match in _AMOUNT.finditer(text):
        start, end = match.span()
        before = _marker_before(text, max(last, start - _WIDEST_MARKER), start)
        after = _marker_after(text, end, before is not None, region)
        if before is None and after is None:
            continue
        if before is None and _is_in_a_number(text, start):
            continue
        word, trailing, stop = after or ("", None, end)
        multiple = MULTIPLES.get(word)
        marker = (before["word"] or before["sign"] if before else None) or trailing
        price = Price(
            start - (len(before.group()) if before else 0),
            stop,
            _amount(match.group(), multiple is not None) * (multiple.factor if multiple else 1),
            currency_of(marker, region)
            if marker
            else multiple.implied(region)
            if multiple
            else None,
        )
        last = price.end
        yield price


def _marker_before(text: str, first: int, start: int) -> re.Match[str] | None:
    """Find the currency marker that ends where an amount begins."""
    near = text[start - 1 : start] if start > first else ""
    if near == " ":
        near = text[start - 2 : start - 1]
    return _BEFORE.search(text[first:start]) if near and near in _LAST_LETTERS else None


def _marker_after(
    text: str, end: int, marked: bool, region: str | None
) -> tuple[str, str | None, int] | None:
    """Multiple, currency marker and end of what follows an amount, when it tells of money."""
    near = text[end : end + 1]
    if near == " ":
        near = text[end + 1 : end + 2]
    if near not in _FIRST_LETTERS or not near:
        return None
    match = _AFTER.match(text, end)
    if match is None or not match.group().strip():
        return None
    multiple = (match["multiple"] or "").lower()
    if multiple and not (marked or match["marker"] or _means_money(multiple, region)):
        return None
    return multiple, match["marker"], end + len(match.group().rstrip())


def _means_money(multiple: str, region: str | None) -> bool:
    """Whether a word such as ``jt`` or ``k`` tells of money by itself."""
    return multiple in MONEY_EVERYWHERE or MULTIPLES[multiple].implied(region) is not None


def _is_in_a_number(text: str, start: int) -> bool:
    """Whether digits before an amount make it the tail of something longer."""
    return bool(re.search(r"[0-9+][ .()\-/]{0,2}$", text[max(0, start - 4) : start]))


def _amount(written: str, multiplied: bool) -> float:
    """Work out the number that an amount's digits and separators mean."""
    groups = re.split(r"[^0-9]", written)
    decimals = len(groups) > 1 and (
        len(groups[-1]) < 3 or (multiplied and len(groups) == 2 and "," not in written[:-4])
    )
    if decimals:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float("".join(groups))
