"""Numbers of payment cards: recognised so as not to be kept."""

from __future__ import annotations

import re

from stdnum import luhn

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.payments import digits
from ingest.extract.payments.digits import Run
from ingest.extract.setting import Setting

_ISSUED = re.compile(
    r"(?:4[0-9]{3}|5[1-5][0-9]{2}|22[2-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720|35[2-8][0-9]|"
    r"6011|64[4-9][0-9]|65[0-9]{2})[0-9]{12}|3[47][0-9]{13}"
)


def is_card(written: str) -> bool:
    """Whether digits are a card's number by their beginning, their count and their check digit."""
    return _ISSUED.fullmatch(written) is not None and luhn.is_valid(written)


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read the number after a word for card; None where none with a fitting check digit stands."""
    start = announced.number_start(text, cue.end)
    run = None if start is None else digits.read(text, start, (16,))
    if run is None or len(run.digits) not in (15, 16) or not luhn.is_valid(run.digits):
        return None
    return hidden(run, setting)


def hidden(run: Run, setting: Setting) -> Found:
    """Stand in for a card's number."""
    value = setting.hidden("card", run.digits)
    key = f"bank:{setting.region or '?'}:CARD:{value}"
    return Found(run.start, run.end, "bank", value, key, "card + check digit", 0.9)
