"""Addresses that stand for a profile or a group invitation, one reader per site."""

from __future__ import annotations

import re

from graph import keys
from ingest.extract.phones import numbers

Read = tuple[str, str, str, str, float]

_TELEGRAM_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_TELEGRAM_PAGES = frozenset({
    "addstickers", "addemoji", "addtheme", "addlist", "share", "proxy", "socks", "iv",
    "setlanguage", "login", "bg", "msg", "confirmphone", "giftcode", "boost", "invoice",
    "joinchat", "contact",
})  # fmt: skip
_CODE = re.compile(r"[A-Za-z0-9_-]{6,64}")
_INSTAGRAM_NAME = re.compile(r"[A-Za-z0-9_.]{2,30}")
_INSTAGRAM_PAGES = frozenset({
    "p", "reel", "reels", "tv", "explore", "accounts", "direct", "about", "developer",
    "legal", "stories", "web", "s", "ar",
})  # fmt: skip
_FACEBOOK_NAME = re.compile(r"[A-Za-z0-9.-]{4,60}")
_FACEBOOK_PAGES = frozenset({
    "groups", "pages", "watch", "events", "event", "marketplace", "photo", "photos",
    "photo.php", "story.php", "permalink.php", "sharer", "sharer.php", "share", "share.php",
    "hashtag", "login", "login.php", "help", "business", "gaming", "reel", "reels", "media",
    "videos", "video", "video.php", "posts", "stories", "story", "l.php", "dialog", "plugins",
    "policies", "privacy", "home.php", "profile.php", "people", "p", "search", "messages",
    "friends", "ads", "notes", "commerce",
})  # fmt: skip
_TIKTOK_NAME = re.compile(r"@([A-Za-z0-9_.]{2,24})")
_LINE_NAME = re.compile(r"[A-Za-z0-9_.-]{3,20}")


def read(host: str, path: str, query: dict[str, str], region: str | None) -> Read | None:
    """Read a profile, a number or an invitation from an address.

    Parameters
    ----------
    host : str
        Lower case, without ``www.``.
    path : str
    query : dict
        Parameters of the address.
    region : str or None
        Unused by sites whose links always carry the country.

    Returns
    -------
    tuple or None
        Kind, value, key, rule and confidence; None when it is no such address.
    """
    steps = [step for step in path.split("/") if step]
    if host in ("t.me", "telegram.me", "telegram.dog"):
        return _telegram(steps)
    if host.endswith(".t.me"):
        return _telegram([host.removesuffix(".t.me")])
    if host == "chat.whatsapp.com":
        return _whatsapp_invite(steps)
    if host in ("discord.gg", "discord.com", "discordapp.com"):
        return _discord_invite(host, steps)
    if host in ("instagram.com", "m.instagram.com", "instagr.am"):
        return _instagram(steps)
    if host in ("facebook.com", "fb.com", "m.me") or host.endswith(".facebook.com"):
        return _facebook(steps, query)
    if host in ("tiktok.com", "m.tiktok.com"):
        return _tiktok(steps)
    if host == "line.me":
        return _line(steps)
    return None


def _telegram(steps: list[str]) -> Read | None:
    """Read a name, a number or an invitation on t.me."""
    if not steps:
        return None
    first = steps[1] if steps[0] == "s" and len(steps) > 1 else steps[0]
    if first.startswith("+") and first[1:].isdecimal():
        number = numbers.clean(first, None)
        if number is not None:
            return "phone", number, f"phone:{number}", "t.me", 0.98
    if first.startswith("+"):
        return _invite("t.me/+", first[1:])
    if first == "joinchat" and len(steps) > 1:
        return _invite("t.me/+", steps[1])
    if _TELEGRAM_NAME.fullmatch(first) and first.lower() not in _TELEGRAM_PAGES:
        return _handle("telegram", first, "t.me")
    return None


def _whatsapp_invite(steps: list[str]) -> Read | None:
    """Read an invitation to a WhatsApp group."""
    if steps and steps[0] == "invite":
        steps = steps[1:]
    return _invite("chat.whatsapp.com/", steps[0]) if steps else None


def _discord_invite(host: str, steps: list[str]) -> Read | None:
    """Read an invitation to a Discord server."""
    if host != "discord.gg" and steps[:1] != ["invite"]:
        return None
    code = steps[-1] if steps else ""
    return _invite("discord.gg/", code)


def _invite(place: str, code: str) -> Read | None:
    """Name an invitation by its code, which is case-sensitive."""
    if not _CODE.fullmatch(code):
        return None
    return "invite", place + code, f"invite:{place}{code}", "invitation", 0.98


def _instagram(steps: list[str]) -> Read | None:
    """Read a profile on Instagram."""
    if steps and steps[0] == "stories":
        steps = steps[1:]
    if steps and steps[0].lower() not in _INSTAGRAM_PAGES and _INSTAGRAM_NAME.fullmatch(steps[0]):
        return _handle("instagram", steps[0], "instagram.com")
    return None


def _facebook(steps: list[str], query: dict[str, str]) -> Read | None:
    """Read a profile on Facebook, by number where the address has one."""
    if steps[:1] == ["profile.php"] and query.get("id", "").isdecimal():
        return _handle("facebook", query["id"], "facebook.com")
    if steps[:1] in (["people"], ["pages"], ["p"]):
        number = steps[-1].rsplit("-", 1)[-1]
        return _handle("facebook", number, "facebook.com") if number.isdecimal() else None
    if steps and steps[0].lower() not in _FACEBOOK_PAGES and _FACEBOOK_NAME.fullmatch(steps[0]):
        return _handle("facebook", steps[0], "facebook.com")
    return None


def _tiktok(steps: list[str]) -> Read | None:
    """Read a profile on TikTok."""
    name = _TIKTOK_NAME.fullmatch(steps[0]) if steps else None
    return _handle("tiktok", name.group(1), "tiktok.com") if name else None


def _line(steps: list[str]) -> Read | None:
    """Read a LINE id behind a link to add a friend."""
    if steps[:1] == ["R"]:
        steps = steps[1:]
    if steps[:2] != ["ti", "p"] or len(steps) < 3:
        return None
    name = steps[2].removeprefix("%40").lstrip("@~")
    if name == steps[2] or not _LINE_NAME.fullmatch(name):
        return None
    return _handle("line", name, "line.me")


def _handle(platform: str, name: str, rule: str) -> Read:
    """Make a contact detail of a profile."""
    key = keys.handle(platform, name)
    return platform, key.removeprefix(f"handle:{platform}:"), key, rule, 0.95
