"""What names look like, and when a word is a name rather than the sentence going on."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.extract.messengers.cue_words import is_spaced
from ingest.extract.messengers.plain_words import NO_NAMES

_PARTS_OF_NAMES = frozenset({
    "shop", "store", "toko", "official", "seller", "sellers", "market", "world", "online", "home",
    "friends", "best", "stock", "stok", "channel", "grup", "group", "business", "deal", "deals",
})  # fmt: skip
_SHAPES = {
    kind: re.compile(shape)
    for kind, shape in {
        "telegram": r"[a-z][a-z0-9_]{3,31}",
        "instagram": r"[a-z_][a-z0-9_.]{2,29}|[0-9][0-9_.]{0,8}[a-z_][a-z0-9_.]{2,20}",
        "tiktok": r"[a-z_][a-z0-9_.]{1,23}|[0-9][0-9_.]{0,8}[a-z_][a-z0-9_.]{2,14}",
        "facebook": r"[a-z0-9][a-z0-9.]{4,49}",
        "line": r"[a-z0-9][a-z0-9._-]{2,19}",
        "kakao": r"[a-z0-9][a-z0-9._-]{3,19}",
        "zalo": r"[a-z][a-z0-9_.]{3,29}",
        "signal": r"[a-z_][a-z0-9_]{2,31}\.[0-9]{2,9}",
        "wechat": r"[a-z][a-z0-9_-]{5,19}",
        "qq": r"[1-9](?:[ -]?[0-9]){4,10}",
        "qq-group": r"[1-9](?:[ -]?[0-9]){4,10}",
        "bbm": r"[0-9a-f]{4}[ -]?[0-9a-f]{4}",
    }.items()
}
_NUMBERS = frozenset({"qq", "qq-group"})
_APART = re.compile(r"[a-z](?:[^\w\n\x00@]{1,2}[a-z0-9_]){5,19}(?![a-z0-9])")
_PLAIN_WORD = re.compile(r"[a-z.-]+")
_LETTER = r"[^\W\d_\u0e00-\u109f\u1200-\u1dff\u2000-\uffff]"
_GOES_ON = re.compile(rf"[ \t]{{1,4}}{_LETTER}{{1,30}}(?:[ \t]{{1,4}}{_LETTER}|[.,!?\n\x00]|$)")
_CAPITAL = re.compile(r"[ \t]{1,4}[A-ZÀ-ÖØ-ÞĐ]")
_FOLLOWED_BY_LATIN = re.compile(rf"[ \t.,]{{0,4}}{_LETTER}")
_FOLLOWED_BY_SMALL = re.compile(r"[ \t]{1,4}[a-zß-ÿ]")
_MAIL_HOSTS = re.compile(r"(?:gmail|yahoo|ymail|hotmail|outlook|icloud|live|proton|aol|mail)\.\w")
_COUNTED = re.compile(
    r" ?(?:[元块塊万萬千只隻条條头頭人个個年月日楼公斤克度%¥$€]|(?:rb|ribu|jt|juta|k|usd|rm|kg|gr|"
    r"pcs|ekor|cm|vnd|baht)(?![a-z]))|[ .,-]?[0-9]"
)
_LIKE_A_NUMBER = re.compile(
    r"[oil](?=(?:[oilszb]*[0-9]){4})[0-9oilszb]{8,12}"
    r"|[sbz](?=[oilszb]{0,3}[0-9]+[oilszb]|[oilszb]?[0-9]{5})(?=(?:[oilszb]*[0-9]){4})"
    r"[0-9oilszb]{7,12}"
)
_CHINESE_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_NEW_SENTENCE = re.compile(r"\.[A-Z][a-z]")


class Name(NamedTuple):
    """A name in a text.

    Attributes
    ----------
    value : str
        In lower case, without ``@``, digits without what separates them.
    end : int
        Where it ends.
    is_apart : bool
        Whether its letters stand apart.
    """

    value: str
    end: int
    is_apart: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is written like any word."""
        return _PLAIN_WORD.fullmatch(self.value) is not None


def name_at(text: str, low: str, at: int, kind: str) -> Name | None:
    """Read a name.

    Parameters
    ----------
    text : str
        Without what shows nothing.
    low : str
        The same in lower case.
    at : int
        Where it would begin.
    kind : str
        One of `cue_words.KINDS`.

    Returns
    -------
    Name or None
        None where what stands there cannot be a name of this kind or is part of something longer.
    """
    match = _SHAPES[kind].match(low, at)
    if match is None or (kind in _NUMBERS and len(match.group()) > 0 and _is_price(low, match)):
        return _apart_at(low, at) if kind == "wechat" else None
    if kind in _NUMBERS:
        digits = re.sub(r"\D", "", match.group())
        return None if _CHINESE_MOBILE.fullmatch(digits) else Name(digits, match.end())
    value, end = match.group(), match.end()
    cut = _NEW_SENTENCE.search(text, at, end) if "." in value else None
    if cut and text[at : cut.start()].islower():
        value, end = low[at : cut.start()], cut.start()
    stripped = value.rstrip(".")
    end -= len(value) - len(stripped)
    if _goes_on_as_name(low, end, kind) or _MAIL_HOSTS.match(low, at) or len(stripped) < 2:
        return None
    if _LIKE_A_NUMBER.fullmatch(stripped):
        return None
    if kind == "bbm":
        return _pin(stripped, end)
    if kind in ("line", "kakao") and not stripped.isdecimal() and _digits_only(stripped):
        return None
    return Name(stripped, end)


def _pin(written: str, end: int) -> Name | None:
    """Make a PIN of eight hexadecimal digits, which stand together or hold letters and digits."""
    pin = re.sub(r"[ -]", "", written)
    if pin.isalpha() or (pin.isdecimal() and len(written) > len(pin)):
        return None
    return Name(pin, end)


def _apart_at(low: str, at: int) -> Name | None:
    """Read a name whose letters stand apart, one by one."""
    match = _APART.match(low, at)
    if match is None:
        return None
    value = re.sub(r"[^a-z0-9_]", "", match.group())
    return Name(value, match.end(), is_apart=True)


def _is_price(low: str, match: re.Match[str]) -> bool:
    """Whether what follows a number says that it counts something."""
    return _COUNTED.match(low, match.end()) is not None


def _goes_on_as_name(low: str, end: int, kind: str) -> bool:
    """Whether a name is cut off by its shape rather than by what follows it."""
    after = low[end : end + 1]
    if not after:
        return False
    if is_spaced(after) or after in "_@-":
        return True
    return (
        after == "."
        and kind not in ("signal",)
        and low[end + 1 : end + 2].isalnum()
        and (kind in ("telegram", "wechat", "bbm"))
    )


def _digits_only(value: str) -> bool:
    """Whether a name holds nothing but digits and what separates them."""
    return not any(letter.isalpha() for letter in value)


def is_plain_name(text: str, low: str, name: Name) -> bool:
    """Whether a word after a mark is a name though it is written like any word.

    Parameters
    ----------
    text : str
        Without what shows nothing.
    low : str
        The same in lower case.
    name : Name

    Returns
    -------
    bool
        Not where the sentence goes on after it; a capital begins another one.
    """
    if name.value in NO_NAMES:
        return False
    begins = name.end - len(name.value)
    is_small = text[begins : name.end].islower()
    goes_on = _GOES_ON.match(low, name.end)
    return goes_on is None or (is_small and _CAPITAL.match(text, name.end) is not None)


def is_dotted_name(text: str, name: Name, is_announced: bool, begins_line: bool) -> bool:
    """Whether words with a dot between them are a name rather than the end of a sentence.

    Parameters
    ----------
    text : str
        Without what shows nothing.
    name : Name
    is_announced : bool
        Whether a colon or the like stands before it.
    begins_line : bool
        Whether the word that announces it begins a line.

    Returns
    -------
    bool
    """
    parts = name.value.split(".")
    if any(part in NO_NAMES and part not in _PARTS_OF_NAMES for part in parts):
        return False
    if is_announced:
        return True
    goes_on = _FOLLOWED_BY_SMALL if begins_line else _FOLLOWED_BY_LATIN
    return min(map(len, parts)) > 2 and goes_on.match(text, name.end) is None
