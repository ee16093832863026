"""What a message of Telethon's holds beside who wrote it when: words, details, place, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ingest.readers.columns import COLUMNS, TOLD
from ingest.readers.json_values import inner, items, mapping, text
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.texts import details_beside, hidden_in
from ingest.readers.telethon.ids import phone_of

COLLECTORS = frozenset({"out", "mentioned", "media_unread"})
"""What a message says of the account that saved it: not kept."""

_BULK = frozenset({
    "access_hash", "file_reference", "dc_id", "sizes", "thumbs", "video_sizes", "video_thumbs",
    "alt_documents", "waveform",
})  # fmt: skip
_DEEPEST = 30
_CARD, _PLACES = "MessageMediaContact", ("geo", "geo_point")
_LINK, _PERSON = "MessageEntityTextUrl", "MessageEntityMentionName"


def text_of(message: Mapping[str, Any]) -> str | None:
    """Read what a message says in words; None when it says nothing.

    Raises
    ------
    Refusal
        If that is no text.
    """
    words = message.get("message")
    if words is not None and not isinstance(words, str):
        raise Refusal("message", "it is no text")
    return words or None


def details_of(message: Mapping[str, Any]) -> dict[str, object]:
    """Read the details and people that stand behind a message's words and buttons, or beside them.

    Returns
    -------
    dict
        ``contact``, and ``links mentions`` as an export of Telegram Desktop has them.
    """
    card = mapping(message, "media") if inner(message, "media", "_") == _CARD else {}
    if not card and not message.get("entities") and not message.get("reply_markup"):
        return {}
    as_exported: dict[str, Any] = {
        "text_entities": list(_hiding(message)),
        "inline_bot_buttons": [_buttons(row) for row in items(message, "reply_markup", "rows")],
        "contact_information": {"phone_number": phone_of(text(card, "phone_number"))},
        "contact_vcard": card.get("vcard"),
    }
    hidden = hidden_in(as_exported)
    beside = hidden.as_extra() if hidden is not None else {}
    return {"contact": details_beside(as_exported, hidden), **beside}


def location_of(message: Mapping[str, Any]) -> str | None:
    """Name the place that a message shares: in words, else by its coordinates."""
    media = message.get("media")
    if not media:
        return None
    point = next((mapping(media, name) for name in _PLACES if mapping(media, name)), {})
    if not point:
        return None
    words = [text(media, name) for name in ("title", "address")]
    told = ", ".join(word for word in words if word)
    numbers = [text(point, name) for name in ("lat", "long")]
    return told or ", ".join(number for number in numbers if number) or None


def kept(message: Mapping[str, Any], taken: frozenset[str]) -> dict[str, object]:
    """Keep what has no column: all but what is nothing, is access to files, or is the collector's.

    Parameters
    ----------
    message : mapping
    taken : frozenset of str
        Fields that are told otherwise.
    """
    found = {
        name: pruned(value)
        for name, value in message.items()
        if not _is_nothing(value) and name not in taken and name not in COLLECTORS
    }
    return {
        f"{name} (source)" if name in COLUMNS or name in TOLD else name: value
        for name, value in found.items()
        if not _is_nothing(value)
    }


def pruned(value: object, depth: int = 0) -> object:
    """Leave out of a value what is nothing, and how its files could be fetched."""
    if depth == _DEEPEST:
        return None
    if isinstance(value, dict):
        inside = {
            name: pruned(each, depth + 1) for name, each in value.items() if name not in _BULK
        }
        return {name: each for name, each in inside.items() if not _is_nothing(each)}
    if isinstance(value, list):
        return [pruned(each, depth + 1) for each in value]
    return value


def _is_nothing(value: object) -> bool:
    """Whether a value says nothing; zero does."""
    return not value and (isinstance(value, bool) or not isinstance(value, int | Decimal))


def _hiding(message: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Find the parts of a text behind which a link or a person stands."""
    units = (text_of(message) or "").encode("utf-16-le", "surrogatepass")
    for entity in items(message, "entities"):
        kind = inner(entity, "_")
        if kind == _LINK and isinstance(entity.get("url"), str):
            yield {"type": "text_link", "text": _words(units, entity), "href": entity["url"]}
        elif kind == _PERSON:
            user = entity.get("user_id")
            yield {"type": "mention_name", "text": _words(units, entity), "user_id": user}


def _words(units: bytes, entity: Mapping[str, Any]) -> str:
    """Cut the words of an entity out of a text; Telegram counts in units of UTF-16."""
    start, length = entity.get("offset"), entity.get("length")
    if not isinstance(start, int) or not isinstance(length, int) or min(start, length) < 0:
        return ""
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


def _buttons(row: object) -> list[dict[str, Any]]:
    """Write the buttons of a row that lead somewhere as Telegram Desktop does."""
    addresses = (text(button, "url") for button in items(row, "buttons"))
    return [{"type": "url", "data": address} for address in addresses if address is not None]
