"""What else a message holds: its picture or file, its place, and all that has no column."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from ingest.readers.refusal import Refusal
from ingest.readers.rows import MAX_RECORD
from ingest.readers.telegram.texts import Hidden, details_beside

IN_COLUMNS = frozenset({
    "id", "type", "date", "date_unixtime", "from", "from_id", "text", "text_entities",
    "forwarded_from", "reply_to_message_id", "reply_to_peer_id",
})  # fmt: skip
_WITHOUT_REPLY = IN_COLUMNS - {"reply_to_message_id", "reply_to_peer_id"}
_JSON_IN_STRINGS = frozenset({"invoice_information", "peers"})
_EXCUSE = re.compile(r"\(\w+ (?:not included|exceeds|unavailable)")


class Beside(NamedTuple):
    """What a message holds beside its text, for the columns of a post."""

    location: str | None
    image: str | None
    contact: str | None
    extra: str | None


NOTHING_BESIDE = Beside(None, None, None, None)


def beside(message: Mapping[str, Any], hidden: Hidden | None, *, has_reply: bool) -> Beside:
    """Read what a message holds beside its text.

    Parameters
    ----------
    message : mapping
    hidden : Hidden or None
        What stands behind its words.
    has_reply : bool
        Whether the message that it answers is in a column.

    Returns
    -------
    Beside
        ``image``: the path of its picture or file; None when the export leaves it out (the
        sentence that says so is kept). ``extra``: what has no column, as a JSON object.

    Raises
    ------
    Refusal
        If it is too long.
    """
    others = message.keys() - (IN_COLUMNS if has_reply else _WITHOUT_REPLY)
    if not others and hidden is None:
        return NOTHING_BESIDE
    field, image = _media(message)
    others.discard(field)
    extra = {name: value for name, value in message.items() if name in others}
    for name in _JSON_IN_STRINGS & others:
        extra[name] = _unpacked(extra[name])
    if hidden is not None:
        extra |= hidden.as_extra()
    written = as_json(extra) if extra else None
    if written is not None and len(written) > MAX_RECORD:
        raise Refusal(None, f"what it holds beside its text is longer than {MAX_RECORD:,} letters")
    return Beside(_location(message), image, details_beside(message, hidden), written)


def _media(message: Mapping[str, Any]) -> tuple[str, str | None]:
    """Find a message's picture or file: the field that it is in, and its path."""
    for field in ("photo", "file"):
        path = message.get(field)
        if type(path) is str and path and not _is_excuse(path):
            return field, path
    return "", None


def _location(message: Mapping[str, Any]) -> str | None:
    """Name the place that a message shares: in words, else by its coordinates."""
    words = [message.get(field) for field in ("place_name", "address")]
    told = ", ".join(word for word in words if type(word) is str and word)
    if told:
        return told
    point = message.get("location_information")
    if type(point) is not dict:
        return None
    numbers = [point.get(name) for name in ("latitude", "longitude")]
    if any(isinstance(number, bool) or not isinstance(number, int | Decimal) for number in numbers):
        return None
    return ", ".join(map(str, numbers))


def as_json(value: object) -> str:
    """Write a value that came from JSON as JSON again."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> float | str:
    """Write a fraction as a number where one can hold it."""
    try:
        number = float(value) if isinstance(value, Decimal) else float("inf")
    except OverflowError:
        number = float("inf")
    return number if abs(number) != float("inf") else str(value)


def _is_excuse(path: str) -> bool:
    """Whether a path is a sentence saying why there is no file."""
    return path.endswith(")") and _EXCUSE.search(path) is not None


def _unpacked(value: object) -> object:
    """Read JSON that is written inside a string; anything else stays as it is."""
    if not isinstance(value, str):
        return value
    try:
        unpacked = json.loads(value, parse_float=Decimal, parse_constant=str)
        as_json(unpacked).encode()
    except (ValueError, RecursionError):
        return value
    return unpacked
