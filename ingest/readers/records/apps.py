"""Platforms by the names that services and apps have in records."""

from __future__ import annotations

import re

from graph import keys

_NAMES = {
    "facebook messenger": "facebook",
    "messenger": "facebook",
    "facebook lite": "facebook",
    "whatsapp business": "whatsapp",
    "whatsapp messenger": "whatsapp",
    "telegram messenger": "telegram",
    "telegram x": "telegram",
    "instagram direct": "instagram",
    "viber messenger": "viber",
    "kakao talk": "kakaotalk",
    "vkontakte": "vk",
}
NATIVE = "sms"
"""The telephone's own calls and messages, whose accounts are numbers."""

_NATIVE_NAMES = frozenset({
    "native", "native messages", "native calls", "sms", "mms", "phone", "call log", "calls",
    "recents", "messages", "android messages", "google messages", "samsung messages",
})  # fmt: skip
NUMERIC = frozenset({"telegram", "facebook", "instagram", "vk", "discord", "x", "tiktok"})
"""Platforms that number their accounts, where a name is never digits alone."""

_JID = re.compile(r"(\d{6,15})(?:[.:]\d+)*@(?:s\.whatsapp\.net|c\.us)")
_DIGITS = re.compile(r"\+?\d{7,15}")


def platform_of(app: str) -> str:
    """Name the platform of an app or service.

    >>> platform_of("Facebook Messenger"), platform_of("WhatsApp")
    ('facebook', 'whatsapp')
    """
    folded = keys.fold(app)
    if folded in _NATIVE_NAMES:
        return NATIVE
    platform = _NAMES.get(folded) or keys.platform(folded.partition(":")[0] or folded)
    return f"{platform}_app" if platform in keys.DETAIL_KINDS else platform


def whatsapp_number(identifier: str) -> str | None:
    """Read the number in a WhatsApp id, which always begins with the country's code.

    >>> whatsapp_number("6281234567890@s.whatsapp.net")
    '+6281234567890'
    """
    jid = _JID.fullmatch(identifier.strip())
    if jid is not None:
        return f"+{jid.group(1)}"
    bare = re.sub(r"[ ().-]", "", identifier)
    return f"+{bare.lstrip('+')}" if _DIGITS.fullmatch(bare) else None


def is_number(identifier: str) -> bool:
    """Whether an identifier is digits alone."""
    return identifier.isascii() and identifier.isdigit()
