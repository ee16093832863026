"""What an address on Facebook names: a group, a profile, a post, a comment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_SLUG = re.compile(r"[\w.-]{2,60}")
_PAGES = frozenset({
    "groups", "pages", "watch", "events", "event", "marketplace", "photo", "photos", "photo.php",
    "story.php", "permalink.php", "sharer", "sharer.php", "share", "share.php", "hashtag", "login",
    "login.php", "help", "reel", "reels", "media", "videos", "video", "video.php", "posts",
    "stories", "story", "l.php", "profile.php", "people", "p", "search", "home.php", "user",
    "comment", "ufi", "a",
})  # fmt: skip
_POST = re.compile(r"/(?:posts|permalink)/(?:[^/]+/)?(\d+)(?:/|$)")
_IN_QUERY = ("story_fbid", "multi_permalinks")
_SHOWN = re.compile(
    r"/(?:posts|permalink|videos|reel|story)/(?:[^/]+/)?(\d{5,20})(?:/|$)", re.ASCII
)
_SHOWN_IN_QUERY = (*_IN_QUERY, "fbid", "v")
_LONGEST_NUMBER = 20
_OPAQUE = "pfbid"


@dataclass(frozen=True)
class Profile:
    """What the address of a profile says.

    Attributes
    ----------
    native_id, handle : str or None
        Its number, or the name in its address.
    url : str or None
        The address without what follows the visitor about.
    """

    native_id: str | None = None
    handle: str | None = None
    url: str | None = None


def is_number(value: str | None) -> bool:
    """Whether a value is an id as Facebook counts, and no opaque one."""
    return value is not None and value.isascii() and value.isdigit()


def group_of(url: str | None) -> str | None:
    """Read the group in an address: its number or its name.

    >>> group_of("https://www.facebook.com/groups/kicau.mania/permalink/77/")
    'kicau.mania'
    """
    steps, _ = _parts(url)
    if len(steps) < 2 or steps[0] != "groups" or not _SLUG.fullmatch(steps[1]):
        return None
    return steps[1]


def profile_of(url: str | None) -> Profile:
    """Read whose profile an address is, as far as it says."""
    steps, query = _parts(url)
    if not steps:
        return Profile(url=url)
    named = steps[-1] if steps[0] in ("people", "groups", "user") else steps[0]
    if steps[0] == "profile.php":
        named = query.get("id", "")
    if is_number(named) and ("user" in steps[-2:-1] or steps[0] != "groups"):
        return Profile(native_id=named, url=f"https://www.facebook.com/{named}")
    is_name = len(steps) == 1 and _SLUG.fullmatch(named) and named.casefold() not in _PAGES
    if is_name and not named.startswith(_OPAQUE):
        return Profile(handle=named, url=f"https://www.facebook.com/{named}")
    return Profile(url=(url or "").partition("?")[0] if steps[0] != "profile.php" else url)


def post_of(url: str | None) -> str | None:
    """Read the number of the post in an address; photos and videos are counted apart.

    >>> post_of("https://www.facebook.com/groups/55/permalink/77/")
    '77'
    """
    steps, query = _parts(url)
    if found := _POST.search("/" + "/".join(steps)):
        return found[1]
    stated = (query.get(name) for name in _IN_QUERY)
    return next((value for value in stated if is_number(value)), None)


def shown_of(url: str | None) -> str | None:
    """Read the number of what a page shows: a post, a picture or a video.

    >>> shown_of("https://www.facebook.com/photo/?fbid=123456")
    '123456'
    """
    steps, query = _parts(url)
    found = _SHOWN.search("/" + "/".join(steps))
    stated = (query[name] for name in _SHOWN_IN_QUERY if name in query)
    number = next(stated, found[1] if found else None)
    return number if number and is_number(number) and len(number) <= _LONGEST_NUMBER else None


def author_of(url: str | None) -> str | None:
    """Read the number of the account whose post an address with parameters names."""
    _, query = _parts(url)
    author = query.get("id") if "story_fbid" in query else None
    return author if is_number(author) else None


def comment_of(url: str | None) -> str | None:
    """Read the number of the comment, or of the answer to one, in an address."""
    _, query = _parts(url)
    stated = (query.get(name) for name in ("reply_comment_id", "comment_id"))
    return next((value for value in stated if is_number(value)), None)


def _parts(url: str | None) -> tuple[list[str], dict[str, str]]:
    """Take the path and the parameters of an address apart; nothing where it is none."""
    try:
        parts = urlsplit(url or "")
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    except ValueError:
        return [], {}
    if "." not in parts.netloc:
        return [], {}
    return [step for step in parts.path.split("/") if step], query
