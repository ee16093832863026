"""Which country digits belong to: what is written, the region, and when neither tells."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberType

from ingest.extract.phones import numbers

_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
_LEAST_ABROAD = 11
_LEAST_BARE = 10
_MOST_LEFT_OUT = 3
_DIALLED_FROM_NORTH_AMERICA = "011"
_TELEPHONE_SHAPE = re.compile(
    r"0[1-9][0-9]{0,3}(?:[ .-][0-9]{2,5}){1,4}"
    r"|0[1-9][0-9]{7,10}"
    r"|\(0?[1-9][0-9]{1,4}\)(?:[ .-]?[0-9]{2,8}){1,4}"
    r"|[2-9][0-9]{2}([ .-])[2-9][0-9]{2}\1[0-9]{4}"
)


class Number(NamedTuple):
    """A valid number and how its country was told."""

    e164: str
    rule: str
    confidence: float


def number(digits: str, region: str | None, cued: bool, sizes: tuple[int, ...]) -> Number | None:
    """Read digits as one telephone number, if its country is evident.

    Parameters
    ----------
    digits : str
        ASCII digits, preceded by ``+`` where one is written.
    region : str or None
        ISO 3166 code of the country whose national numbers are meant.
    cued : bool
        Whether a word says that a telephone number follows.
    sizes : tuple of int
        How many digits stand together, group by group.

    Returns
    -------
    Number or None
        None also where digits without ``+`` and trunk prefix may be a number of the region or one
        with another country's code.

    Examples
    --------
    >>> number("0171 39200 34".replace(" ", ""), "DE", False, (4, 5, 2)).e164
    '+491713920034'
    >>> number("01713920034", None, True, (11,)) is None
    True
    """
    if digits.startswith("+"):
        e164 = numbers.clean(digits, region)
        return Number(e164, "international", 0.95) if e164 else None
    if digits.startswith("00"):
        e164 = numbers.clean(digits, region)
        return Number(e164, "international", 0.95 if region else 0.85) if e164 else None
    if region is None:
        return _abroad(digits, None, cued, sizes)
    return _at_home(digits, region, cued, sizes)


def _at_home(digits: str, region: str, cued: bool, sizes: tuple[int, ...]) -> Number | None:
    """Read a national number of the region, or one with a country code."""
    e164 = numbers.clean(digits, region)
    if e164 is None or _drops_digits(digits, e164):
        return _abroad(digits, region, cued, sizes)
    if not e164.startswith(numbers.country_code(region)):
        dialled = digits.startswith(_DIALLED_FROM_NORTH_AMERICA)
        return Number(e164, "international", 0.9) if dialled else None
    trunk = numbers.trunk_prefix(region)
    if trunk and digits.startswith(trunk):
        return Number(e164, "national", 0.9)
    if digits == e164[1:]:
        rule = "country code without +"
        return Number(e164, rule, 0.9 if cued else 0.8) if len(digits) >= _LEAST_BARE else None
    is_bare = _is_written_bare(e164, region)
    if cued and not is_bare:
        abroad = _abroad(digits, region, cued, sizes)
        if not _is_mobile(e164):
            return abroad
        return Number(e164, "cue word", 0.9) if abroad is None else None
    if cued:
        return Number(e164, "cue word", 0.9)
    if is_bare and (len(digits) >= _LEAST_BARE or len(sizes) > 1):
        return Number(e164, "national", 0.7)
    return None


def _drops_digits(digits: str, e164: str) -> bool:
    """Whether more digits than a trunk prefix and a carrier's code are left out."""
    national = len(e164) - 1 - len(str(phonenumbers.parse(e164, None).country_code))
    return len(digits) - national > _MOST_LEFT_OUT and e164[1:] not in digits


def _abroad(digits: str, region: str | None, cued: bool, sizes: tuple[int, ...]) -> Number | None:
    """Read a mobile number that begins with a country code but not with ``+``."""
    if digits[0] == "0" or len(digits) < _LEAST_ABROAD:
        return None
    e164 = _mobile_of_the_world(digits)
    if e164 is None or _is_mobile_somewhere(digits):
        return None
    if cued:
        return Number(e164, "country code without + + cue word", 0.75)
    if region is not None or not _is_grouped(e164, sizes):
        return None
    return Number(e164, "country code without +", 0.6)


def _is_grouped(e164: str, sizes: tuple[int, ...]) -> bool:
    """Whether digits stand in groups as those of a telephone number do."""
    code = len(str(phonenumbers.parse(e164, None).country_code))
    if sizes[0] == code:
        sizes = sizes[1:]
    elif sizes[0] > code + 1:
        sizes = (sizes[0] - code, *sizes[1:])
    return 2 <= len(sizes) <= 4 and all(2 <= size <= 5 for size in sizes)


@lru_cache(maxsize=1 << 14)
def _mobile_of_the_world(digits: str) -> str | None:
    """Write a mobile number that begins with its country code as E.164."""
    e164 = numbers.clean("+" + digits, None)
    return e164 if e164 is not None and _is_mobile(e164) else None


def _is_mobile(e164: str) -> bool:
    """Whether a number is, or may be, that of a mobile telephone."""
    return phonenumbers.number_type(phonenumbers.parse(e164, None)) in _MOBILE


def is_mailbox(e164: str) -> bool:
    """Whether a number is that of a mailbox, which nobody writes into an advertisement."""
    return phonenumbers.number_type(phonenumbers.parse(e164, None)) == PhoneNumberType.VOICEMAIL


@lru_cache(maxsize=1 << 14)
def _is_mobile_somewhere(digits: str) -> bool:
    """Whether digits are, as they stand, a national mobile number of some country."""
    return any(pattern.fullmatch(digits) for pattern in _mobile_patterns())


@cache
def _mobile_patterns() -> tuple[re.Pattern[str], ...]:
    """Mobile numbers of every country, without a trunk prefix."""
    patterns = set()
    for region in phonenumbers.SUPPORTED_REGIONS:
        data = PhoneMetadata.metadata_for_region(region, None)
        if data is not None and data.mobile is not None and data.mobile.national_number_pattern:
            patterns.add(data.mobile.national_number_pattern)
    return tuple(map(re.compile, sorted(patterns)))


def is_plainly_a_telephone_number(written: str) -> bool:
    """Whether a number's grouping and first digits are those of national telephone numbers.

    Examples
    --------
    >>> is_plainly_a_telephone_number("0812-0000-0034")
    True
    >>> is_plainly_a_telephone_number("8120000034")
    False
    """
    return 9 <= sum(map(str.isdigit, written)) <= 12 and bool(
        _TELEPHONE_SHAPE.fullmatch(written.strip())
    )


@lru_cache(maxsize=1 << 16)
def _is_written_bare(e164: str, region: str) -> bool:
    """Whether a number is customarily written without a trunk prefix."""
    if not numbers.trunk_prefix(region):
        return True
    national = phonenumbers.national_significant_number(phonenumbers.parse(e164, None))
    for starts, pattern, bare in _formats(region):
        if (starts is None or starts.match(national)) and pattern.fullmatch(national):
            return bare
    return False


@cache
def _formats(region: str) -> list[tuple[re.Pattern[str] | None, re.Pattern[str], bool]]:
    """How numbers of a region are written: first digits, shape, whether without trunk prefix."""
    data = PhoneMetadata.metadata_for_region(region, None)
    return [
        (
            re.compile(form.leading_digits_pattern[-1]) if form.leading_digits_pattern else None,
            re.compile(form.pattern or "$"),
            not form.national_prefix_formatting_rule
            or numbers.trunk_prefix(region) not in form.national_prefix_formatting_rule
            or bool(form.national_prefix_optional_when_formatting),
        )
        for form in (data.number_format if data is not None else [])
    ]
