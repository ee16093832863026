"""Names with @, accounts of the platform that they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import keys
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.seams import SPACED_LETTER
from ingest.extract.setting import Setting

HOME_PLATFORMS = frozenset({"telegram", "instagram", "tiktok"})
"""Platforms on which ``@name`` in a post is an account of that same platform."""

_END = rf"(?!{SPACED_LETTER}|[@-])"
_NAMES = {
    "telegram": re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})" + _END),
    "instagram": re.compile(
        r"@?([A-Za-z_][A-Za-z0-9_.]{2,29}|[0-9][0-9_.]{0,8}[A-Za-z_][A-Za-z0-9_.]{2,20})" + _END
    ),
    "tiktok": re.compile(r"@?([A-Za-z_][A-Za-z0-9_.]{1,23})" + _END),
}
_AT = re.compile(rf"@(?<!{SPACED_LETTER}@)(?<![.%+@/-]@)[A-Za-z_0-9]")
_MAIL_HOSTS = re.compile(
    r"(?:gmail|yahoo|ymail|hotmail|outlook|icloud|live|proton|aol|mail)\.\w", re.IGNORECASE
)


def may_hold(_: Cues) -> str:
    """What a text with a handle holds."""
    return "@"


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
        ``telegram instagram tiktok``; the value in lower case without ``@``. Elsewhere a name
        with ``@`` tells nothing.
    """
    if setting.platform in HOME_PLATFORMS:
        yield from _at_names(text, setting.platform)


def _at_names(text: str, platform: str) -> Iterator[Found]:
    """Names written with ``@``, taken as accounts of the post's own platform."""
    for match in _AT.finditer(text):
        name = _NAMES[platform].match(text, match.start())
        if name is not None and not _MAIL_HOSTS.match(name.group(1)):
            yield _found(platform, match.start(), name)


def _found(platform: str, start: int, name: re.Match[str]) -> Found:
    """Make a contact detail of a name; a full stop at its end belongs to the sentence."""
    value = name.group(1).rstrip(".")
    end = name.end() - (len(name.group(1)) - len(value))
    return Found(start, end, platform, value.lower(), keys.handle(platform, value), "@name", 0.8)
