"""Telling an export of Telegram Desktop from other JSON, by how it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ijson

from ingest.readers.json_stream.repair import Repair
from ingest.readers.json_stream.stream import UNREADABLE, Broken, Event
from ingest.readers.json_stream.values import build, fields, skip
from ingest.readers.telegram.chats import ATTRIBUTES, TYPES
from ingest.readers.telegram.walk import CHAT_LISTS, PRIVATE_LISTS

KINDS = frozenset({"message", "service", "unsupported"})
_LISTS = CHAT_LISTS | frozenset(PRIVATE_LISTS) | {"frequent_contacts"}


def is_telegram(head: str) -> bool:
    """Whether a file begins as an export of a chat or an account does.

    Parameters
    ----------
    head : str
        Its first part, cut anywhere.
    """
    try:
        return _is_export(_events(head))
    except Broken:
        return False


def _events(head: str) -> Iterator[Event]:
    """Parse as much as there is."""
    events = ijson.sendable_list()
    parser = ijson.basic_parse_coro(events)
    try:
        for piece in Repair().mended([head.encode(errors="replace")]):
            parser.send(piece)
    except UNREADABLE:
        del events[-1:]
    yield from events
    raise Broken("the part that is looked at ends")


def _is_export(events: Iterator[Event]) -> bool:
    """Whether the fields of an object are those of an export."""
    event, _ = next(events)
    if event != "start_map":
        return False
    attributes: dict[str, Any] = {}
    for name, event, value in fields(events):
        if name == "messages" and event == "start_array":
            known = attributes.get("type")
            return (isinstance(known, str) and known in TYPES) or _is_message(events)
        if name in _LISTS and event == "start_map":
            if _has_list(events):
                return True
        elif name == "personal_information" and event == "start_map":
            return "user_id" in build(events, event, value)
        elif name in ATTRIBUTES:
            attributes[name] = build(events, event, value)
        else:
            skip(events, event)
    return False


def _has_list(events: Iterator[Event]) -> bool:
    """Whether an object has a list called ``list``."""
    for name, event, _ in fields(events):
        if name == "list" and event == "start_array":
            return True
        skip(events, event)
    return False


def _is_message(events: Iterator[Event]) -> bool:
    """Whether the first item of a list is a message as Telegram Desktop writes it."""
    event, _ = next(events)
    if event != "start_map":
        return False
    kind, is_dated = None, False
    for name, event, value in fields(events):
        kind = value if name == "type" else kind
        is_dated = is_dated or name in ("date", "date_unixtime")
        if kind == "unsupported" or (is_dated and kind in KINDS) or name == "date_unixtime":
            return True
        skip(events, event)
    return False
