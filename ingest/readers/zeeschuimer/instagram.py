"""Posts of Instagram, in the three shapes that Instagram sends them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ingest.readers.json_values import inner, items, mapping, text
from ingest.readers.refusal import Refusal
from ingest.readers.zeeschuimer.capture import Row, Said, first, lines, listed
from ingest.readers.zeeschuimer.instagram_people import PLATFORM, author, fellow_authors, person

_MISNAMED = "highlight_reels"
_COMMENTS = (
    ("comments",),
    ("preview_comments",),
    ("edge_media_to_parent_comment", "edges"),
    ("edge_media_to_comment", "edges"),
    ("edge_media_preview_comment", "edges"),
)


def tell(data: Mapping[str, Any]) -> Iterator[Said]:
    """Tell a post, those who wrote it together, and the comments that came with it.

    Parameters
    ----------
    data : mapping of str to object
        What Instagram sent: today's shape (``code``, ``caption``, ``taken_at``), the one before
        (``shortcode``, ``edge_media_to_caption``), or that of ``XIGPolaris…``, which lacks much.

    Yields
    ------
    Said
        A post; a description of each fellow author; a post for each comment. A capture that
        Zeeschuimer marks as partial has no time, and perhaps no words.

    Notes
    -----
    A post goes by its code, as in its address; where that names another post, by its number.
    """
    code, number = first(text(data, "code"), text(data, "shortcode")), text(data, "pk")
    is_misnamed = text(data, "_zs_instagram_view") == _MISNAMED
    known = first(number, text(data, "id")) if is_misnamed else code
    if known is None:
        raise Refusal("code", "the capture names no post")
    url = None if is_misnamed else f"https://www.instagram.com/p/{known}/"
    yield "", {**_post(data), "post_id": known, "post_url": url}
    for at, row in enumerate(fellow_authors(data), start=1):
        yield f", author {at + 1}", row
    for at, comment in enumerate(_comments(data), start=1):
        if (told := _comment(comment, known)) is not None:
            yield f", comment {at}", told


def _post(data: Mapping[str, Any]) -> Row:
    """Tell the post itself."""
    is_hidden = inner(data, "like_and_view_counts_disabled") is True
    likes = first(
        text(data, "like_count"),
        text(data, "edge_media_preview_like", "count"),
        text(data, "edge_liked_by", "count"),
    )
    fellows = listed(text(each, "username") for each in items(data, "coauthor_producers"))
    return {
        "platform": PLATFORM,
        **author(data),
        "posted_at": first(text(data, "taken_at"), text(data, "taken_at_timestamp")),
        "text": _caption(data),
        "image": _images(data),
        "location": _place(data),
        "likes": None if is_hidden else likes,
        "likes_hidden": is_hidden or None,
        "comments": first(
            text(data, "comment_count"), text(data, "edge_media_preview_comment", "count")
        ),
        "plays": first(text(data, "play_count"), text(data, "view_count")),
        "fellow_authors": fellows,
        "tagged": _tagged(data),
        "is_partial": inner(data, "_zs_partial") is True or None,
        "is_ad": text(data, "product_type") == "ad" or None,
        "is_paid": inner(data, "is_paid_partnership") is True or None,
        "described_as": text(data, "accessibility_caption"),
    }


def _caption(data: Mapping[str, Any]) -> str | None:
    """Take the words below the picture."""
    old = (text(edge, "node", "text") for edge in items(data, "edge_media_to_caption", "edges"))
    return first(text(data, "caption", "text"), text(data, "caption"), *old)


def _images(data: Mapping[str, Any]) -> str | None:
    """List the pictures, and those that stand for videos."""
    nodes = (edge for edge in items(data, "edge_sidecar_to_children", "edges"))
    parts = [*items(data, "carousel_media"), *(inner(edge, "node") for edge in nodes)]
    return lines(_picture(part) for part in parts) or _picture(data)


def _picture(part: object) -> str | None:
    """Take the address of one picture, the largest."""
    sizes = (text(each, "url") for each in items(part, "image_versions2", "candidates"))
    return first(*sizes, text(part, "display_uri"), text(part, "display_url"))


def _place(data: Mapping[str, Any]) -> str | None:
    """Name the place, with where it is."""
    place = mapping(data, "location")
    named = listed(text(place, name) for name in ("name", "address", "city"))
    north, east = text(place, "lat"), text(place, "lng")
    where = f"({north},{east})" if north and east else None
    return " ".join(part for part in (", ".join(named or ()), where) if part) or None


def _tagged(data: Mapping[str, Any]) -> list[str] | None:
    """List who is tagged in the picture."""
    new = [text(tag, "user", "username") for tag in items(data, "usertags", "in")]
    edges = items(data, "edge_media_to_tagged_user", "edges")
    return listed([*new, *(text(edge, "node", "user", "username") for edge in edges)])


def _comments(data: Mapping[str, Any]) -> list[Any]:
    """List the comments that came with the post."""
    found = (items(data, *path) for path in _COMMENTS)
    some = next((comments for comments in found if comments), [])
    return [inner(each, "node") or each for each in some]


def _comment(comment: object, post: str) -> Row | None:
    """Tell a comment; None for one without id and words."""
    known, words = first(text(comment, "pk"), text(comment, "id")), text(comment, "text")
    if known is None and words is None:
        return None
    return {
        "platform": PLATFORM,
        **person(mapping(comment, "user") or mapping(comment, "owner")),
        "post_id": known,
        "posted_at": text(comment, "created_at"),
        "text": words,
        "reply_to": post,
        "likes": text(comment, "comment_like_count"),
    }
