"""What a labelled case is, and when a detail that is reported is the labelled one."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import NamedTuple

_FREELY_WRITTEN = ("permit:", "ring:", "plate:", "company:", "parcel:")
_NOT_KEPT = re.compile(r"[^0-9a-z:*]")


class Case(NamedTuple):
    """One text whose contact details are known, because it was composed of them.

    Attributes
    ----------
    country, channel, obfuscation : str
        The cell of the table.
    text : str
    region, platform : str or None
        What the reader is told of where the text stands.
    expected : frozenset of str
        Keys of the details that the text gives away; ``*`` stands for what nobody can know
        beforehand, such as a keyed hash.
    allowed : tuple of str
        Patterns of keys that may be reported besides, and need not.
    said : str or None
        What a number is said to be used with.
    holder : str or None
        In whose name an account is said to be.
    new : bool
        Whether its sentences are of those that only reported seeds draw.
    """

    country: str
    channel: str
    obfuscation: str
    text: str
    region: str | None
    platform: str | None
    expected: frozenset[str]
    allowed: tuple[str, ...] = ()
    said: str | None = None
    holder: str | None = None
    new: bool = False


def agrees(label: str, key: str) -> bool:
    """Whether a reported key is the labelled one.

    Permits, rings, plates, companies and parcels are written with other marks between their
    letters and digits by everybody; the letters and digits have to be the same.
    """
    if label.startswith(_FREELY_WRITTEN):
        label, key = (_NOT_KEPT.sub("", each.lower()) for each in (label, key))
    return label == key or ("*" in label and fnmatchcase(key, label))
