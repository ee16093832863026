"""Comments under TikTok's videos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ingest.readers.json_values import inner, items, text, texts
from ingest.readers.refusal import Refusal
from ingest.readers.zeeschuimer.accounts import account
from ingest.readers.zeeschuimer.capture import Row, Said, first, lines
from ingest.readers.zeeschuimer.tiktok import PLATFORM

_NONE = "0"


def tell(data: Mapping[str, Any]) -> Iterator[Said]:
    """Tell a comment, and the replies to it that came with it.

    Parameters
    ----------
    data : mapping of str to object
        What TikTok sent.

    Yields
    ------
    Said
        A post each; it answers the comment above it, else the video.
    """
    yield "", _comment(data)
    for number, reply in enumerate(items(data, "reply_comment"), start=1):
        yield f", reply {number}", _comment(reply)


def _comment(comment: object) -> Row:
    """Tell one comment."""
    known = first(text(comment, "cid"), text(comment, "id"))
    if known is None:
        raise Refusal("cid", "the capture names no comment")
    above = (text(comment, name) for name in ("reply_to_reply_id", "reply_id", "aweme_id"))
    pictures = (
        texts(picture, "origin_url", "url_list")[:1] for picture in items(comment, "image_list")
    )
    return {
        "platform": PLATFORM,
        **_author(comment),
        "post_id": known,
        "posted_at": text(comment, "create_time"),
        "text": text(comment, "text"),
        "image": lines(url for urls in pictures for url in urls),
        "reply_to": next((each for each in above if each not in (None, _NONE)), None),
        "video": text(comment, "aweme_id"),
        "likes": text(comment, "digg_count"),
        "replies": text(comment, "reply_comment_total"),
        "language": text(comment, "comment_language"),
        "is_pinned": inner(comment, "author_pin") or None,
        "is_liked_by_author": inner(comment, "is_author_digged") or None,
    }


def _author(comment: object) -> Row:
    """Tell who comments; the profile may name an account elsewhere."""
    instagram = text(comment, "user", "ins_id")
    return account(
        text(comment, "user", "uid"),
        text(comment, "user", "unique_id"),
        text(comment, "user", "nickname"),
        text(comment, "user", "signature"),
        f"https://www.instagram.com/{instagram}" if instagram else None,
    )
