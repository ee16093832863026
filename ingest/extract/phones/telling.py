"""Numbers as contact details: their span, rule, confidence and channel."""

from __future__ import annotations

from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.phones.beside import Beside
from ingest.extract.phones.evidence import Number

UNRESOLVED = "unresolved"
_UNSURE = 0.3
_KEYCAPS_LOWER_BY = 0.05


def phone(beside: Beside, number: Number) -> Found:
    """Make a contact detail of a valid number.

    Parameters
    ----------
    beside : Beside
    number : Number

    Returns
    -------
    Found
        Kind ``phone``, the value as E.164.
    """
    rule, confidence = number.rule, number.confidence
    if IGNORED in beside.written:
        rule, confidence = f"keycaps + {rule}", confidence - _KEYCAPS_LOWER_BY
    return Found(
        *_span(beside),
        "phone",
        number.e164,
        f"phone:{number.e164}",
        rule,
        round(confidence, 2),
        beside.said.channel,
    )


def unresolved(beside: Beside, digits: str, rule: str) -> Found:
    """Keep a number whose country or digits are not evident; it ties nobody to anybody.

    Parameters
    ----------
    beside : Beside
    digits : str
        As read.
    rule : str

    Returns
    -------
    Found
        Kind ``unresolved``, the value the digits.
    """
    return Found(
        *_span(beside),
        UNRESOLVED,
        digits,
        f"{UNRESOLVED}:{digits}",
        rule,
        _UNSURE,
        beside.said.channel,
    )


def _span(beside: Beside) -> tuple[int, int]:
    """Where the number stands: without a bracket that closes behind it, with its keycaps."""
    start, end = beside.start, beside.end
    if beside.written.count("(") > beside.written.count(")"):
        start += beside.written.index("(") + 1 if beside.written[0] == "(" else 0
    return start, end + len(beside.after) - len(beside.after.lstrip(IGNORED))
