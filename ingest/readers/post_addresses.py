"""Telling addresses of profiles, groups and sites from those of posts, which name a post."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

_PREFIX = re.compile(r"^(?:www|m|mobile|mbasic|web|touch)\.")
_IN_QUERY = frozenset({
    "story_fbid", "multi_permalinks", "fbid", "v", "w", "comment_id", "id", "p", "item",
})  # fmt: skip
_OTHERS = {
    "facebook.com": re.compile(r"groups/[^/]+|people(?:/[^/]+){1,2}|profile\.php|[^/]+"),
    "instagram.com": re.compile(r"[^/]+"),
    "threads.net": re.compile(r"@[^/]+"),
    "tiktok.com": re.compile(r"@[^/]+"),
    "x.com": re.compile(r"[^/]+"),
    "twitter.com": re.compile(r"[^/]+"),
    "t.me": re.compile(r"(?:s/|joinchat/)?[^/]+"),
    "telegram.me": re.compile(r"(?:s/|joinchat/)?[^/]+"),
    "vk.com": re.compile(r"(?!wall|photo|video|market|topic)[^/]+"),
    "youtube.com": re.compile(r"@[^/]+|(?:channel|c|user)/[^/]+"),
}
"""By site, the paths of profiles and groups."""


@lru_cache(maxsize=1 << 14)
def names_a_post(url: str) -> bool:
    """Whether a cell may be the address of one post: not a site's, and no profile's or group's.

    >>> names_a_post("https://www.facebook.com/groups/kicau/")
    False
    >>> names_a_post("https://www.facebook.com/groups/kicau/posts/pfbid0abc/")
    True
    """
    written = url.strip()
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = _PREFIX.sub("", (parts.hostname or "").lower())
        query = parse_qs(parts.query)
    except ValueError:
        return False
    path = parts.path.strip("/")
    if host == "facebook.com" and path.startswith("profile.php"):
        return not query.keys().isdisjoint(_IN_QUERY - {"id"})
    if not path:
        return bool(parts.query or parts.fragment)
    others = _OTHERS.get(host)
    return not others or not others.fullmatch(path) or not query.keys().isdisjoint(_IN_QUERY)
