"""Posts of X, as X sends them to a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from ingest.readers.json_values import inner, items, mapping, text
from ingest.readers.refusal import Refusal
from ingest.readers.zeeschuimer.accounts import account
from ingest.readers.zeeschuimer.capture import Row, Said, first, lines, listed

PLATFORM = "x"
TIMES = "%a %b %d %H:%M:%S %z %Y"
_COUNTS = {
    "likes": "favorite_count",
    "reposts": "retweet_count",
    "replies": "reply_count",
    "quotes": "quote_count",
    "bookmarks": "bookmark_count",
}


def tell(data: Mapping[str, Any]) -> Iterator[Said]:
    """Tell a post, and those that it reposts or quotes.

    Parameters
    ----------
    data : mapping of str to object
        What X sent: a post of today's form, or one of the form before (``type: adaptive``).

    Yields
    ------
    Said
        A post each. Of a repost the words are the other's. Shortened links are written out, and
        those to the post's own pictures left out, as X shows it.
    """
    post = _inside(data)
    legacy = mapping(post, "legacy")
    reposted = _inside(inner(legacy, "retweeted_status_result", "result"))
    yield "", {**_post(post, reposted), "promoted": inner(data, "promoted") or None}
    for word, other in (("reposted", reposted), ("quoted", _quoted(post))):
        if _id(other) is not None:
            yield f", {word}", _post(other, {})


def _inside(result: object) -> Mapping[str, Any]:
    """Take a post out of what says who may see it."""
    return mapping(result, "tweet") or mapping(result)


def _quoted(post: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take the post that a post quotes."""
    return _inside(inner(post, "quoted_status_result", "result"))


def _id(post: Mapping[str, Any]) -> str | None:
    """Id of a post; the one that Zeeschuimer notes beside it may have lost its last digits."""
    return first(text(post, "rest_id"), text(post, "legacy", "id_str"))


def _post(post: Mapping[str, Any], reposted: Mapping[str, Any]) -> Row:
    """Tell one post."""
    known, legacy = _id(post), mapping(post, "legacy")
    if known is None:
        reason = "X shows no post here" if "tombstone" in post else "the capture names no post"
        raise Refusal("rest_id", reason)
    author = _author(post)
    shown = author["account_handle"] or "i"
    return {
        "platform": PLATFORM,
        **author,
        "post_id": known,
        "post_url": f"https://x.com/{shown}/status/{known}",
        "posted_at": text(legacy, "created_at"),
        "text": _text(reposted) or _text(post),
        "image": _images(post) or _images(reposted),
        "location": text(legacy, "place", "full_name"),
        "reply_to": text(legacy, "in_reply_to_status_id_str"),
        "forwarded_from": _whose(reposted),
        **{name: text(legacy, theirs) for name, theirs in _COUNTS.items()},
        "views": first(text(post, "views", "count"), text(post, "ext_views", "count")),
        "conversation": text(legacy, "conversation_id_str"),
        "reposts_post": _id(reposted),
        "quotes_post": first(text(legacy, "quoted_status_id_str"), _id(_quoted(post))),
        "hashtags": listed(text(tag, "text") for tag in _entities(post, "hashtags")),
        "mentions": listed(text(one, "screen_name") for one in _entities(post, "user_mentions")),
        "language": text(legacy, "lang"),
        "application": first(text(post, "source"), text(legacy, "source")),
    }


def _author(post: Mapping[str, Any]) -> Row:
    """Tell the author: what is new about accounts is in ``core``, what is old in ``legacy``."""
    user = inner(post, "core", "user_results", "result")
    if not isinstance(user, Mapping):
        user = {"legacy": inner(post, "user"), "rest_id": text(post, "user", "id_str")}
    site = items(user, "legacy", "entities", "url", "urls")
    bio = first(text(user, "profile_bio", "description"), text(user, "legacy", "description"))
    links = items(user, "legacy", "entities", "description", "urls")
    told = account(
        first(text(user, "rest_id"), text(post, "legacy", "user_id_str")),
        first(text(user, "core", "screen_name"), text(user, "legacy", "screen_name")),
        first(text(user, "core", "name"), text(user, "legacy", "name")),
        _written_out(bio, links),
        text(site[0], "expanded_url") if site else None,
    )
    return {
        **told,
        "author_location": first(
            text(user, "location", "location"), text(user, "legacy", "location")
        ),
        "author_followers": first(
            text(user, "relationship_counts", "followers"), text(user, "legacy", "followers_count")
        ),
    }


def _text(post: Mapping[str, Any]) -> str | None:
    """Take the words: of a long post all of them, links written out."""
    long = text(post, "note_tweet", "note_tweet_results", "result", "text")
    words = first(long, text(post, "legacy", "full_text"), text(post, "legacy", "text"))
    words = _written_out(words, _entities(post, "urls"))
    for picture in _entities(post, "media"):
        words = words and words.replace(text(picture, "url") or "\0", "").strip()
    return words


def _written_out(words: str | None, links: list[Any]) -> str | None:
    """Write shortened links out, and what HTML writes otherwise."""
    if words is None:
        return None
    for link in links:
        short, whole = text(link, "url"), text(link, "expanded_url")
        if short and whole:
            words = words.replace(short, whole)
    return unescape(words)


def _entities(post: Mapping[str, Any], kind: str) -> list[Any]:
    """List what X found in the words, of a long post beyond where it is cut off."""
    long = items(post, "note_tweet", "note_tweet_results", "result", "entity_set", kind)
    return [*items(post, "legacy", "entities", kind), *long]


def _images(post: Mapping[str, Any]) -> str | None:
    """List the pictures, and those that stand for videos."""
    found = (
        text(each, "media_url_https")
        for name in ("extended_entities", "entities")
        for each in items(post, "legacy", name, "media")
    )
    return lines(found)


def _whose(reposted: Mapping[str, Any]) -> str | None:
    """Whose words a repost passes on."""
    if not reposted:
        return None
    author = _author(reposted)
    whose = author["account_handle"] or author["account_id"]
    return str(whose) if whose else "another account"
