"""What the auto-archiver says in cells: whether it succeeded, when, and fingerprints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.readers.refusal import Refusal

_SHA256 = re.compile(r"^(?:sha-?256:)?([0-9a-f]{64})$", re.IGNORECASE)
_PERCEPTUAL = re.compile(r"^(?:([a-z]{2,12}):)?([0-9a-f]{8,128})$", re.IGNORECASE)
_NAIVE = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ](\d{1,2})(:\d{2}(?::\d{2}(?:\.\d+)?)?)$")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?)(?:[?#]|$)", re.IGNORECASE)
_DONE = ("success", "already archived")


def check_status(status: str | None, field: str) -> None:
    """Raise `Refusal` unless the archiver has archived a page."""
    if status is None:
        raise Refusal(field, "the archiver has not come to it yet")
    if not any(word in status.casefold() for word in _DONE):
        raise Refusal(field, f"the archiver says '{status[:200]}'")


def in_utc(stated: str | None) -> str | None:
    """Mark a time that carries no zone as the archiver means it: UTC."""
    naive = _NAIVE.match(stated.strip()) if stated else None
    if naive is None:
        return stated
    day, hour, rest = naive.groups()
    return f"{day}T{hour:0>2}{rest}Z"


def sha256(stated: str | None) -> str | None:
    """Read the SHA-256 of a file; None of another method.

    >>> sha256("SHA-256:" + "0A" * 32) == "0a" * 32
    True
    """
    found = _SHA256.match(stated.strip()) if stated else None
    return found.group(1).lower() if found else None


def perceptual_hashes(stated: str) -> list[str]:
    """Read hashes of what images look like, commas or blanks between them; PDQ unless they say.

    >>> perceptual_hashes("F8F8F8F8,phash:0011223344556677")
    ['pdq:f8f8f8f8', 'phash:0011223344556677']
    """
    found = (_PERCEPTUAL.match(each) for each in re.split(r"[\s,;]+", stated))
    return [f"{each.group(1) or 'pdq'}:{each.group(2)}".lower() for each in found if each]


def pictures(addresses: Iterable[str]) -> list[str]:
    """Pick the addresses of picture files."""
    return [address for address in addresses if _PICTURE.search(address)]


def lines(values: Iterable[str]) -> str | None:
    """Put values on lines of their own; None when there are none."""
    return "\n".join(dict.fromkeys(values)) or None
