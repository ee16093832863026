"""Hashes of what pictures look like: how they are written, and how near is near."""

from __future__ import annotations

import re

PLAIN = "phash:plain"
UNREADABLE = "phash:unreadable"
NOT_COMPARED = (PLAIN, UNREADABLE)
"""Written in the place of a hash where a picture was looked at and cannot be compared."""

MOST_BITS = {"phash": 8, "pdq": 31}
"""In how many bits the hashes of one picture may differ, for each method that is compared. pHash:
measured in ``tests/bench``. PDQ: as its makers recommend, of 256."""

MOST_BITS_OF_GUARD = 10
"""The same for dHash, which must agree as well where both pictures have one beside their pHash."""

MOST_BITS_UNGUARDED = 6
"""For pHash where one of two pictures has no dHash."""

_DIGITS = {"phash": 16, "pdq": 64, "dhash": 16}
_STATED = re.compile(r"(\w+):([0-9a-f]+)")


def stated(perceptual_hash: str | None) -> dict[str, str]:
    """Read the hashes of a picture by method, those that can be compared.

    >>> stated("phash:00ff00ff00ff00ff dhash:0123456789abcdef")
    {'phash': '00ff00ff00ff00ff', 'dhash': '0123456789abcdef'}
    >>> stated("phash:plain")
    {}
    """
    found = dict(_STATED.findall(perceptual_hash or ""))
    fitting = {name: it for name, it in found.items() if len(it) == _DIGITS.get(name)}
    return {name: it for name, it in fitting.items() if name == "dhash" or tells_apart(it)}


def tells_apart(digits: str) -> bool:
    """Whether about half of a hash's bits are set, as are in all but pictures of next to nothing.

    >>> tells_apart("8000000000000000")
    False
    """
    bits = 4 * len(digits)
    return 3 * bits <= 8 * int(digits, 16).bit_count() <= 5 * bits
