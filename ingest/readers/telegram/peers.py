"""Telegram's ids, in all the forms that exports have had."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from graph import keys

PLATFORM = "telegram"
USER_SHIFT = 1 << 32
CHAT_SHIFT = 1 << 33
FIRST_CHANNEL = 10**9
_LARGEST = (1 << 63) - 1
_LOCAL_TIME = len("2018-12-05T10:39:10")
_NAMED = re.compile(r"(user|channel|chat)(\d{1,19})")
_BOT_STYLE = re.compile(r"100(\d{10,})")
_INTEGER = re.compile(r"-?\d{1,19}", re.ASCII)


@dataclass(frozen=True)
class Peer:
    """Whoever can write or be written to: ``kind`` is user, channel (or supergroup) or chat."""

    kind: str
    number: int

    @cached_property
    def native_id(self) -> str:
        """The id as newer exports write it."""
        return f"{self.kind}{self.number}"

    @cached_property
    def account_key(self) -> str:
        """Its key as an account."""
        return keys.account(PLATFORM, self.native_id)


@lru_cache(maxsize=1 << 16)
def named_peer(value: str) -> Peer | None:
    """Read an id that is a string; None when it is none."""
    match = _NAMED.fullmatch(value.strip())
    return Peer(match[1], int(match[2])) if match else _numbered(whole_number(value), old=False)


def read_peer(value: object, *, old: bool) -> Peer | None:
    """Read an id in any of its forms.

    Parameters
    ----------
    value : object
        ``user123``, ``channel123``, ``chat5``; a bare number, a user's; bot-style ``-100…`` for
        channels and negative for chats.
    old : bool
        Whether the export is from before April 2021, when users' ids had 2³² added and those of
        chats and channels 2³³.

    Returns
    -------
    Peer or None
        None when it is no id.
    """
    if isinstance(value, str) and not (old and value.strip().isdecimal()):
        return named_peer(value)
    return _numbered(whole_number(value), old=old)


def is_old(message: Mapping[str, object]) -> bool:
    """Whether a message may be of an export that shifts its ids.

    Such exports give no ``date_unixtime`` and a local ``date``; other tools' files with plain
    numbers have the one, or a zone with the other.
    """
    date = message.get("date")
    return "date_unixtime" not in message and isinstance(date, str) and len(date) == _LOCAL_TIME


def whole_number(value: object) -> int | None:
    """Read a whole number that 64 bits hold, also from a string or ``12.0``; None for others."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        value = int(value) if _INTEGER.fullmatch(value.strip()) else None
    elif isinstance(value, Decimal):
        small = value.is_finite() and abs(value) <= _LARGEST
        value = int(value) if small and value == value.to_integral_value() else None
    return value if isinstance(value, int) and abs(value) <= _LARGEST else None


def _numbered(number: int | None, *, old: bool) -> Peer | None:
    """Tell from a number whose id it is."""
    if not number:
        return None
    if number < 0:
        channel = _BOT_STYLE.fullmatch(str(-number))
        return Peer("channel", int(channel[1])) if channel else Peer("chat", -number)
    if old and CHAT_SHIFT < number < CHAT_SHIFT + USER_SHIFT:
        bare = number - CHAT_SHIFT
        return Peer("channel" if bare >= FIRST_CHANNEL else "chat", bare)
    if old and USER_SHIFT < number < CHAT_SHIFT:
        return Peer("user", number - USER_SHIFT)
    return Peer("user", number)
