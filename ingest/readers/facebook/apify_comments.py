"""Comments as Apify's actors save them: beneath a post, or as rows of their own."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.facebook.addresses import comment_of, is_number, post_of
from ingest.readers.facebook.apify_files import error_of, items_of, names_of
from ingest.readers.facebook.kept import rest
from ingest.readers.facebook.people import Place, author, group
from ingest.readers.facebook.pictures import picture, picture_text
from ingest.readers.facebook.threads import answers_of, comments_in
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows

_ENCODED = re.compile(r"comment:(?:\d+_)?(\d+)")
_COMPOUND = re.compile(r"\d+_(\d+)")
_TAKEN = (
    "commentId",
    "commentUrl",
    "text",
    "date",
    "profileId",
    "profileName",
    "profileUrl",
    "replyToCommentId",
    "facebookId",
)


def tell_comments(
    found: list[Any],
    place: Place,
    answered: str | None,
    locator: str,
    rows: ToldRows,
) -> None:
    """Tell comments and the answers to them, each as a row.

    Parameters
    ----------
    found : list
        As the source has them.
    place : mapping
        The group, as `people.group` names it.
    answered : str or None
        Id of what they stand beneath.
    locator : str
        What their places begin with: ``item 4, comment``.
    rows : ToldRows
        Takes them; what is no comment is refused.
    """
    for comment in comments_in(found, locator, answered, _number):
        try:
            rows.tell(comment.locator, _row(comment.value, place, comment.answered))
        except Refusal as refusal:
            rows.refuse(comment.locator, refusal.reason, comment.value, refusal.field)


def _row(comment: object, place: Place, answered: str | None) -> dict[str, object]:
    """Tell what one comment says."""
    if not isinstance(comment, Mapping):
        raise Refusal(None, "it is no comment")
    number = _number(comment)
    words = text(comment, "text")
    shown = picture(comment)
    if number is None and words is None and shown is None:
        raise Refusal("text", "the comment has neither an id nor words")
    name = text(comment, "profileName")
    wrote = author(text(comment, "profileId"), name, text(comment, "profileUrl"), place, number)
    return {
        "platform": "facebook",
        **place,
        **wrote,
        "post_id": number,
        "post_url": text(comment, "commentUrl"),
        "posted_at": text(comment, "date"),
        "text": words,
        "image": shown,
        "picture_text": picture_text(comment),
        "reply_to": _named(text(comment, "replyToCommentId")) or answered,
        **rest(comment, *_TAKEN, lists={"replies", "comments"}),
    }


def _number(comment: object) -> str | None:
    """Read a comment's id as Facebook counts."""
    given = text(comment, "commentId")
    return (
        comment_of(text(comment, "commentUrl"))
        or _named(given)
        or _named(text(comment, "id"))
        or given
    )


def _named(value: str | None) -> str | None:
    """Read the number in an id: bare, behind the post's, or packed in base64."""
    if value is None or is_number(value):
        return value
    if found := _COMPOUND.fullmatch(value):
        return found[1]
    try:
        unpacked = base64.b64decode(value, validate=True).decode("ascii", errors="replace")
    except (binascii.Error, ValueError):
        return None
    packed = _ENCODED.fullmatch(unpacked)
    return packed[1] if packed else None


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read what Apify's actor for comments saves.

    Parameters
    ----------
    path : Path
        Where the bytes are: JSON, JSON Lines, CSV or XLSX.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Of which the encoding counts; ids and zones are stated.

    Yields
    ------
    Batch
        A comment is a post that answers the one it stands beneath. ``facebookId`` is the id of
        that post (of its group in the actor for groups).
    """
    yield from read_items(items_of(path, name, options), _tell, ToldRows(options))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell a comment and the answers beneath it."""
    if (error := error_of(item.value)) is not None:
        raise Refusal("error", error)
    addresses = [text(item.value, "facebookUrl"), text(item.value, "inputUrl")]
    place = group(None, text(item.value, "groupTitle"), *addresses)
    post = text(item.value, "facebookId") or next(filter(None, map(post_of, addresses)), None)
    row = _row(item.value, place, post)
    beside = {"answered_post": post} if row["reply_to"] != post else {}
    rows.tell(item.locator, {**row, **beside})
    beneath = _number(item.value) or post
    tell_comments(answers_of(item.value), place, beneath, f"{item.locator}, reply", rows)


def _fits(looks: Looks) -> bool:
    """Whether the rows are comments, and no posts of a group."""
    names = names_of(looks)
    return {"facebookurl", "commenturl", "profilename"} <= names and "legacyid" not in names


COMMENTS = Reader(
    name="apify-facebook-comments",
    title="Apify Facebook comments",
    example='[{"facebookUrl": "…", "commentUrl": "…", "profileName": "…", "text": "…"}, …]',
    read=read,
    fits=_fits,
)
