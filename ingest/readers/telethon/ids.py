"""Who is meant: Telegram's ids, handles and numbers as Telethon and its tables have them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.readers.json_values import inner, items, text
from ingest.readers.telegram.peers import Peer, read_peer, whole_number

_FIELDS = {"user": "user_id", "channel": "channel_id", "chat": "chat_id"}
_HANDLE = re.compile(r"@?([A-Za-z]\w{2,31})", re.ASCII)
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/(?:s/)?([A-Za-z]\w{2,31})(?:[/?#].*)?",
    re.ASCII | re.IGNORECASE,
)
_NOBODY = frozenset({"unknown", "none", "nan", "null"})
_PAGES = frozenset({"joinchat", "addstickers", "share"})
_FLOAT = re.compile(r"(-?\d{1,19})(?:\.0+)?", re.ASCII)
_BARE_NUMBER = re.compile(r"[1-9]\d{6,14}", re.ASCII)


def peer_of(value: object) -> Peer | None:
    """Read a peer (``{"_": "PeerUser", "user_id": 123}``) or a bare id; None when it is none."""
    if isinstance(value, Mapping):
        for kind, field in _FIELDS.items():
            number = whole_number(value.get(field))
            if number is not None and number > 0:
                return Peer(kind, number)
        return None
    return read_peer(value, old=False)


def number_of(value: str | None) -> str | None:
    """Read an id that a table may hold as a fraction (``123.0``); None when it is none."""
    match = _FLOAT.fullmatch(value.strip()) if value is not None else None
    return str(int(match[1])) if match else None


def handle_of(value: object) -> str | None:
    """Read a handle, or the address it is in; None when it is none."""
    said = value.strip() if isinstance(value, str) else ""
    match = _HANDLE.fullmatch(said) or _ADDRESS.fullmatch(said)
    if match is None or match[1].lower() in _NOBODY | _PAGES:
        return None
    return match[1]


def handles_of(profile: object) -> list[str]:
    """Read the handles of an account or a channel, the one that it shows first."""
    stated = [inner(profile, "username")]
    for each in items(profile, "usernames"):
        if isinstance(each, str):
            stated.append(each)
        elif inner(each, "active") is not False:
            stated.append(inner(each, "username"))
    found = (handle_of(each) for each in stated)
    return list(dict.fromkeys(handle for handle in found if handle is not None))


def phone_of(value: str | None) -> str | None:
    """Write a telephone number as it is meant; Telegram leaves out the plus sign."""
    if value is None:
        return None
    said = value.strip()
    return f"+{said}" if _BARE_NUMBER.fullmatch(said) else said or None


def name_of(profile: object) -> str | None:
    """Read what an account is called; a deleted one is called nothing."""
    names = (text(profile, field) for field in ("first_name", "last_name"))
    return " ".join(name.strip() for name in names if name is not None) or None
