"""Which currency a marker means, with and without a region to decide."""

from __future__ import annotations

from ingest.extract.goods.wording import lowered, table

_TABLE = table("currencies.toml")
_CAPITALS = frozenset(_TABLE["capitals"].split())
_CODES = {code.lower(): code for code in (*_CAPITALS, *_TABLE["codes"].split())}


def _words(*tables: str) -> dict[str, str]:
    """Markers of some tables and the one currency that each means."""
    return {
        lowered(word): currency
        for name in tables
        for currency, words in _TABLE[name].items()
        for word in words
    }


def _by_region(*tables: str) -> dict[str, dict[str, str]]:
    """Markers of some tables and what each means by region."""
    return {lowered(word): where for name in tables for word, where in _TABLE[name].items()}


_MEANS = _CODES | _words("either", "behind")
_MEANS_BY_REGION = _by_region("shared", "shared_behind", "local", "local_behind")
_LOCAL = frozenset(_by_region("local", "local_behind"))

BEFORE = frozenset({*_CODES, *_words("either"), *_by_region("shared", "local")})
"""Markers that may stand before a number, in lower case."""

BEHIND = frozenset({*_MEANS, *_MEANS_BY_REGION})
"""Markers that may stand behind a number, in lower case."""

OF_SMALL_UNITS = frozenset({"IDR", "VND", "LAK", "KHR", "IRR"})
"""Currencies of which people leave out the thousands."""

_DECIMALS_OF_THREE = frozenset({"KWD", "BHD", "OMR", "JOD", "IQD", "LYD", "TND"})


def is_marker(written: str, region: str | None) -> bool:
    """Whether a text means money in a region.

    Parameters
    ----------
    written : str
        One of `BEFORE` or `BEHIND` in the case in which the text has it: a code that is also a
        word must be in capitals.
    region : str or None
    """
    folded = lowered(written)
    if folded in _LOCAL:
        return (region or "") in _MEANS_BY_REGION[folded]
    return written.isupper() or _CODES.get(folded) not in _CAPITALS


def needs_much(marker: str) -> bool:
    """Whether a marker is so short that beside a small number it is no money."""
    return len(marker) == 1 and lowered(marker) in _LOCAL


def currency_of(marker: str, region: str | None) -> str | None:
    """Tell the ISO code of a marker; None where it names several currencies and no region decides.

    >>> currency_of("Rp", None), currency_of("$", "AU"), currency_of("¥", None)
    ('IDR', 'AUD', None)
    """
    folded = lowered(marker)
    return _MEANS_BY_REGION.get(folded, {}).get(region or "") or _MEANS.get(folded)


def currency_at_home(region: str | None) -> str | None:
    """Tell what is paid with in a region."""
    home: str | None = _TABLE["home"].get(region or "")
    return home


def has_three_decimals(currency: str | None) -> bool:
    """Whether three digits behind a point may be a fraction of a currency's unit."""
    return currency in _DECIMALS_OF_THREE
