"""Telephone numbers in texts: where they begin and end, and when to refuse them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.goods.quantities import blank_quantities
from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones import context, readings
from ingest.extract.setting import Setting

_CANDIDATE = re.compile(rf"[0-9](?:[ .()/{IGNORED}-]{{0,6}}[0-9]){{6,}}+")
_SEEN_BEFORE = 28
_SEEN_AFTER = 24


def may_hold(_: Cues) -> str:
    """What a text with a telephone number holds."""
    return r"[0-9](?:[^0-9\x00\n]{0,6}[0-9]){6}"


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find telephone numbers in a unified text from which links and prices are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Without a region only numbers that begin with ``+`` count.

    Yields
    ------
    Found
        Kind ``phone``, the value as E.164. Whatever may be part of something longer (letters
        that look like digits, masked or spelled digits, other kinds of numbers) is refused.
    """
    text = blank_quantities(text)
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        while start > 0 and text[start - 1] in "+(":
            start -= 1
        written = text[start:end]
        before = context.Before.of(text[max(0, start - _SEEN_BEFORE) : start])
        after = text[end : end + _SEEN_AFTER]
        if before.belongs_to_number() or context.goes_on(after):
            continue
        cued = before.announces_phone()
        if not (cued or "+" in written) and (
            before.announces_other() or context.names_holder(after)
        ):
            continue
        is_word_next = context.is_word_next(after)
        for reading in readings.read(written, setting.region, cued, is_word_next):
            number = reading.number
            yield Found(
                start + reading.start,
                start + reading.end,
                "phone",
                number.e164,
                f"phone:{number.e164}",
                number.rule,
                number.confidence,
            )
