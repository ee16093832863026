"""Addresses of India's UPI: a name at a bank's short name, without a domain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones import numbers
from ingest.extract.setting import Setting

_BANKS = (
    "okaxis|okhdfcbank|okicici|oksbi|ybl|ibl|axl|paytm|ptaxis|pthdfc|ptsbi|ptyes|upi|apl|yapl|rapl|"
    "waaxis|wahdfcbank|waicici|wasbi|axisbank|axisb|hdfcbank|icici|idfcbank|idfcfirst|sbi|kotak|"
    "yesbank|pnb|cnrb|barodampay|unionbank|indus|federal|fbl|airtel|postbank|freecharge|ikwik|"
    "jupiteraxis|naviaxis|superyes|tapicici|abfspay|fam|slc|mahb|kbl|jio|dbs|hsbc|rbl|yespay|uboi"
)
_AT = re.compile(rf" ?(?:@|[(\[]at[)\]]) ?(?:{_BANKS})(?![\w@-]|\.[A-Za-z0-9])", re.IGNORECASE)
_BANK = re.compile(r"[^a-z]*(?:at[)\]])?[^a-z]*", re.IGNORECASE)
_NAME_REVERSED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,63}(?![A-Za-z0-9._%+@-])")
_MOBILE = re.compile(r"(?:\+?91|0)?([6-9][0-9]{9})")


def may_hold(_: Cues) -> str:
    """What a text with such an address holds."""
    return rf"(?i-u:(?:@|at[)\]]) ?(?:{_BANKS}))"


def find(text: str, _: Setting) -> Iterator[Found]:
    """Find addresses in a unified text from which e-mail addresses are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.

    Yields
    ------
    Found
        Kind ``upi``, the value in lower case; kind ``phone`` with channel ``upi`` where the name
        is an Indian mobile number.
    """
    for match in _AT.finditer(text):
        at = match.start()
        before = _NAME_REVERSED.match(text[max(0, at - 66) : at][::-1])
        if before is None:
            continue
        name = before.group()[::-1]
        bank = _BANK.sub("", match.group())
        if match.group()[0] == " " and not name.isdecimal():
            continue
        start = at - len(name)
        mobile = _MOBILE.fullmatch(name)
        number = numbers.clean(f"+91{mobile.group(1)}", None) if mobile else None
        if number is not None:
            rule = "upi + mobile"
            yield Found(
                start, match.end(), "phone", number, f"phone:{number}", rule, 0.95, channel="upi"
            )
        else:
            value = f"{name}@{bank}".lower()
            yield Found(start, match.end(), "upi", value, f"upi:{value}", "upi", 0.95)
