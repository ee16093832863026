"""What the address of an archived page says: the platform, the post, whose it is and where."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, urlsplit

from ingest.extract.addresses import profile_links
from ingest.readers.facebook.addresses import author_of, group_of, is_number, shown_of

Told = dict[str, str | None]

_PREFIX = re.compile(r"^(?:www|m|mobile|mbasic|web|old|touch)\.")
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})+")
_NUMBER = re.compile(r"\d{1,20}", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9_-]{5,40}")
_X_NAME = re.compile(r"[A-Za-z0-9_]{1,15}")
_WALL = re.compile(r"wall(-?)(\d{1,12})_(\d{1,12})")


@lru_cache(maxsize=1 << 14)
def read_address(url: str) -> Told:
    """Read what an address says.

    Parameters
    ----------
    url : str
        Of a page.

    Returns
    -------
    dict
        ``platform``, of an unknown one its host; and what is certain of ``post_id account_id
        account_handle group_id group_handle``. An id that Facebook made opaque is none.

    Examples
    --------
    >>> read_address("https://t.me/s/kicau_shop/45")["group_handle"]
    'kicau_shop'
    """
    written = url.strip()
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = _PREFIX.sub("", (parts.hostname or "").lower())
    except ValueError:
        return {}
    if not _HOST.fullmatch(host):
        return {}
    steps = [step for step in parts.path.split("/") if step]
    for hosts, platform, read in _READERS:
        if host in hosts:
            return {"platform": platform, **read(steps, parts)}
    return {"platform": host}


def _telegram(steps: list[str], parts: SplitResult) -> Told:
    """Read an address of a message: ``t.me/name/45``, ``t.me/c/1234567890/45``."""
    if steps[:1] == ["s"]:
        steps = steps[1:]
    if len(steps) < 2 or not _NUMBER.fullmatch(steps[-1]):
        return {}
    if steps[0] == "c":
        known = len(steps) > 2 and _NUMBER.fullmatch(steps[1])
        return {"group_id": steps[1], "post_id": steps[-1]} if known else {}
    return {"group_handle": steps[0], "post_id": steps[-1]}


def _instagram(steps: list[str], parts: SplitResult) -> Told:
    """Read an address of a post by its short code, and of its author where it names one."""
    at = next((at for at, step in enumerate(steps[:2]) if step in {"p", "reel", "tv"}), None)
    if at is None:
        return _profile("instagram.com", parts)
    code = steps[at + 1] if len(steps) > at + 1 and _CODE.fullmatch(steps[at + 1]) else None
    return {"post_id": code, "account_handle": steps[0].lower() if at else None}


def _tiktok(steps: list[str], parts: SplitResult) -> Told:
    """Read an address of a video or pictures."""
    is_post = len(steps) > 2 and steps[1] in {"video", "photo"} and _NUMBER.fullmatch(steps[2])
    return {"post_id": steps[2] if is_post else None, **_profile("tiktok.com", parts)}


def _x(steps: list[str], parts: SplitResult) -> Told:
    """Read an address of a post or profile."""
    if not steps or not _X_NAME.fullmatch(steps[0]):
        return {}
    is_post = len(steps) > 2 and steps[1] == "status" and _NUMBER.fullmatch(steps[2])
    is_name = steps[0] != "i" and (is_post or len(steps) == 1)
    return {
        "post_id": steps[2] if is_post else None,
        "account_handle": steps[0].lower() if is_name and steps[0] not in _X_PAGES else None,
    }


def _vk(steps: list[str], parts: SplitResult) -> Told:
    """Read an address of a post on a wall, or of a comment; a community's wall has a minus."""
    wall = _WALL.search(parts.path) or _WALL.search(parts.query)
    if wall is None:
        return {}
    minus, owner, number = wall.groups()
    comment = parse_qs(parts.query).get("reply", [""])[0]
    number = comment if _NUMBER.fullmatch(comment) else number
    return {"post_id": f"{minus}{owner}_{number}", "group_id": owner if minus else None}


def _youtube(steps: list[str], parts: SplitResult) -> Told:
    """Read an address of a video or a channel."""
    in_query = parse_qs(parts.query).get("v", [""])[0]
    if (parts.hostname or "").endswith("youtu.be"):
        code = steps[0] if steps else ""
    else:
        code = steps[1] if len(steps) > 1 and steps[0] in {"shorts", "live", "embed"} else in_query
    if _CODE.fullmatch(code):
        return {"post_id": code}
    if len(steps) > 1 and steps[0] == "channel":
        return {"account_id": steps[1]}
    return {"account_handle": steps[0][1:].lower() if steps and steps[0][0] == "@" else None}


def _facebook(steps: list[str], parts: SplitResult) -> Told:
    """Read an address of a post, picture or video, by number, in a group or of a profile."""
    url = parts.geturl()
    told: Told = {"post_id": shown_of(url)}
    if group := group_of(url):
        return {**told, "group_id" if is_number(group) else "group_handle": group}
    if author := author_of(url):
        return {**told, "account_id": author}
    return {**told, **_profile("facebook.com", parts)}


def _profile(host: str, parts: SplitResult) -> Told:
    """Read whose profile an address lies in."""
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    read = profile_links.read(host, parts.path, query, None)
    if read is None or read[0] not in {"instagram", "facebook", "tiktok"}:
        return {}
    return {"account_id" if read[1].isdecimal() else "account_handle": read[1]}


_X_PAGES = frozenset({"home", "search", "explore", "hashtag", "intent", "share", "settings"})
_READERS: tuple[tuple[frozenset[str], str, Callable[[list[str], SplitResult], Told]], ...] = (
    (frozenset({"t.me", "telegram.me", "telegram.dog"}), "telegram", _telegram),
    (frozenset({"facebook.com", "fb.com", "fb.watch"}), "facebook", _facebook),
    (frozenset({"instagram.com", "instagr.am"}), "instagram", _instagram),
    (frozenset({"tiktok.com", "vm.tiktok.com"}), "tiktok", _tiktok),
    (frozenset({"x.com", "twitter.com"}), "x", _x),
    (frozenset({"vk.com", "vk.ru"}), "vk", _vk),
    (frozenset({"youtube.com", "youtu.be"}), "youtube", _youtube),
)
