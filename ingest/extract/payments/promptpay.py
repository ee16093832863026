"""PromptPay: national identity numbers behind the word, hidden; telephone numbers are left."""

from __future__ import annotations

import re

from stdnum.th import pin

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.setting import Setting

_NUMBER = re.compile(rf"[1-8](?:[ .{IGNORED}-]{{0,2}}[0-9]){{12}}(?!{IGNORED}*[0-9A-Za-z]|-[0-9])")
_NAME = re.compile(r"[^0-9\x00\n+@]{1,32}(?=[0-9])")


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read a Thai identity number after ``พร้อมเพย์``.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
    setting : Setting

    Returns
    -------
    Found or None
        Kind ``promptpay``, the value a keyed stand-in; None where no identity number with a
        fitting check digit stands. A telephone number is left to those who read these.
    """
    start = announced.number_start(text, cue.end)
    if start is None or not text[start : start + 1].isdigit():
        name = _NAME.match(text, cue.end)
        start = name.end() if name else None
    match = None if start is None else _NUMBER.match(text, start)
    if match is None:
        return None
    digits = re.sub(r"[^0-9]", "", match.group())
    if not pin.is_valid(digits):
        return None
    value = setting.hidden("promptpay", digits)
    return Found(
        *match.span(), "promptpay", value, f"promptpay:{value}", "promptpay + check digit", 0.95,
        channel="promptpay",
    )  # fmt: skip
