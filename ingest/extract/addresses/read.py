"""What an address was read as."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph import keys
from ingest.extract.found import Found
from ingest.extract.phones import numbers

_CODE = re.compile(r"[A-Za-z0-9_-]{6,64}")


class Read(NamedTuple):
    """A contact detail behind an address; the fields are those of `found.Found`."""

    kind: str
    value: str
    key: str
    rule: str
    confidence: float
    channel: str | None = None

    def at(self, start: int, end: int) -> Found:
        """Place it in a text."""
        return Found(
            start, end, self.kind, self.value, self.key, self.rule, self.confidence, self.channel
        )

    def disguised(self, rule: str, confidence: float) -> Read:
        """Say which disguise it was read in, and how sure that is."""
        return self._replace(
            rule=f"{rule} + {self.rule}", confidence=min(confidence, self.confidence)
        )


def handle(platform: str, name: str, rule: str) -> Read:
    """Make a contact detail of a profile."""
    key = keys.handle(platform, name)
    return Read(*keys.detail_parts(key), key, rule, 0.95)


def invite(place: str, code: str) -> Read | None:
    """Name an invitation to a group by its code, which is case-sensitive."""
    if not _CODE.fullmatch(code):
        return None
    return Read("invite", place + code, f"invite:{place}{code}", "invitation", 0.98)


def group(value: str) -> Read:
    """Name a group by its address."""
    return Read("invite", value, f"invite:{value}", "address of a group", 0.95)


def phone(number: str | None, rule: str, channel: str) -> Read | None:
    """Make a contact detail of the number that a link opens a chat with."""
    if number is None:
        return None
    return Read("phone", number, f"phone:{number}", rule, 0.98, channel)


def number_in_link(written: str, region: str | None) -> str | None:
    """Read a number in a link: international by convention, with or without ``+``.

    Parameters
    ----------
    written : str
    region : str or None
        Whose number it is when it begins with a single zero.

    Returns
    -------
    str or None
        E.164; None when it is no valid number.
    """
    digits = re.sub(r"[\s().+-]|%20|%2B", "", written)
    if not (digits.isascii() and digits.isdigit()):
        return None
    if digits.startswith("0") and not digits.startswith("00"):
        return numbers.clean(digits, region)
    return numbers.clean("+" + digits.removeprefix("00"), None)
