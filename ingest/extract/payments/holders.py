"""Names of account holders: how far a name goes."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.extract.folding import IGNORED
from ingest.extract.lexicon.cues import Cues

_MARKS = "\u0300-\u036f\u064b-\u0652\u0900-\u0dff\u0e00-\u0e7f\u0f00-\u109f\u1780-\u17ff"
_WORD = re.compile(
    rf"a/[lp](?=[ \t])|[^\W\d_](?:[^\W\d_]|[{_MARKS}.'’{IGNORED}-]){{0,39}}", re.IGNORECASE
)
_GAP = re.compile(rf"[ \t{IGNORED}]{{0,3}}[:=.\-(\[/|\"*]{{0,2}}[ \t{IGNORED}]{{0,3}}\n?")
_BETWEEN = re.compile(r"[ \t]{1,3}")
_LINE_GAP = re.compile(r"[ \t:,(-]{0,4}\n?[ \t(-]{0,3}")
_MOST_WORDS = 5
_PLAIN_WORDS = 3
_INITIALS = 3
_LONGEST = 60
_PARTICLES = frozenset({
    "bin", "binti", "bt", "bte", "van", "von", "der", "den", "de", "da", "do", "dos", "das", "e",
    "y", "del", "la", "al", "el", "ibn", "abu", "a/l", "a/p", "d/o", "s/o",
})  # fmt: skip
_STOPS = frozenset({
    "dan", "and", "atau", "or", "ya", "yah", "kak", "min", "gan", "bos", "boss", "om", "thanks",
    "thx", "trims", "makasih", "terima", "please", "tolong", "harap", "silakan", "silahkan", "cek",
    "dm", "pm", "inbox", "konfirmasi", "kirim", "bank", "rek", "norek", "cod", "ready", "stok",
    "stock", "harga", "price", "giá", "ราคา", "ครับ", "ค่ะ", "โทร", "with", "via", "ke", "to",
    "only", "saja", "aja", "only.", "nhé", "ạ", "và", "hoặc", "ou", "und", "oder", "amount",
})  # fmt: skip
_TITLES = frozenset({"นาย", "นาง", "นางสาว", "น.ส", "น.ส.", "คุณ", "bapak", "ibu", "pak", "bu"})
_VIETNAMESE = re.compile(
    r"(?:nguy[ễe]n|tr[ầa]n|l[êe]|ph[ạa]m|ho[àa]ng|hu[ỳy]nh|phan|v[ũu]|v[õo]|đ[ặa]ng|dang|b[ùu]i|"
    r"đ[ỗo]|h[ồo]|ng[ôo]|d[ươu]{2}ng|l[ýy]|đinh|dinh|trương|truong|lương|luong) [^\W\d_]",
    re.IGNORECASE,
)


def read(text: str, start: int, limit: int, cues: Cues) -> tuple[str, int] | None:
    """Read the name that follows a word such as ``a/n``.

    Parameters
    ----------
    text : str
        Unified.
    start, limit : int
        Where the word ends, and where the next word that announces something begins.
    cues : Cues

    Returns
    -------
    (str, int) or None
        The name, white space squeezed, and where it ends; None where no name follows. A name
        has at most five words and ends at the end of the line, a number, another mark or a word
        that announces something; a name in capitals ends where capitals do.
    """
    gap = _GAP.match(text, start)
    place = gap.end() if gap else start
    limit = min(limit, len(text), place + _LONGEST)
    words: list[re.Match[str]] = []
    while len(words) < _MOST_WORDS:
        match = _WORD.match(text, place, limit)
        if match is None or not _goes_on(match.group(), words, cues):
            break
        words.append(match)
        between = _BETWEEN.match(text, match.end(), limit)
        if between is None:
            break
        place = between.end()
    words = _without_sentence(words)
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    while text[end - 1] in f".-'’{IGNORED}":
        end -= 1
    name = " ".join(text[start:end].replace(IGNORED, "").split())
    is_handle = name.isascii() and (len(name) < 3 or text[end : end + 1].isdigit())
    return None if is_handle or len(name) < 2 else (name, end)


def vietnamese(text: str, start: int, limit: int, cues: Cues) -> tuple[str, int] | None:
    """Read a Vietnamese name that follows an account number without a word before it."""
    gap = _LINE_GAP.match(text, start)
    place = gap.end() if gap else start
    return read(text, place, limit, cues) if _VIETNAMESE.match(text, place) else None


def _goes_on(word: str, before: list[re.Match[str]], cues: Cues) -> bool:
    """Whether a word may be the next one of a name."""
    small = word.lower().rstrip(".")
    if small in _STOPS or (before and small in announcing(cues)):
        return False
    if not before or small in _PARTICLES:
        return True
    first = before[0].group()
    longer = next((part.group() for part in before if len(part.group()) > _INITIALS), "")
    if longer.isupper():
        return word.isupper()
    return not (first[0].isupper() and word[0].islower())


def _without_sentence(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Cut what goes on after a name that no capitals set apart from the sentence."""
    if not words or words[0].group()[0].isupper():
        return words
    first = words[0].group()
    if not first[0].islower():
        return words[: 3 if first in _TITLES else 2]
    return words if len(words) <= _PLAIN_WORDS else words[:2]


@lru_cache(maxsize=8)
def announcing(cues: Cues) -> frozenset[str]:
    """Words that announce something else than a holder, by which a name ends."""
    return frozenset(word for kind, words in cues.words if kind != "holder" for word in words)
