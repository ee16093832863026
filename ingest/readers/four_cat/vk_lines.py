"""VK posts and comments that 4CAT saved as NDJSON: what VK's interface gave, one on each line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.columns import COLUMNS, TOLD
from ingest.readers.four_cat.addresses import details, is_shown
from ingest.readers.four_cat.vk_walls import PLATFORM, address, community, person_name, wall_id
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.json_values import inner, items, mapping, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.pseudonyms import is_hidden, saying_so, shown
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.peers import whole_number
from ingest.readers.told_rows import ToldRows

_IN_COLUMNS = frozenset({"id", "from_id", "date", "text", "thread", "track_code"})


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read posts and comments.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Nothing of it is needed: ids and times are stated.

    Yields
    ------
    Batch
        One post a line. The replies inside a comment's ``thread`` stand on lines of their own.
        What a repost says is its own text, else that of the original, which is then passed on.
    """
    yield from read_items(json_lines(path, name, options.encoding), tell, ToldRows(options))


def tell(item: Item, rows: ToldRows) -> None:
    """Tell what a post or comment says."""
    said = item.value
    owner = text(said, "owner_id")
    full_id = wall_id(owner, text(said, "id"))
    if full_id is None:
        raise Refusal("id", "it lacks its own id or that of the wall that it is on")
    original = next(iter(items(said, "copy_history")), None)
    own_words = text(said, "text")
    words = own_words or text(original, "text")
    rows.tell(
        item.locator,
        {
            "platform": PLATFORM,
            **_author(said),
            **_place(said),
            "post_id": full_id,
            "post_url": address(full_id),
            "posted_at": text(said, "date"),
            "text": words,
            "reply_to": _answered(said),
            "forwarded_from": _origin(original) if own_words is None else None,
            "image": "\n".join(_pictures(said, original)) or None,
            "location": _location(said),
            "contact": details(_addresses(said, words or "")),
            **_price(said),
            **_kept(said),
        },
    )


def _author(said: object) -> dict[str, object]:
    """Name who wrote it; of those of whom 4CAT hid a part nothing but the id."""
    number = whole_number(text(said, "from_id"))
    author = str(number) if number else None
    profile = mapping(said, "author_profile")
    told = [text(profile, part) for part in ("id", "screen_name", "name", "first_name")]
    if any(map(is_hidden, filter(None, told))):
        return {"account_id": author}
    parts = [text(profile, part) for part in ("first_name", "last_name")]
    return {
        "account_id": author,
        "account_handle": text(profile, "screen_name") if author else None,
        "account_name": person_name(text(profile, "name") or " ".join(filter(None, parts))),
    }


def _place(said: object) -> dict[str, object]:
    """Name the community whose wall it is on, and what it is called where it writes itself."""
    owner = text(said, "owner_id")
    if owner != text(said, "from_id"):
        return {"group_id": community(owner)}
    profile = mapping(said, "author_profile") if community(owner) else None
    return {
        "group_id": community(owner),
        "group_handle": shown(text(profile, "screen_name")),
        "group_name": shown(text(profile, "name")),
    }


def _answered(said: object) -> str | None:
    """Give the id of the comment, else of the post, that a comment answers."""
    if text(said, "4cat_item_type") != "comment":
        return None
    number = text(said, "reply_to_comment") or text(said, "post_id")
    return wall_id(text(said, "owner_id"), number)


def _origin(original: object) -> str | None:
    """Name whose words a repost passes on: VK gives the number only."""
    return text(original, "from_id") or text(original, "owner_id")


def _attached(said: object, kind: str) -> Iterator[Mapping[str, Any]]:
    """Go through the attachments of a kind."""
    for each in items(said, "attachments"):
        if text(each, "type") == kind:
            yield mapping(each, kind)


def _pictures(*posts: object) -> Iterator[str]:
    """Find the largest size of each picture."""
    for photo in (photo for post in posts for photo in _attached(post, "photo")):
        sizes = [size for size in items(photo, "sizes") if text(size, "url")]
        largest = max(sizes, key=lambda size: whole_number(text(size, "width")) or 0, default=None)
        found = text(largest, "url")
        if found is not None:
            yield found


def _addresses(said: object, words: str) -> Iterator[str]:
    """Find the addresses that are attached and that the words do not show."""
    for attached in _attached(said, "link"):
        found = text(attached, "url")
        if found is not None and not is_shown(found, words):
            yield found


def _price(said: object) -> dict[str, object]:
    """Read the price of goods that are attached, when they are one."""
    goods = list(_attached(said, "market"))
    if len(goods) != 1:
        return {}
    return {
        "price": text(goods[0], "price", "text"),
        "currency": text(goods[0], "price", "currency", "name"),
    }


def _location(said: object) -> str | None:
    """Name the place that a post states, else its coordinates."""
    return text(said, "geo", "place", "title") or text(said, "geo", "coordinates")


def _kept(said: Mapping[str, Any]) -> dict[str, object]:
    """Keep what else is said; of a comment's replies how many there are."""
    others = {
        f"{name} (source)" if name in COLUMNS or name in TOLD else name: value
        for name, value in said.items()
        if name not in _IN_COLUMNS
    }
    return {**others, "replies": inner(said, "thread", "count")}


def _fits(looks: Looks) -> bool:
    """Whether lines are VK's, with what 4CAT adds."""
    return "lines" in looks.kinds and looks.has("id", "from_id", "owner_id", "4cat_item_type")


VK_LINES = Reader(
    name="4cat-vk-json",
    title="4CAT VK NDJSON",
    example='{"id": …, "from_id": -5, "owner_id": -5, "text": …, "4cat_item_type": "post"}',
    read=saying_so(read),
    fits=_fits,
)
