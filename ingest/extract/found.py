"""What a cleaner finds in a text, and how spans are blanked for the cleaners after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

SEPARATOR = "\x00"
"""Stands where an earlier cleaner found something; no cleaner matches across it."""


HIDDEN = "hidden"
"""Kind of a finding that is not kept: nothing after it may read what stands there."""


class Found(NamedTuple):
    """One contact detail at one place of a text.

    Attributes
    ----------
    start, end : int
        Character offsets into the text that was searched.
    kind, value, key : str
        What it is, its canonical value, and its key as a contact detail.
    rule : str
        How it was recognised: the rules that were applied, joined by `` + ``.
    confidence : float
        How sure the rule is, 0 to 1.
    channel : str or None
        What the number is said to be used with (``whatsapp``, ``zalo``, ``dana``); None: nothing
        is said.
    holder : str or None
        In whose name a bank account or wallet is said to be.
    """

    start: int
    end: int
    kind: str
    value: str
    key: str
    rule: str
    confidence: float
    channel: str | None = None
    holder: str | None = None


class Stated(NamedTuple):
    """One thing that a text says of goods, at one place of it.

    Attributes
    ----------
    start, end : int
        Character offsets into the text that was searched.
    fact : str
        ``price``, ``quantity``, ``weight``, ``length`` or ``age``.
    amount : float
        The number meant, thousands and millions written out; the lower one of a range.
    most : float or None
        The higher number of a range; None where one number is said.
    unit : str or None
        ISO 4217 code of a price (None where the marker names several currencies and no region
        decides); ``kg``, ``g``, ``cm`` … as an SI symbol or plain English word otherwise.
    per : str or None
        What a price is for: ``piece``, ``pair``, ``kg``, ``g``, ``cm`` …; None: not said.
    """

    start: int
    end: int
    fact: str
    amount: float
    most: float | None = None
    unit: str | None = None
    per: str | None = None


def apart(found: Iterable[Found]) -> list[Found]:
    """Put findings in order and leave out those that begin inside an earlier one."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda each: each[:7]):
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
