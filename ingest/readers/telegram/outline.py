"""A first look through an export, for what is needed before its messages are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.readers.json_stream.stream import Broken, Event, Stream
from ingest.readers.json_stream.values import build, fields, skip
from ingest.readers.telegram.chats import ATTRIBUTES
from ingest.readers.telegram.peers import Peer, is_old, read_peer
from ingest.readers.telegram.personal import user_of

_ENOUGH_AUTHORS = 3


@dataclass
class ChatOutline:
    """What a chat says of itself, wherever in it, and the first few who write in it."""

    attributes: dict[str, Any] = field(default_factory=dict)
    authors: dict[Peer, None] = field(default_factory=dict)

    def own(self) -> Peer | None:
        """Whose account a private chat was exported from: the one who is not the other."""
        number = read_peer(self.attributes.get("id"), old=True)
        plain = read_peer(self.attributes.get("id"), old=False)
        others = [author for author in self.authors if author not in (number, plain)]
        return others[0] if len(others) == 1 else None


@dataclass
class Outline:
    """What an export says of itself: its only chat, or those of an account in their order."""

    own: Peer | None = None
    only: ChatOutline = field(default_factory=ChatOutline)
    listed: list[ChatOutline] = field(default_factory=list)


def outline_of(path: Path) -> Outline:
    """Look through a file, as far as it can be read."""
    found = Outline()
    with suppress(Broken, StopIteration):
        events = Stream(path).events()
        next(events)
        for name, event, value in fields(events):
            if name in ("chats", "left_chats") and event == "start_map":
                _note_list(events, found.listed)
            elif name == "personal_information" and event == "start_map":
                found.own = user_of(build(events, event, value))
            else:
                _note(events, name, event, value, found.only)
    return found


def _note_list(events: Iterator[Event], chats: list[ChatOutline]) -> None:
    """Note the chats of a list."""
    for name, event, _ in fields(events):
        if name != "list" or event != "start_array":
            skip(events, event)
            continue
        for event, _ in events:
            if event == "end_array":
                break
            chats.append(ChatOutline())
            if event != "start_map":
                skip(events, event)
                continue
            for inner, first, value in fields(events):
                _note(events, inner, first, value, chats[-1])


def _note(events: Iterator[Event], name: str, event: str, value: Any, chat: ChatOutline) -> None:
    """Note a field of a chat."""
    if name in ATTRIBUTES:
        chat.attributes[name] = build(events, event, value)
    elif name == "messages" and event == "start_array":
        _note_authors(events, chat.authors)
    else:
        skip(events, event)


def _note_authors(events: Iterator[Event], authors: dict[Peer, None]) -> None:
    """Note who writes, until it is clear that they are many."""
    for event, value in events:
        if event == "end_array":
            return
        if len(authors) >= _ENOUGH_AUTHORS:
            skip(events, event)
            continue
        message = build(events, event, value)
        if isinstance(message, dict):
            peer = read_peer(message.get("from_id"), old=is_old(message))
            if peer is not None and peer.kind == "user":
                authors[peer] = None
