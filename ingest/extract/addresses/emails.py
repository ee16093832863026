"""E-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.addresses import domains
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.seams import seamless
from ingest.extract.setting import Setting

_AT = re.compile(
    r"@([A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24})(?![A-Za-z0-9@-])"
)
_LOCAL_REVERSED = re.compile(r"[A-Za-z0-9._%+-]{1,64}(?![A-Za-z0-9._%+@-])")
_IN_AN_ADDRESS = re.compile(r"(?:://|\.[A-Za-z]{2,6}/|[?&][a-z_]{1,20}=)")
_BACK_TO_SPACE = re.compile(r"[^\s\x00]{0,200}")
_FILE_ENDINGS = frozenset(["png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "mp4", "heic"])


def may_hold(_: Cues) -> str:
    """What a text with an e-mail address holds."""
    return "@"


def find(text: str, _: Setting) -> Iterator[Found]:
    """Find e-mail addresses in a unified text; what lies within a web address is none.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.

    Yields
    ------
    Found
        Kind ``email``; the value in lower case.
    """
    plain = seamless(text)
    text = plain.text
    for match in _AT.finditer(text):
        at = match.start()
        local = _LOCAL_REVERSED.match(text[max(0, at - 65) : at][::-1])
        if local is None:
            continue
        name = local.group()[::-1].lstrip(".-%+")
        domain = domains.trim(match.group(1)) or match.group(1)
        if not name or name.endswith(".") or domain.rsplit(".", 1)[1].lower() in _FILE_ENDINGS:
            continue
        start, end = at - len(name), at + 1 + len(domain)
        before = _BACK_TO_SPACE.match(text[max(0, start - 200) : start][::-1])
        if before is not None and _IN_AN_ADDRESS.search(before.group()[::-1]):
            continue
        value = f"{name}@{domain}".lower()
        yield Found(*plain.span(start, end), "email", value, f"email:{value}", "e-mail", 0.98)
