"""What a cleaner finds in a text, and how spans are blanked for the cleaners after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

SEPARATOR = "\x00"
"""Stands between texts that are scanned as one; no cleaner matches across it."""


class Found(NamedTuple):
    """One contact detail at one place of a text.

    Attributes
    ----------
    start, end : int
        Character offsets into the text that was searched.
    kind, value, key : str
        What it is, its canonical value, and its key as a contact detail.
    rule : str
        How it was recognised.
    confidence : float
        How sure the rule is, 0 to 1.
    """

    start: int
    end: int
    kind: str
    value: str
    key: str
    rule: str
    confidence: float


class Price(NamedTuple):
    """One price at one place of a text.

    Attributes
    ----------
    start, end : int
        Character offsets into the text that was searched.
    amount : float
        The number meant, thousands and millions written out.
    currency : str or None
        ISO 4217 code; None where the marker names several currencies and no region decides.
    """

    start: int
    end: int
    amount: float
    currency: str | None


def apart(found: Iterable[Found]) -> list[Found]:
    """Put findings in order and leave out those that begin inside an earlier one."""
    kept: list[Found] = []
    for item in sorted(found):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace spans (in order, apart from each other) by as many separators: offsets stay."""
    parts, last = [], 0
    for start, end in spans:
        parts.append(text[last:start])
        parts.append(SEPARATOR * (end - start))
        last = end
    parts.append(text[last:])
    return "".join(parts)
