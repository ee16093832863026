"""From digits to a telephone number as E.164, or to nothing where the country is not evident."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberFormat

from graph.errors import UsageError

_MEXICAN_MOBILE = re.compile(r"\+521(?=\d{10}$)")
_MEXICAN_MOBILE_AT_HOME = re.compile(r"04[45](?=\d{10}$)")


@lru_cache(maxsize=1 << 18)
def clean(digits: str, region: str | None) -> str | None:
    """Read digits as a valid telephone number.

    Parameters
    ----------
    digits : str
        ASCII digits, preceded by ``+`` when they begin with a country code.
    region : str or None
        ISO 3166 code of the country whose national numbers are meant.

    Returns
    -------
    str or None
        E.164; None when the number is not valid, or has neither ``+`` nor ``00`` nor a region.

    Notes
    -----
    Plain mobile numbers are compared with libphonenumber's own pattern; everything else goes
    through its parser. Both give the same answer.

    Examples
    --------
    >>> clean("02079460123", "GB")
    '+442079460123'
    >>> clean("02079460123", None) is None
    True
    """
    if not 7 <= len(digits) <= 18:
        return None
    if digits.startswith("+"):
        return _international(_MEXICAN_MOBILE.sub("+52", digits))
    if digits.startswith("00"):
        abroad = _international(_MEXICAN_MOBILE.sub("+52", "+" + digits[2:]))
        at_home = _parsed(digits, region) if region else None
        if at_home is None or not at_home.startswith(country_code(region or "")):
            return abroad
        return None if abroad and abroad != at_home else at_home
    if region is None:
        return None
    if region == "MX":
        digits = _MEXICAN_MOBILE_AT_HOME.sub("", digits)
    return _mobile_at_home(digits, region) or _parsed(digits, region)


def _international(digits: str) -> str | None:
    """Read a number that names its country."""
    return _mobile_abroad(digits) or _parsed(digits, None)


def _parsed(digits: str, region: str | None) -> str | None:
    """Have libphonenumber read a number."""
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _mobile_abroad(digits: str) -> str | None:
    """Keep a number that is plainly a mobile number of a country with a code of its own."""
    for length in (2, 3) if digits[1] != "0" else ():
        regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(digits[1 : 1 + length]), ())
        if len(regions) == 1 and regions[0] != "001":
            _, pattern = _mobile(regions[0])
            plain = pattern is not None and pattern.fullmatch(digits, 1 + length)
            return digits if plain else None
    return None


def _mobile_at_home(digits: str, region: str) -> str | None:
    """Write as E.164 what is plainly a trunk prefix and a mobile number of the region."""
    prefix, pattern = _mobile(region)
    if (
        pattern is None
        or not digits.startswith(prefix)
        or not pattern.fullmatch(digits, len(prefix))
    ):
        return None
    return f"+{phonenumbers.country_code_for_region(region)}{digits[len(prefix) :]}"


@cache
def _mobile(region: str) -> tuple[str, re.Pattern[str] | None]:
    """Trunk prefix and mobile pattern of a region; no pattern where its rules are not plain."""
    data = PhoneMetadata.metadata_for_region(region, None)
    if data is None or data.mobile is None or not data.mobile.national_number_pattern:
        return "", None
    prefix = data.national_prefix or ""
    plain = (
        prefix
        and data.national_prefix_for_parsing == prefix
        and data.national_prefix_transform_rule is None
    )
    return prefix, re.compile(data.mobile.national_number_pattern) if plain else None


@cache
def country_code(region: str) -> str:
    """Tell what E.164 numbers of a region begin with, ``+`` included."""
    return f"+{phonenumbers.country_code_for_region(region)}"


@cache
def trunk_prefix(region: str) -> str:
    """Tell what national numbers of a region begin with; empty where they need nothing."""
    prefix = phonenumbers.ndd_prefix_for_region(region, True) or ""
    return "" if prefix == "1" else prefix


def known_region(name: str) -> str:
    """Write a country's code in capitals.

    Raises
    ------
    UsageError
        If no country with telephone numbers has this code.

    Examples
    --------
    >>> known_region("id")
    'ID'
    """
    region = name.strip().upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise UsageError(
            f"region {name!r} is not a country's two-letter code; write for example ID or MY."
        )
    return region
