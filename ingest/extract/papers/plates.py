"""Number plates of vehicles after a word for plate."""

from __future__ import annotations

import re

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.setting import Setting

_SHAPES = {
    "ID": r"[A-Z]{1,2}[ .-]?[0-9]{1,4}[ .-]?[A-Z]{1,3}",
    "MY": r"[A-Z]{1,3} ?[0-9]{1,4}(?: ?[A-Z])?",
    "VN": r"[0-9]{2} ?[-.]? ?[A-Z][A-Z0-9]?[ .-]{0,3}(?:[0-9]{3}\.?[0-9]{2}|[0-9]{4})",
    "TH": r"[0-9]?[ก-ฮ]{1,2}[ -]?[0-9]{1,4}",
    "CN": r"[\u4e00-\u9fff][A-Z][ ·.•-]?[A-Z0-9]{5,6}",
    "BR": r"[A-Z]{3}[ -]?[0-9][A-Z0-9][0-9]{2}",
    "ES": r"[0-9]{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}",
    "DE": r"[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]?[0-9]{1,4}[EH]?",
    "FR": r"[A-Z]{2}[ -]?[0-9]{3}[ -]?[A-Z]{2}",
    "GB": r"[A-Z]{2}[0-9]{2} ?[A-Z]{3}",
    "IN": r"[A-Z]{2}[ -]?[0-9]{1,2}[ -]?[A-Z]{1,3}[ -]?[0-9]{4}",
    "KE": r"K[A-Z]{2} ?[0-9]{3}[A-Z]",
    "PH": r"[A-Z]{3}[ -]?[0-9]{3,4}",
    "NG": r"[A-Z]{3}[ -]?[0-9]{3}[ -]?[A-Z]{2}",
    "IT": r"[A-Z]{2}[ -]?[0-9]{3}[ -]?[A-Z]{2}",
    "ZA": r"[A-Z]{2} ?[0-9]{2} ?[A-Z]{2} ?(?:GP|EC|FS|L|MP|NC|NW|ZN)"
    r"|(?:C[A-Z]{1,2}|N[A-Z]{1,2}) ?[0-9]{3}[ -]?[0-9]{3}"
    r"|[A-Z]{3} ?[0-9]{3} ?(?:GP|EC|FS|L|MP|NC|NW)",
    "MX": r"[A-Z]{3}[ -]?[0-9]{2,3}[ -]?[A-Z0-9]{1,2}",
    "US": r"[0-9]?[A-Z]{3}[ -]?[0-9]{3,4}",
    "RU": r"[АВЕКМНОРСТУХ][0-9]{3}[АВЕКМНОРСТУХ]{2} ?[0-9]{2,3}",
    "KR": r"[0-9]{2,3} ?[가-힣] ?[0-9]{4}",
    "TZ": r"T ?[0-9]{3} ?[A-Z]{3}",
}
_PATTERNS = {
    country: re.compile(shape + r"(?![^\W_]|-?[0-9])", re.IGNORECASE)
    for country, shape in _SHAPES.items()
}
_SHORTEST, _FEWEST_DIGITS, _SURE = 5, 3, 7


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read a number plate after a word for plate.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
    setting : Setting

    Returns
    -------
    Found or None
        Kind ``plate``, in capitals without the marks between its parts. Only shapes of the
        country that the word or the setting tells; five characters and three digits at least, or
        seven and two.
    """
    country = cue.tells or setting.region
    pattern = _PATTERNS.get(country or "")
    start = announced.number_start(text, cue.end)
    match = pattern.match(text, start) if pattern and start is not None else None
    if match is None:
        return None
    value = re.sub(r"[\W_]", "", match.group()).upper()
    digits = sum(letter.isdecimal() for letter in value)
    if len(value) < _SHORTEST or digits < (_FEWEST_DIGITS if len(value) < _SURE else 2):
        return None
    return Found(*match.span(), "plate", value, f"plate:{country}:{value}", "plate word", 0.9)
