"""Which currency a marker means, with and without a region to decide."""

from __future__ import annotations

from typing import NamedTuple

CODES = frozenset({
    "IDR", "MYR", "SGD", "THB", "VND", "PHP", "CNY", "JPY", "KRW", "HKD", "TWD", "INR", "PKR",
    "LKR", "NPR", "BDT", "LAK", "MMK", "KHR", "BND", "USD", "EUR", "GBP", "CHF", "AUD", "NZD",
    "CAD", "MXN", "BRL", "COP", "PEN", "CLP", "ARS", "BOB", "ZAR", "NGN", "KES", "TZS", "UGX",
    "GHS", "XAF", "XOF", "EGP", "MAD", "TRY", "AED", "SAR", "QAR", "KWD", "OMR", "BHD", "JOD",
    "RUB", "UAH", "PLN", "CZK", "HUF", "RON", "SEK", "NOK", "DKK", "ILS",
})  # fmt: skip

MARKERS = {
    "rp": "IDR",
    "rm": "MYR",
    "us$": "USD",
    "s$": "SGD",
    "a$": "AUD",
    "r$": "BRL",
    "hk$": "HKD",
    "nt$": "TWD",
    "mx$": "MXN",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "฿": "THB",
    "บาท": "THB",
    "baht": "THB",
    "₫": "VND",
    "đ": "VND",
    "vnđ": "VND",
    "₱": "PHP",
    "₹": "INR",
    "₦": "NGN",
    "₽": "RUB",
    "руб": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "zł": "PLN",
    "ksh": "KES",
    "kes": "KES",
    "dhs": "AED",
    "元": "CNY",
    "块": "CNY",
    "rmb": "CNY",
    "円": "JPY",
    "reais": "BRL",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "$": None,
    "¥": None,
    "kr": None,
    "rs": None,
    "rs.": None,
    **{code.lower(): code for code in CODES},
}
"""Markers in lower case and the one currency each means; None: a region has to decide."""

_BY_REGION = {
    "$": {
        "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD",
        "MX": "MXN", "CO": "COP", "CL": "CLP", "AR": "ARS",
    },
    "¥": {"CN": "CNY", "JP": "JPY"},
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK"},
    "rs": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR"},
}  # fmt: skip

_WORDS_IN_LOWER_CASE = frozenset({"try", "mad", "cop", "pen", "bob", "lak", "all"})


class Multiple(NamedTuple):
    """A word that multiplies an amount.

    Attributes
    ----------
    factor : int
    currency : str or None
        The currency it implies wherever it is used.
    by_region : dict
        The currency it implies in a region; elsewhere it need not tell of money at all.
    """

    factor: int
    currency: str | None
    by_region: dict[str, str]

    def implied(self, region: str | None) -> str | None:
        """Tell the currency that the word implies by itself."""
        return self.currency or self.by_region.get(region or "")


_MALAY = {"ID": "IDR", "MY": "MYR"}

MULTIPLES = {
    "juta": Multiple(1_000_000, None, _MALAY),
    "jt": Multiple(1_000_000, "IDR", {}),
    "ribu": Multiple(1_000, None, _MALAY),
    "rb": Multiple(1_000, "IDR", {}),
    "triệu": Multiple(1_000_000, "VND", {}),
    "tr": Multiple(1_000_000, None, {"VN": "VND"}),
    "nghìn": Multiple(1_000, "VND", {}),
    "ngàn": Multiple(1_000, "VND", {}),
    "k": Multiple(1_000, None, {"ID": "IDR", "VN": "VND", "PH": "PHP"}),
    "万": Multiple(10_000, None, {"CN": "CNY", "JP": "JPY"}),
}
"""In lower case."""

MONEY_EVERYWHERE = frozenset({"juta", "ribu"})
"""Multiples that are used of money even where they do not tell which."""


def is_marker(written: str) -> bool:
    """Whether a text is a currency marker; a code that is also a word must be in capitals."""
    folded = written.lower()
    return folded in MARKERS and (folded not in _WORDS_IN_LOWER_CASE or written.isupper())


def currency_of(marker: str, region: str | None) -> str | None:
    """Tell the ISO code of a marker; None where it names several currencies and no region decides.

    >>> currency_of("Rp", None), currency_of("$", "AU"), currency_of("¥", None)
    ('IDR', 'AUD', None)
    """
    folded = marker.lower()
    known = MARKERS[folded]
    return known or _BY_REGION.get(folded.rstrip("."), {}).get(region or "")
