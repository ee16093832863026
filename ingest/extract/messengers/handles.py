"""Handles: @names on the post's own platform, and names after a word that tells the platform."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import keys
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.setting import Setting

HOME_PLATFORMS = frozenset({"telegram", "instagram", "tiktok"})
"""Platforms on which ``@name`` in a post is an account of that same platform."""

_NAMES = {
    "telegram": re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})(?![\w@-])"),
    "instagram": re.compile(
        r"@?([A-Za-z_][A-Za-z0-9_.]{2,29}|[0-9][0-9_.]{0,8}[A-Za-z_][A-Za-z0-9_.]{2,20})(?![\w@-])"
    ),
    "tiktok": re.compile(r"@?([A-Za-z_][A-Za-z0-9_.]{1,23})(?![\w@-])"),
    "line": re.compile(r"@?([A-Za-z0-9][A-Za-z0-9_.-]{2,19})(?![\w@-])"),
}
_AT = re.compile(r"@(?<![\w.%+@/-]@)[A-Za-z_0-9]")
_CUE = re.compile(r"[:=]\s{0,2}(?=[@A-Za-z_0-9])")
_CUE_WORDS = {
    "ig": "instagram",
    "insta": "instagram",
    "instagram": "instagram",
    "tg": "telegram",
    "tele": "telegram",
    "telegram": "telegram",
    "line": "line",
    "tiktok": "tiktok",
}
_CUE_REVERSED = re.compile(
    r"[ \t]{0,2}(?:(?P<id>di|emanresu|tnuocca|nuka)[ \t_.-]{0,2})?"
    r"(?P<word>gi|atsni|margatsni|gt|elet|margelet|enil|kotkit)"
    r"(?:[ \t]{0,2}(?P<idb>di))?(?![\w@-])",
    re.IGNORECASE,
)
_MAIL_HOSTS = re.compile(
    r"(?:gmail|yahoo|ymail|hotmail|outlook|icloud|live|proton|aol|mail)\.\w", re.IGNORECASE
)
_PLAIN_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE_GOES_ON = re.compile(
    r"[ \t]+[A-Za-z]+[ \t]+[A-Za-z]|[ \t]+[A-Za-z]+[.,!?\n\x00]|[ \t]+[A-Za-z]+$"
)


def may_hold(_: Cues) -> str:
    """What a text with a handle holds."""
    return "[@:=]"


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find handles in a unified text from which e-mail addresses and links are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting

    Yields
    ------
    Found
        ``telegram instagram tiktok line``; the value in lower case without ``@``. A bare name
        without a platform yields nothing.
    """
    found = list(_after_cues(text))
    taken = {item.start for item in found}
    platform = setting.platform
    if platform in HOME_PLATFORMS:
        found.extend(item for item in _at_names(text, platform) if item.start not in taken)
    yield from sorted(found)


def _at_names(text: str, platform: str) -> Iterator[Found]:
    """Names written with ``@``, taken as accounts of the post's own platform."""
    for match in _AT.finditer(text):
        name = _NAMES[platform].match(text, match.start())
        if name is not None and not _MAIL_HOSTS.match(name.group(1)):
            yield _found(platform, match.start(), name, "@name", 0.8)


def _after_cues(text: str) -> Iterator[Found]:
    """Names after a word such as ``ig:``."""
    for match in _CUE.finditer(text):
        colon = match.start()
        cue = _CUE_REVERSED.match(text[max(0, colon - 28) : colon][::-1])
        if cue is None:
            continue
        platform = _CUE_WORDS[cue["word"][::-1].lower()]
        name = _NAMES[platform].match(text, match.end())
        sure = bool(cue["id"] or cue["idb"])
        if name is not None and _is_meant(text, name, platform, sure):
            yield _found(platform, match.end(), name, "cue word", 0.9)


def _is_meant(text: str, name: re.Match[str], platform: str, sure: bool) -> bool:
    """Whether what follows a cue word is a name rather than the sentence going on."""
    if _MAIL_HOSTS.match(name.group(1)):
        return False
    if name.group().startswith("@") or sure or not _PLAIN_WORD.fullmatch(name.group(1)):
        return platform != "line" or sure or not name.group(1).isdecimal()
    return platform != "line" and not _SENTENCE_GOES_ON.match(text, name.end())


def _found(platform: str, start: int, name: re.Match[str], rule: str, confidence: float) -> Found:
    """Make a contact detail of a name; a full stop at its end belongs to the sentence."""
    value = name.group(1).rstrip(".")
    end = name.end() - (len(name.group(1)) - len(value))
    key = keys.handle(platform, value)
    return Found(start, end, platform, value.lower(), key, rule, confidence)
