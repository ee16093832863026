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
    "native messages": "sms",
    "native": "sms",
    "imessage": "imessage",
    "sms": "sms",
    "mms": "sms",
}
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
    return _NAMES.get(folded) or keys.platform(folded.partition(":")[0] or folded)


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
