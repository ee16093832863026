"""Telephone numbers in texts: where they begin and end, and when to refuse them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.goods.quantities import blank_quantities
from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones import context, evidence, readings
from ingest.extract.phones.beside import Beside
from ingest.extract.phones.telling import phone, unresolved
from ingest.extract.setting import Setting

_CANDIDATE = re.compile(rf"[0-9](?:[ .()/{IGNORED}-]{{0,6}}[0-9]){{6,}}+")
_JOINT = re.compile(r" {0,2}(?:[,;&/|]|y|e|o|or|and|dan|atau|und|oder|et|ou|и|و) {0,2}")
_LEAST_UNRESOLVED = 8
_MOST_UNRESOLVED = 13


def may_hold(_: Cues) -> str:
    """What a text with a telephone number holds."""
    return r"[0-9](?:[^0-9\x00\n]{0,6}[0-9]){6}"


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find telephone numbers in plain digits.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it; links, prices and numbers in disguise are blanked.
    setting : Setting
        Without a region only numbers that tell their country count.

    Yields
    ------
    Found
        Kind ``phone``, the value as E.164; kind ``unresolved``, the value as digits, for what is
        plainly a telephone number but reads two ways or tells no country. Whatever may be part of
        something longer (masked digits, other kinds of numbers) is refused.
    """
    text = blank_quantities(text)
    cued_end, cued_size = -1, 0
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        while start > 0 and text[start - 1] in "+(":
            start -= 1
        beside = Beside.of(text, start, match.start(), end, setting.cues)
        size = beside.written_digits()
        is_next = size == cued_size and bool(_JOINT.fullmatch(text, cued_end, start))
        if not (beside.belongs_to_number() or beside.announces_other()):
            yield from _read(beside, setting, is_next)
            if is_next or beside.said.is_phone:
                cued_end, cued_size = end, size


def _read(beside: Beside, setting: Setting, is_next: bool) -> Iterator[Found]:
    """Read plain digits as telephone numbers; a word may announce a list of which they are one."""
    cued = beside.said.is_phone or beside.is_keycapped() or is_next
    read = readings.read(beside.written, setting.region, cued, context.is_word_next(beside.after))
    if any(beside.lines) and _goes_over_lines(beside, setting.region, cued):
        read = ()
    if beside.after.startswith("?") and _reads_longer(beside, setting.region, cued):
        read = ()
    for reading in read:
        if beside.may_be_ordered() and not beside.plus:
            written = beside.written[reading.start : reading.end]
            yield unresolved(beside, "".join(filter(str.isdecimal, written)), "beside an order")
        else:
            yield phone(beside, reading.number, reading.start, reading.end)
    if not read:
        digits = "".join(filter(str.isdecimal, beside.written))
        plainly = cued or (
            setting.region is None
            and not beside.plus
            and evidence.is_plainly_a_telephone_number(beside.written)
        )
        if plainly and _LEAST_UNRESOLVED <= len(digits) <= _MOST_UNRESOLVED:
            yield unresolved(beside, digits, "cue word" if cued else "national")


def _goes_over_lines(beside: Beside, region: str | None, cued: bool) -> bool:
    """Whether a number is valid with the digits of the lines beside its own, too."""
    above, below = beside.lines
    digits = "".join(filter(str.isdecimal, beside.written))
    longer = (above and above + digits, below and beside.plus + digits + below)
    return any(each and evidence.number(each, region, cued, (1, 1)) for each in longer)


def _reads_longer(beside: Beside, region: str | None, cued: bool) -> bool:
    """Whether a number is valid with one more digit, for which ``?`` may stand."""
    digits = beside.plus + "".join(filter(str.isdecimal, beside.written))
    return any(evidence.number(digits + last, region, cued, (1, 1)) for last in "0123456789")
