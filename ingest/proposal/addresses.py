"""What web addresses are of: which platform, and a post, a profile, a group or an image."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

_SITES = {
    "facebook": ("facebook.com", "fb.com", "fb.me", "fb.watch"),
    "instagram": ("instagram.com",),
    "tiktok": ("tiktok.com",),
    "telegram": ("t.me", "telegram.me"),
    "x": ("twitter.com", "x.com"),
    "vk": ("vk.com", "vk.ru"),
    "youtube": ("youtube.com", "youtu.be"),
    "reddit": ("reddit.com",),
    "discord": ("discord.com", "discordapp.com"),
    "weibo": ("weibo.com", "weibo.cn"),
    "etsy": ("etsy.com",),
    "tokopedia": ("tokopedia.com",),
    "bukalapak": ("bukalapak.com",),
    "avito": ("avito.ru",),
    "kaskus": ("kaskus.co.id",),
    "taobao": ("taobao.com",),
    "xianyu": ("goofish.com",),
    "chotot": ("chotot.com",),
    "kaidee": ("kaidee.com",),
    "mudah": ("mudah.my",),
    "gumtree": ("gumtree.com", "gumtree.com.au", "gumtree.co.za"),
    "leboncoin": ("leboncoin.fr",),
    "kleinanzeigen": ("kleinanzeigen.de",),
}
_BY_FIRST_NAME = (
    "ebay", "amazon", "shopee", "lazada", "olx", "carousell", "mercadolibre", "mercadolivre",
    "craigslist", "alibaba", "aliexpress", "jiji", "opensooq", "haraj", "dubizzle", "wallapop",
)  # fmt: skip
_OTHER_NAMES = frozenset({
    *_BY_FIRST_NAME, "facebook marketplace", "whatsapp", "wechat", "line", "zalo", "signal",
    "snapchat", "twitter", "fb", "ig", "tg", "wa",
})  # fmt: skip
_HOSTS = {host: site for site, hosts in _SITES.items() for host in hosts}
_IMAGE = re.compile(r"\.(?:jpe?g|png|webp|gif|heic|avif)$", re.IGNORECASE)
_PROFILES = re.compile(
    r"/(?:user|usr|seller|sellers|shop|store|profile|member|u|people|str)/", re.I
)
_POSTS = re.compile(
    r"/(?:item|items|itm|listing|listings|product|products|p|dp|ad|ads|post|posts|status|video|"
    r"watch|article|iklan|detail)(?:[/-]|$)|\d{5,}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Address:
    """What a web address is of.

    Attributes
    ----------
    host : str
        Lower case, without ``www.`` and the like.
    platform : str or None
        Null where the site is not known.
    kind : str or None
        ``post``, ``profile``, ``group`` or ``image``; null where it does not say.
    """

    host: str
    platform: str | None
    kind: str | None


def is_address(value: str) -> bool:
    """Whether a value is one web address."""
    return address(value) is not None


def address(value: str) -> Address | None:
    """Read a web address; None for anything else."""
    written = value.strip()
    if not re.match(r"(?:https?://|www\.)[^\s]+$", written, re.IGNORECASE):
        return None
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = (parts.hostname or "").casefold()
    except ValueError:
        return None
    for prefix in ("www.", "m.", "mobile.", "web.", "old.", "l.", "vm."):
        host = host.removeprefix(prefix)
    if "." not in host:
        return None
    platform = _platform(host)
    if _IMAGE.search(parts.path):
        return Address(host, platform, "image")
    path = parts.path.rstrip("/")
    read = _KINDS.get(platform or "", _of_any_site)
    return Address(host, platform, read(path, parts.query))


def named_platform(value: str) -> str | None:
    """Name the platform that a value names or is the host of; None for anything else."""
    name = value.strip().casefold()
    host = name.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    if name in _SITES or name in _OTHER_NAMES:
        return name
    return _platform(host) if "." in host and "/" not in host else None


def _platform(host: str) -> str | None:
    """Name the platform of a host."""
    labels = host.split(".")
    for at in range(len(labels) - 1):
        if site := _HOSTS.get(".".join(labels[at:])):
            return site
    return next((label for label in labels[:-1] if label in _BY_FIRST_NAME), None)


def _facebook(path: str, query: str) -> str | None:
    """Read an address of Facebook."""
    if re.search(r"/(?:posts|permalink|videos|photos?|reel|marketplace/item)(?:/|$)", path):
        return "post"
    if re.search(r"/(?:permalink|story|photo)\.php$", path) or path in ("/photo", "/watch"):
        return "post"
    if path.startswith("/groups/"):
        return "profile" if "/user/" in path else "group"
    if path.startswith("/marketplace/profile/") or path == "/profile.php":
        return "profile"
    return "profile" if path.count("/") == 1 else None


def _instagram(path: str, query: str) -> str | None:
    """Read an address of Instagram."""
    if re.search(r"/(?:p|reel|reels|tv)/", path):
        return "post"
    return "profile" if path.count("/") == 1 else None


def _telegram(path: str, query: str) -> str | None:
    """Read an address of Telegram; a bare name may be an account's or a group's."""
    if re.fullmatch(r"/(?:s/)?(?:c/\d+|\w+)(?:/\d+)+", path):
        return "post"
    return "group" if path.startswith(("/+", "/joinchat/", "/c/")) else None


def _vk(path: str, query: str) -> str | None:
    """Read an address of VK."""
    if "wall" in path or "wall" in query:
        return "post"
    if re.match(r"/(?:club|public)\d", path):
        return "group"
    return "profile" if re.match(r"/id\d", path) else None


def _by_handle(path: str, query: str) -> str | None:
    """Read an address of TikTok, X or YouTube."""
    if re.search(r"/(?:video|photo|status|shorts|t)/\w", path) or path == "/watch":
        return "post"
    return "profile" if re.match(r"/(?:@|channel/|user/|c/)?[\w.-]+$", path) else None


def _of_any_site(path: str, query: str) -> str | None:
    """Read an address of a site that is not known."""
    if _PROFILES.search(f"{path}/"):
        return "profile"
    return "post" if _POSTS.search(path) or re.search(r"(?:^|&)\w*id=\d", query) else None


_KINDS: dict[str, Callable[[str, str], str | None]] = {
    "facebook": _facebook,
    "instagram": _instagram,
    "telegram": _telegram,
    "vk": _vk,
    "tiktok": _by_handle,
    "x": _by_handle,
    "youtube": _by_handle,
}
