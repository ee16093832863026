"""Codes of letters and digits: where one ends, how it is normalised, what is none."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.folding import IGNORED
from ingest.extract.phones import numbers

_GROUP = re.compile(rf"[A-Za-z0-9](?:{IGNORED}?[A-Za-z0-9]){{0,24}}")
_JOINT = re.compile(r"[./-]|\.? |(?<= )/ ?| ?[-/] ?")
_COUNTED = re.compile(r" {1,2}[^\W\d_]{2}")
_YEAR = re.compile(r"[012][0-9]")
_COUNTED_IN_YEARS = re.compile(r" {1,2}(?:[^\W\d_A-Z]{2}|[A-Z]{2}|Stück|Paar|Tiere)")
_DATE = re.compile(
    r"[0-3]?[0-9]([./ -])[01]?[0-9]\1(?:19|20)?[0-9]{2}"
    r"|(?:19|20)[0-9]{2}([./-])[01]?[0-9]\2[0-3]?[0-9]"
)
_GROUPED_AMOUNT = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+|[1-9][0-9]{0,3}0{4,}")
_MONEY_NEXT = re.compile(
    r"[.,][0-9]|[,.]?-(?![0-9A-Za-z])| ?(?:[$€£¥₫฿₹%元]|บาท|ตัว|đ|triệu|万|块)"
    r"| ?(?:rb|ribu|jt|juta|k|rp|idr|rm|usd|eur|gbp|php|vnd|thb|baht|kg|gr|gram|cm|mm|pcs|ekor)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_NOT_PARTS = frozenset({
    "RP", "IDR", "RM", "USD", "EUR", "GBP", "PHP", "VND", "THB", "KG", "GR", "CM", "MM", "PCS",
    "WA", "HP", "TEL", "TELP", "TLP", "CALL", "SMS", "PIN", "BB", "NIK", "KTP", "UMUR", "AGE",
    "DOB", "JTN", "BTN", "COD", "AND", "DAN", "BCA", "BRI", "BNI", "BSI", "DANA", "OVO", "IG",
    "FB", "TG", "LINE", "NEGO", "HRG", "FOR", "OR", "IN", "ON",
})  # fmt: skip
"""Words in capitals that are no part of a code."""
_MOST_GROUPS = 8
_LETTER = re.compile(r"[^\W\d_]")
_COUNTRIES = frozenset({
    "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
    "LT", "LU", "LV", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "UK",
})  # fmt: skip
"""Countries that stand behind the number on rings."""


class Code(NamedTuple):
    """A code at a place of a text.

    Attributes
    ----------
    start, end : int
        Character offsets.
    value : str
        In capitals, without the marks between its parts.
    written : str
    """

    start: int
    end: int
    value: str
    written: str


def read(text: str, start: int, shortest: int = 5, most: int = 30) -> Code | None:
    """Read the code that begins at a place.

    Parameters
    ----------
    text : str
        Unified.
    start : int
    shortest, most : int
        Letters and digits that it must and may have.

    Returns
    -------
    Code or None
        With three digits or more. None for a date, an amount of money or a measure, and where
        the code goes on in something else.
    """
    parts = _parts(text, start)
    if not parts:
        return None
    end = parts[-1].end()
    written = text[start:end].replace(IGNORED, "")
    value = re.sub(r"[^A-Za-z0-9]", "", written).upper()
    digits = sum(letter.isdecimal() for letter in value)
    if not shortest <= len(value) <= most or digits < 3:
        return None
    if _DATE.fullmatch(written) or text[end : end + 1] in ("@", "*", "_", "•", "…"):
        return None
    if text[end : end + 1].isalnum() and text[end] < "\u0530":
        return None
    is_number = value.isdecimal()
    if is_number and (_GROUPED_AMOUNT.fullmatch(written) or _MONEY_NEXT.match(text, end)):
        return None
    return Code(start, end, value, written)


def after(text: str, cue: Cue, region: str | None, shortest: int = 5) -> Code | None:
    """Read the code that a word announces.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
    region : str or None
        Country whose national telephone numbers are meant.
    shortest : int

    Returns
    -------
    Code or None
        None for mere digits that read as a telephone number and that no word for number
        announces.
    """
    start = announced.number_start(text, cue.end)
    code = None if start is None else read(text, start, shortest)
    if code is None or start is None:
        return None
    is_numbered = _has_number_word(cue) or _LETTER.search(text, cue.end, start) is not None
    return code if is_numbered or not is_phone(code.written, region) else None


def is_said(text: str, cue: Cue, start: int) -> bool:
    """Whether a mark or a word for number stands between, or in the word that announces."""
    return _has_number_word(cue) or announced.names_number(text[cue.end : start])


def _has_number_word(cue: Cue) -> bool:
    """Whether a word for number is the last part of the word that announces."""
    last = cue.word.rpartition(" ")[2].strip(".")
    return bool(re.fullmatch(announced.NUMBER_WORDS, last)) or cue.word[-1] in "#号số"


def is_phone(written: str, region: str | None) -> bool:
    """Whether mere digits read as a telephone number."""
    digits = re.sub(r"[ ./-]", "", written)
    return digits.isdecimal() and region is not None and numbers.clean(digits, region) is not None


def _parts(text: str, start: int) -> list[re.Match[str]]:
    """Groups of letters and digits that make the code."""
    parts: list[re.Match[str]] = []
    last = 0
    place = start
    while len(parts) < _MOST_GROUPS:
        group = _GROUP.match(text, place)
        if group is None:
            break
        joint = text[parts[-1].end() : place] if parts else ""
        if not _belongs(text, group, joint, bool(last)):
            break
        parts.append(group)
        if any(letter.isdecimal() for letter in group.group()):
            last = len(parts)
        joined = _JOINT.match(text, group.end())
        if joined is None:
            break
        place = joined.end()
    while len(parts) > last and not _closes(parts, last, text):
        parts.pop()
    return parts if last else []


def _belongs(text: str, group: re.Match[str], joint: str, has_digits: bool) -> bool:
    """Whether a group is a part of the code that began before it."""
    written = group.group()
    if any(letter.isdecimal() for letter in written):
        if not (has_digits and " " in joint and written.isdecimal() and len(written) <= 2):
            return True
        following = _COUNTED_IN_YEARS if _YEAR.fullmatch(written) else _COUNTED
        return following.match(text, group.end()) is None
    is_word = (joint.endswith(" ") or not joint) and text[group.end() : group.end() + 1] in " :"
    if is_word and written.upper() in _NOT_PARTS:
        return False
    if " " in joint or joint in ("", "."):
        return written.isupper() and len(written) <= (5 if joint else 8)
    return len(written) <= 10


def _closes(parts: list[re.Match[str]], last: int, text: str) -> bool:
    """Whether letters behind the last digits are the end of the code, joined by a mark."""
    begin = parts[last - 1].end()
    letters = parts[-1].group()
    if " " in text[begin : parts[-1].end()]:
        return len(parts) == last + 1 and letters in _COUNTRIES
    return letters.isupper()
