"""What a chat is called, by the name of its file."""

from __future__ import annotations

import re
import unicodedata

from ingest.readers.whatsapp.marks import plain
from ingest.readers.whatsapp.phrases import FILE_TITLES

_PATTERNS = [
    re.compile(pattern.replace("{title}", "(?P<title>.+)"), re.IGNORECASE)
    for pattern in FILE_TITLES
]
_GENERIC = re.compile(r"_?chat(?: ?\(?\d+\)?)?", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:txt|zip)$", re.IGNORECASE)
_COPY = re.compile(r"\s*\(\d+\)$")


def chat_title(path: str) -> str | None:
    """Tell the title of a chat from where its file lies.

    Parameters
    ----------
    path : str
        What the user calls the file; ``WhatsApp Chat - Ani.zip!_chat.txt`` in a zip.

    Returns
    -------
    str or None
        Null where neither the file nor, when it is called ``_chat.txt``, the zip or folder that
        it is in is named as WhatsApp names them.
    """
    for part in reversed(re.split(r"[/\\!]", path)):
        name = _COPY.sub("", _SUFFIX.sub("", unicodedata.normalize("NFC", part)))
        if _GENERIC.fullmatch(name) or not name:
            continue
        return _title(_spaced(name))
    return None


def _title(name: str) -> str | None:
    """Take the title out of a file's name."""
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(name):
            return match["title"].strip() or None
    return None


def _spaced(name: str) -> str:
    """Write a file's name with its spaces, which some systems turn into underscores."""
    shown = plain(name)
    return shown if " " in shown else shown.replace("_", " ").strip()
