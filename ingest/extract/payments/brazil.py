"""Brazilian bank accounts: a branch's number and an account's number together."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.payments import banks, holders
from ingest.extract.setting import Setting

_BRANCH = re.compile(r"([0-9]{3,5})(?:-([0-9xX]))?(?![0-9A-Za-z])")
_ACCOUNT = re.compile(
    r"[^\w\x00]{0,6}(?:e |/ ?)?(?:conta(?:[ -]?(?:corrente|poupan[çc]a))?|c/c|cc|c/p|cp|c\.c\.)"
    r"(?![^\W\d_])[^\w\x00]{0,4}(?:n[ºo°.]{0,2}[ :.]{0,2})?"
    r"([0-9][0-9.]{2,12}[0-9])(?:[ ]?-[ ]?([0-9xX]))?(?![0-9A-Za-z-])",
    re.IGNORECASE,
)
_SEEN_BEFORE, _SEEN_AFTER = 40, 60
_HOLDER = re.compile(
    r"[^\w\x00]{0,6}(?:titular|favorecido|em nome de|nome|benefici[áa]rio)(?![^\W\d_])",
    re.IGNORECASE,
)


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read branch and account after a word for branch; None where not both stand there.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
    setting : Setting

    Returns
    -------
    Found or None
        Kind ``bank``; the value is the branch (four digits, without its check digit) and the
        account with its check digit.
    """
    start = announced.number_start(text, cue.end)
    branch = None if start is None else _BRANCH.match(text, start)
    account = _ACCOUNT.match(text, branch.end()) if branch else None
    if branch is None or account is None:
        return None
    number = re.sub(r"\D", "", account.group(1)) + (account.group(2) or "").upper()
    if not 4 <= len(number) <= 13:
        return None
    digits = branch.group(1).zfill(4) + number
    name = _bank(text, cue.start, account.end())
    following = _HOLDER.match(text, account.end())
    holder = holders.read(text, following.end(), len(text), setting.cues) if following else None
    return Found(
        branch.start(),
        account.end(),
        "bank",
        digits,
        f"bank:BR:{name}:{digits}",
        "branch + account" + (" + holder" if holder else ""),
        0.9 if name != "?" else 0.75,
        holder=holder[0] if holder else None,
    )


def _bank(text: str, start: int, end: int) -> str:
    """Name the bank whose name stands nearest, before or else behind; ``?`` where none does."""
    before = text[max(0, start - _SEEN_BEFORE) : start].lower()
    after = text[end : end + _SEEN_AFTER].lower()
    last: tuple[int, str] = (-1, "?")
    for word, named in _words().items():
        place = before.rfind(word)
        if place > last[0] and _is_whole(before, place, len(word)):
            last = (place, named)
    if last[0] >= 0:
        return last[1]
    return next(
        (
            named
            for word, named in _words().items()
            if (place := after.find(word)) >= 0 and _is_whole(after, place, len(word))
        ),
        "?",
    )


def _is_whole(text: str, place: int, size: int) -> bool:
    """Whether no letter stands beside a word."""
    beside = text[max(0, place - 1) : place] + text[place + size : place + size + 1]
    return not any(letter.isalnum() for letter in beside)


@cache
def _words() -> dict[str, str]:
    """Words that name Brazilian banks, the longest first."""
    named = [
        (word, bank.name)
        for word, listed in banks.listed().by_word.items()
        for bank in listed
        if bank.country == "BR"
    ]
    return dict(sorted(named, key=lambda each: (-len(each[0]), each[0])))
