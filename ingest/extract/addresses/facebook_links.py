"""Addresses on Facebook and Messenger: profiles, groups, chats."""

from __future__ import annotations

import re

from ingest.extract.addresses import read
from ingest.extract.addresses.read import Read

_NAME = re.compile(r"[A-Za-z0-9.-]{4,60}")
_SHORT_NAME = re.compile(r"[a-z]{6,40}|[a-z0-9]{2,30}(?:\.[a-z0-9]{2,30}){1,4}")
_GROUP = re.compile(r"[A-Za-z0-9.]{4,60}")
_GROUP_PAGES = frozenset({
    "feed", "discover", "joins", "create", "categories", "search", "explore", "your_groups",
})  # fmt: skip
_PAGES_OF_A_GROUP = frozenset({"about", "members", "media", "files", "buy_sell_discussion"})
_PAGES = frozenset({
    "groups", "pages", "watch", "events", "event", "marketplace", "photo", "photos",
    "photo.php", "story.php", "permalink.php", "sharer", "sharer.php", "share", "share.php",
    "hashtag", "login", "login.php", "help", "business", "gaming", "reel", "reels", "media",
    "videos", "video", "video.php", "posts", "stories", "story", "l.php", "dialog", "plugins",
    "policies", "privacy", "home.php", "profile.php", "people", "p", "search", "messages",
    "friends", "ads", "notes", "commerce", "user", "comment", "live", "saved", "settings",
    "recover", "checkpoint", "legal", "games", "donate", "messenger_media", "ufi",
})  # fmt: skip
_OPAQUE = "pfbid"


def read_facebook(host: str, steps: list[str], query: dict[str, str]) -> Read | None:
    """Read a profile, by number where the address has one, or a group.

    Parameters
    ----------
    host : str
        ``facebook.com`` or one of its other hosts, ``m.me``, ``fb.me``.
    steps : list of str
        The path.
    query : dict
        Parameters of the address.

    Returns
    -------
    Read or None
        Kind ``facebook``, or ``invite`` for a group as a whole; None for posts and pages of the
        site itself.
    """
    first, *rest = steps or [""]
    if first == "profile.php" and query.get("id", "").isdecimal():
        return read.handle("facebook", query["id"], "facebook.com")
    if first in ("people", "pages", "p"):
        return _numbered(steps[-1].rsplit("-", 1)[-1])
    if first == "groups" and rest:
        return _in_group(rest)
    if steps[:2] in (["messages", "t"], ["marketplace", "profile"]) and len(steps) > 2:
        return _numbered(steps[2])
    if host == "m.me" and first == "j" and rest:
        return read.invite("m.me/j/", rest[0])
    if host == "fb.me":
        is_name = len(steps) == 1 and _SHORT_NAME.fullmatch(first)
        return read.handle("facebook", first, "fb.me") if is_name else None
    if first.lower() in _PAGES or first.startswith(_OPAQUE) or not _NAME.fullmatch(first):
        return None
    return read.handle("facebook", first, "facebook.com")


def _numbered(number: str) -> Read | None:
    """Make a contact detail of a profile's number."""
    return read.handle("facebook", number, "facebook.com") if number.isdecimal() else None


def _in_group(steps: list[str]) -> Read | None:
    """Read a group, or whom an address shows as its member; a post in it is neither."""
    name, *page = steps
    if page[:1] == ["user"] and len(page) > 1:
        return _numbered(page[1])
    if page and page[0] not in _PAGES_OF_A_GROUP:
        return None
    if not _GROUP.fullmatch(name) or name.lower() in _GROUP_PAGES:
        return None
    return read.group(f"facebook.com/groups/{name.lower()}")
