"""International bank account numbers that prove themselves by length and check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stdnum import iban

from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting

_COUNTRIES = {
    15: "NO", 16: "BE", 18: "DK FI FK FO GL NL SD", 19: "MK SI", 20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV", 22: "BG BH CR DE GB GE IE ME RS VA", 23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG", 25: "LY PT ST", 26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HN HU LB NI PL SV", 29: "BR EG PS QA UA",
    30: "JO KW MU YE", 31: "MT SC", 32: "LC", 33: "RU",
}  # fmt: skip
_LENGTHS = {country: size for size, names in _COUNTRIES.items() for country in names.split()}
_BEGIN = re.compile(
    rf"(?<![A-Za-z0-9])(?:{'|'.join(sorted(_LENGTHS))})[0-9]{{2}}(?=[ .-]?[A-Z0-9])", re.IGNORECASE
)
_LETTER = re.compile(rf"[ .{IGNORED}-]{{0,3}}([A-Za-z0-9])")


def may_hold(_: Cues) -> str:
    """What a text with an account number of this kind holds."""
    return rf"(?i-u:{'|'.join(sorted(_LENGTHS))})[0-9]{{2}}[ .-]?[A-Za-z0-9]{{4}}[ .-]?[A-Za-z0-9]"


def find(text: str, _: Setting) -> Iterator[Found]:
    """Find account numbers in a unified text, written in groups or in one.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.

    Yields
    ------
    Found
        Kind ``iban``, the value in capitals without separators. A number whose length or check
        digits do not fit its country yields nothing.
    """
    for match in _BEGIN.finditer(text):
        country = match.group()[:2].upper()
        letters, end = [match.group()], match.end()
        while sum(map(len, letters)) < _LENGTHS[country]:
            following = _LETTER.match(text, end)
            if following is None:
                break
            letters.append(following.group(1))
            end = following.end()
        if text[end : end + 1].isalnum():
            continue
        key = key_of("".join(letters))
        if key is not None:
            yield Found(match.start(), end, "iban", key[5:], key, "check digits", 0.99)


@lru_cache(maxsize=1 << 14)
def key_of(written: str) -> str | None:
    """Key of an account number, without anything around it; None where it is none.

    Parameters
    ----------
    written : str
        Spaces are allowed.

    Examples
    --------
    >>> key_of("GB33 BUKB 2020 1555 5555 55")
    'iban:GB33BUKB20201555555555'
    >>> key_of("GB34 BUKB 2020 1555 5555 55") is None
    True
    """
    bare = "".join(written.split()).upper()
    if not bare.isascii() or len(bare) != _LENGTHS.get(bare[:2]):
        return None
    return f"iban:{bare}" if iban.is_valid(bare, check_country=False) else None
