"""TikTok's videos, as TikTok sends them to a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ingest.readers.json_values import inner, items, mapping, text, texts
from ingest.readers.refusal import Refusal
from ingest.readers.zeeschuimer.accounts import account
from ingest.readers.zeeschuimer.capture import Row, Said, first, lines, listed

PLATFORM = "tiktok"
_COUNTS = {
    "likes": "diggCount",
    "comments": "commentCount",
    "shares": "shareCount",
    "plays": "playCount",
    "saves": "collectCount",
}


def tell(data: Mapping[str, Any]) -> Iterator[Said]:
    """Tell a video, or a series of pictures.

    Parameters
    ----------
    data : mapping of str to object
        What TikTok sent, by its programming interface or inside a page.

    Yields
    ------
    Said
        One post. What is written on the picture counts as its text, below the description.
    """
    video = text(data, "id")
    if video is None:
        raise Refusal("id", "the capture names no video")
    author = _author(data)
    handle = author["account_handle"]
    yield (
        "",
        {
            "platform": PLATFORM,
            **author,
            "post_id": video,
            "post_url": f"https://www.tiktok.com/@{handle}/video/{video}" if handle else None,
            "posted_at": text(data, "createTime"),
            "text": _text(data),
            "image": _images(data),
            "location": _place(data),
            **_counts(data),
            "author_followers": first(
                text(data, "authorStats", "followerCount"),
                text(data, "authorStatsV2", "followerCount"),
            ),
            "hashtags": _hashtags(data),
            "mentions": listed(text(each, "userUniqueId") for each in items(data, "textExtra")),
            "music": lines([text(data, "music", "title"), text(data, "music", "authorName")]),
            "duet_from": _duet(data),
            "is_ad": inner(data, "isAd") or None,
            "warnings": listed(text(each, "text") for each in items(data, "warnInfo")),
            "links": listed(text(each, "keyword") for each in items(data, "anchors")),
        },
    )


def _author(data: Mapping[str, Any]) -> Row:
    """Tell the author: an object, or in a page's own data a handle with the name beside it."""
    author = data.get("author")
    if not isinstance(author, Mapping):
        return account(text(data, "authorId"), text(author), text(data, "nickname"))
    return account(
        text(author, "id"),
        text(author, "uniqueId"),
        text(author, "nickname"),
        text(author, "signature"),
        text(author, "bioLink", "link"),
    )


def _text(data: Mapping[str, Any]) -> str | None:
    """Take the description and what is written on the picture."""
    described = text(data, "desc") or lines(text(part, "desc") for part in items(data, "contents"))
    written = (" ".join(texts(sticker, "stickerText")) for sticker in items(data, "stickersOnItem"))
    return lines([described, *written])


def _images(data: Mapping[str, Any]) -> str | None:
    """List the pictures, or the one that stands for the video."""
    pictures = (
        texts(picture, "imageURL", "urlList")[:1] for picture in items(data, "imagePost", "images")
    )
    cover = first(text(data, "video", "cover"), text(data, "video", "originCover"))
    return lines(url for urls in pictures for url in urls) or cover


def _place(data: Mapping[str, Any]) -> str | None:
    """Name the place that the author chose, or the country that TikTok took it for."""
    chosen = mapping(data, "poi")
    named = listed(text(chosen, name) for name in ("name", "address", "city", "country"))
    return ", ".join(named) if named else text(data, "locationCreated")


def _counts(data: Mapping[str, Any]) -> Row:
    """Take the counts; the later form of them is not rounded."""
    return {
        name: first(text(data, "statsV2", theirs), text(data, "stats", theirs))
        for name, theirs in _COUNTS.items()
    }


def _hashtags(data: Mapping[str, Any]) -> list[str] | None:
    """List the hashtags, of the text and of TikTok's own list."""
    written = [text(each, "hashtagName") for each in items(data, "textExtra")]
    return listed([*written, *(text(each, "title") for each in items(data, "challenges"))])


def _duet(data: Mapping[str, Any]) -> str | None:
    """Id of the video that this one plays beside."""
    other = text(data, "duetInfo", "duetFromId")
    return None if other == "0" else other
