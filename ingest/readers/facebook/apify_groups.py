"""Posts of groups, with some of their comments, as Apify's actor saves them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.records import Batch
from ingest.readers.facebook.addresses import post_of
from ingest.readers.facebook.apify_comments import tell_comments
from ingest.readers.facebook.apify_files import error_of, items_of, names_of
from ingest.readers.facebook.kept import rest
from ingest.readers.facebook.people import Place, author, exact, group
from ingest.readers.facebook.pictures import picture, picture_text
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, items, mapping, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows

_TAKEN = (
    "legacyId",
    "url",
    "facebookId",
    "groupTitle",
    "time",
    "text",
    "price",
    "location",
    "user",
)
_OF_ERRORS = frozenset({"inputurl", "url", "facebookurl", "error", "errordescription"})


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read what Apify's actor for Facebook groups saves.

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
        A post, and each comment saved with it, is a row. Words that Facebook reads in pictures
        are kept beside the post as ``picture_text``, for they are not the poster's.
    """
    yield from read_items(items_of(path, name, options), _tell, ToldRows(options))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell a post and its comments."""
    row, place, post_id = _post(item.value)
    rows.tell(item.locator, row)
    found = items(item.value, "topComments")
    tell_comments(found, place, post_id, f"{item.locator}, comment", rows)


def _post(item: object) -> tuple[dict[str, object], Place, str | None]:
    """Tell what a post says; name its group and itself."""
    if not isinstance(item, Mapping):
        raise Refusal(None, "it is no post")
    if (error := error_of(item)) is not None:
        raise Refusal("error", error)
    url, asked = text(item, "url"), text(item, "inputUrl")
    post_id = exact(text(item, "legacyId")) or post_of(url)
    words, shown = text(item, "text"), picture(item)
    if not (post_id or url or words or shown):
        raise Refusal("legacyId", "the post has neither an id nor an address nor words")
    place = group(
        text(item, "facebookId"),
        text(item, "groupTitle"),
        text(item, "facebookUrl"),
        url,
        asked,
    )
    wrote = author(
        text(item, "user", "id"),
        text(item, "user", "name") or text(item, "user"),
        text(item, "user", "profileUrl") or text(item, "user", "url"),
        place,
        post_id,
    )
    row = {
        "platform": "facebook",
        **place,
        **wrote,
        "post_id": post_id,
        "post_url": url,
        "posted_at": text(item, "time"),
        "text": words,
        "image": shown,
        "picture_text": picture_text(item),
        **_price(item),
        "location": text(item, "location") or text(item, "location", "name"),
        "group": None if place["group_id"] else text(item, "facebookId"),
        **rest(item, *_TAKEN, lists={"topComments"}, objects={"user"}),
        "user": rest(inner(item, "user"), "id", "name") or None,
    }
    return row, place, post_id


def _price(item: object) -> dict[str, object]:
    """Tell what a listing of the marketplace asks for."""
    asked = mapping(item, "price")
    written = (text(asked, name) for name in ("formatted_amount", "text", "amount"))
    amount = text(item, "price") or next(filter(None, written), None)
    return {"price": amount, "currency": text(asked, "currency")}


def _fits(looks: Looks) -> bool:
    """Whether the rows are posts of a group, or errors in their place."""
    names = names_of(looks)
    if {"legacyid", "facebookurl"} <= names or {"legacyid", "grouptitle"} <= names:
        return True
    address = looks.values.get("inputUrl", looks.values.get("inputurl", ""))
    return {"inputurl", "error"} <= names <= _OF_ERRORS and "facebook.com/groups" in address


GROUPS = Reader(
    name="apify-facebook-groups",
    title="Apify Facebook groups",
    example='[{"facebookUrl": "…", "legacyId": "…", "groupTitle": "…", "user": {…}}, …]',
    read=read,
    fits=_fits,
)
