"""Addresses in 4CAT's columns: lists of them, and those that a text does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BETWEEN = re.compile(r",\s*(?=https?://)")
_SCHEME = re.compile(r"^(?:https?|tel|mailto):(?://)?(?:www\.)?", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def one_a_line(addresses: str) -> str:
    """Put addresses that commas separate on lines of their own; a comma inside one stays.

    >>> one_a_line("https://a.example/1,2.jpg, https://a.example/3.jpg").splitlines()
    ['https://a.example/1,2.jpg', 'https://a.example/3.jpg']
    """
    return _BETWEEN.sub("\n", addresses.strip())


def details(found: Iterable[str | None]) -> str | None:
    """Join details for a ``contact`` column; None when there are none.

    >>> details(["+12025550123", None, "https://a.example/?x;y"])
    '+12025550123;https://a.example/?x%3By'
    """
    clean = (_SPACES.sub(" ", each).replace(";", "%3B").strip() for each in found if each)
    return ";".join(dict.fromkeys(each for each in clean if each)) or None


def is_shown(address: str, words: str) -> bool:
    """Whether a text shows an address, with or without how it begins.

    >>> is_shown("https://www.shop.example/", "See shop.example!")
    True
    """
    return _SCHEME.sub("", address).rstrip("/").casefold() in words.casefold()
