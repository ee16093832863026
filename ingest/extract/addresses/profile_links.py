"""Addresses that stand for a profile, a number or a group, by their host."""

from __future__ import annotations

import re

from ingest.extract.addresses import messenger_links as messengers
from ingest.extract.addresses import read as made
from ingest.extract.addresses.facebook_links import read_facebook
from ingest.extract.addresses.read import Read

_INSTAGRAM_NAME = re.compile(r"[A-Za-z0-9_.]{2,30}")
_INSTAGRAM_PAGES = frozenset({
    "p", "reel", "reels", "tv", "explore", "accounts", "direct", "about", "developer",
    "legal", "stories", "web", "s", "ar", "share", "channel", "invites",
    "highlights",
})  # fmt: skip
_TIKTOK_NAME = re.compile(r"(?:@|%40)([A-Za-z0-9_.]{2,24})")


def read(
    host: str, path: str, query: dict[str, str], region: str | None, fragment: str = ""
) -> Read | None:
    """Read a profile, a number or an invitation from an address.

    Parameters
    ----------
    host : str
        Lower case, without ``www.``.
    path : str
    query : dict
        Parameters of the address.
    region : str or None
        ISO 3166 code of the country of numbers that leave theirs out; unused by sites whose
        links always carry it.
    fragment : str
        What follows ``#``.

    Returns
    -------
    Read or None
        None when it is no such address.
    """
    steps = [step for step in path.split("/") if step]
    if host in messengers.TELEGRAM_HOSTS:
        return messengers.telegram(steps)
    if host.endswith(".t.me"):
        return messengers.telegram([host.removesuffix(".t.me")])
    if host in messengers.WHATSAPP_HOSTS or host == "chat.whatsapp.com":
        return messengers.whatsapp(host, steps, query, region)
    if host in ("discord.gg", "discord.com", "discordapp.com"):
        return _discord_invite(host, steps)
    if host in ("instagram.com", "m.instagram.com", "instagr.am", "ig.me"):
        return _instagram(host, steps)
    if host in ("facebook.com", "fb.com", "m.me", "fb.me") or host.endswith(".facebook.com"):
        return read_facebook(host, steps, query)
    if host in ("tiktok.com", "m.tiktok.com"):
        return _tiktok(steps)
    return _in_messenger(host, steps, query, region, fragment)


def _in_messenger(
    host: str, steps: list[str], query: dict[str, str], region: str | None, fragment: str
) -> Read | None:
    """Read an address of a messenger that is not among the most used."""
    if host in ("line.me", "line.naver.jp"):
        return messengers.line(steps)
    if host == "page.line.me" and steps:
        return messengers.line(["ti", "p", "@" + steps[0].lstrip("@")])
    if host.endswith(".kakao.com"):
        return messengers.kakao(host, steps)
    if host == "zalo.me":
        return messengers.zalo(steps)
    if host in ("signal.me", "signal.group"):
        return messengers.signal(host, fragment)
    if host == "invite.viber.com":
        return messengers.viber(host, query, region)
    if host.endswith(".qq.com"):
        return messengers.tencent(host, steps, query)
    return messengers.other(host, steps)


def _discord_invite(host: str, steps: list[str]) -> Read | None:
    """Read an invitation to a Discord server."""
    if host != "discord.gg" and steps[:1] != ["invite"]:
        return None
    code = steps[-1] if steps else ""
    return made.invite("discord.gg/", code)


def _instagram(host: str, steps: list[str]) -> Read | None:
    """Read a profile on Instagram, or a group chat."""
    if host == "ig.me" and len(steps) > 1:
        return made.invite("ig.me/j/", steps[1]) if steps[0] == "j" else _instagram("", steps[1:])
    if steps and steps[0] in ("stories", "_u"):
        steps = steps[1:]
    if steps and steps[0].lower() not in _INSTAGRAM_PAGES and _INSTAGRAM_NAME.fullmatch(steps[0]):
        return made.handle("instagram", steps[0], "instagram.com")
    return None


def _tiktok(steps: list[str]) -> Read | None:
    """Read a profile on TikTok."""
    name = _TIKTOK_NAME.fullmatch(steps[0]) if steps else None
    return made.handle("tiktok", name.group(1), "tiktok.com") if name else None
