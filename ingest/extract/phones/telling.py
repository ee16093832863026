"""Numbers as contact details: their span, rule, confidence and channel."""

from __future__ import annotations

from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.phones.beside import Beside
from ingest.extract.phones.evidence import Number

UNRESOLVED = "unresolved"
_UNSURE = 0.3
_KEYCAPS_LOWER_BY = 0.05


def phone(beside: Beside, number: Number, first: int = 0, last: int | None = None) -> Found:
    """Make a contact detail of a valid number.

    Parameters
    ----------
    beside : Beside
    number : Number
    first, last : int
        The part of what is written that is this number; all of it unless told.

    Returns
    -------
    Found
        Kind ``phone``, the value as E.164.
    """
    rule, confidence = number.rule, number.confidence
    written = beside.written[first:last]
    if IGNORED in written:
        rule, confidence = f"keycaps + {rule}", confidence - _KEYCAPS_LOWER_BY
    after = beside.written[last:] if last is not None else ""
    start, end = _span(written, beside.start + first, after or beside.after)
    return Found(
        start,
        end,
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
        *_span(beside.written, beside.start, beside.after),
        UNRESOLVED,
        digits,
        f"{UNRESOLVED}:{digits}",
        rule,
        _UNSURE,
        beside.said.channel,
    )


def _span(written: str, start: int, after: str) -> tuple[int, int]:
    """Where a number stands: without a bracket that closes behind it, with its keycaps."""
    end = start + len(written)
    if written[0] == "(" and written.count("(") > written.count(")"):
        start += 1
    if after.startswith(IGNORED):
        end += len(after) - len(after.lstrip(IGNORED))
    return start, end
