"""The way through an export: which of its items are read, and what is passed over."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from graph import keys
from graph.errors import SourceError
from ingest.readers.json_stream.stream import Event, Stream
from ingest.readers.json_stream.values import build, fields, skip, skip_items
from ingest.readers.options import ReadOptions
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.chats import ATTRIBUTES, NAMELESS, Chat
from ingest.readers.telegram.gathered import Gathered
from ingest.readers.telegram.outline import ChatOutline, Outline, outline_of
from ingest.readers.telegram.peers import Peer
from ingest.readers.telegram.personal import describe_own, read_contact, read_session, user_of
from ingest.readers.telegram.sections import Messages, PrivateList, Section

CHAT_LISTS = frozenset({"chats", "left_chats"})
PRIVATE_LISTS = {
    "contacts": ("contact", read_contact),
    "sessions": ("session", read_session),
    "web_sessions": ("session", read_session),
}
PARTS = CHAT_LISTS | frozenset(PRIVATE_LISTS) | {"messages", "personal_information"}
Item = tuple[Section, object]
_IN_CHAT = b'{"messages":['
_IN_ACCOUNT = b'{"chats":{"list":[{"messages":['


@dataclass
class Passed:
    """What was passed over, and which wishes were met."""

    chats: int = 0
    contacts: int = 0
    sessions: int = 0
    met: set[str] = field(default_factory=set)


class Walk:
    """One reading of an export.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file.
    options : ReadOptions
        Which private parts to read, and the id of a chat without one.
    gathered : Gathered
        Takes what stands outside the rows.

    Attributes
    ----------
    stream : Stream
    passed : Passed
    own : Peer or None
        The account that the export was made from, once it is known.
    is_account : bool
        Whether it is a whole account's, as far as it was read.
    is_export : bool
        Whether anything of an export was met.
    """

    def __init__(self, path: Path, name: str, options: ReadOptions, gathered: Gathered) -> None:
        self._path = path
        self._name = name
        self._options = options
        self._wishes = {keys.fold(wish) for wish in options.private}
        self._gathered = gathered
        self._chats = 0
        self._asked_used = False
        self.stream = Stream(path)
        self.passed = Passed()
        self.own: Peer | None = None
        self.is_account = False
        self.is_export = False

    def items(self) -> Iterator[Item]:
        """Walk through the file.

        Yields
        ------
        tuple of Section and object
            Each item that is a row, with the part it is in.

        Raises
        ------
        Broken
            Where the file cannot be read further, be it behind its end.
        """
        events = self.stream.events()
        event, _ = next(events)
        if event != "start_map":
            return
        attributes: dict[str, Any] = {}
        for name, event, value in fields(events):
            self.is_export = self.is_export or name in PARTS
            self.is_account = self.is_account or name in PARTS - {"messages"}
            if name == "messages":
                yield from self._only_chat(events, event, value, attributes)
            elif name in CHAT_LISTS:
                yield from self._listed(events, event, value, name)
            elif name in PRIVATE_LISTS:
                yield from self._private_list(events, event, name)
            elif name in ATTRIBUTES:
                attributes[name] = build(events, event, value)
            elif name == "personal_information" and event == "start_map":
                self._note_own(build(events, event, value))
            else:
                skip(events, event)
        deque(events, maxlen=0)

    @cached_property
    def _outline(self) -> Outline:
        """Look through the file, where what comes late is needed early."""
        return outline_of(self._path)

    def _only_chat(
        self, events: Iterator[Event], event: str, value: Any, attributes: dict[str, Any]
    ) -> Iterator[Item]:
        """Read the messages of a single chat."""
        if not _is_complete(attributes):
            attributes = self._outline.only.attributes
        chat = Chat(attributes, asked_id=self._options.chat)
        if chat.is_private:
            self.own = chat.own = self._outline.only.own()
        yield from self._messages(events, event, value, chat)

    def _listed(self, events: Iterator[Event], event: str, value: Any, name: str) -> Iterator[Item]:
        """Read the chats of an account."""
        if event != "start_map":
            self._refuse(name, build(events, event, value))
            return
        for inner, event, value in fields(events):
            if inner != "list":
                skip(events, event)
                continue
            if event != "start_array":
                self._refuse(f"{name}.list", build(events, event, value))
                continue
            for event, value in events:
                if event == "end_array":
                    break
                self._chats += 1
                if event == "start_map":
                    yield from self._chat(events)
                else:
                    found = build(events, event, value)
                    self._refuse(f"chat at position {self._chats}", found)

    def _chat(self, events: Iterator[Event]) -> Iterator[Item]:
        """Read one chat of an account, or pass over it."""
        attributes: dict[str, Any] = {}
        for name, event, value in fields(events):
            if name in ATTRIBUTES:
                attributes[name] = build(events, event, value)
            elif name != "messages":
                skip(events, event)
            else:
                chat = self._known(attributes)
                if chat.is_private and not self._is_wished(chat):
                    self.passed.chats += 1
                    skip(events, event)
                else:
                    yield from self._messages(events, event, value, chat)

    def _known(self, attributes: dict[str, Any]) -> Chat:
        """Make a chat of an account once it is known what it is."""
        listed = self._outline.listed if not _is_complete(attributes) else []
        if len(listed) >= self._chats:
            attributes = listed[self._chats - 1].attributes
        asked = self._options.chat if attributes.get("id") is None else None
        if asked is not None and self._asked_used:
            raise SourceError(
                f"{self._name}: it holds several chats without an id, so that --chat cannot say "
                "which is meant; leave it out."
            )
        self._asked_used = self._asked_used or asked is not None
        place = attributes.get("id", f"at position {self._chats}")
        prefix = f"chat {str(place)[:60]}, "
        if "id" in attributes:
            attributes.setdefault("type", None)
        chat = Chat(attributes, prefix, asked)
        if chat.is_private and self._is_wished(chat):
            chat.own = self.own = self.own or self._own_by_outline()
        return chat

    def _own_by_outline(self) -> Peer | None:
        """Find out whose account this is from what comes later, or from who writes."""
        listed = self._outline.listed
        chat = listed[self._chats - 1] if len(listed) >= self._chats else ChatOutline()
        return self._outline.own or chat.own()

    def _messages(
        self, events: Iterator[Event], event: str, value: Any, chat: Chat
    ) -> Iterator[Item]:
        """Read the messages of a chat."""
        if event != "start_array":
            self._refuse(f"{chat.prefix}messages", build(events, event, value))
            return
        self.stream.opening = _IN_ACCOUNT if chat.prefix else _IN_CHAT
        yield from self._section(events, Messages(chat))
        self.stream.opening = None

    def _private_list(self, events: Iterator[Event], event: str, name: str) -> Iterator[Item]:
        """Read the contacts or sessions, or count what is passed over."""
        if event != "start_map":
            skip(events, event)
            return
        word, read = PRIVATE_LISTS[name]
        wish = f"{word}s"
        for inner, event, _ in fields(events):
            if inner != "list" or event != "start_array":
                skip(events, event)
            elif wish in self._wishes:
                self.passed.met.add(wish)
                own = self.own or self._outline.own
                yield from self._section(events, PrivateList(word, read, own))
            else:
                count = skip_items(events)
                setattr(self.passed, wish, getattr(self.passed, wish) + count)

    def _section(self, events: Iterator[Event], section: Section) -> Iterator[Item]:
        """Read the items of a part."""
        try:
            for event, value in events:
                if event == "end_array":
                    return
                self.stream.begin_value()
                item = build(events, event, value)
                self.stream.end_value()
                yield section, item
        finally:
            section.end(self._gathered)

    def _is_wished(self, chat: Chat) -> bool:
        """Whether the user named a private chat."""
        wishes = self._wishes.intersection(chat.words())
        self.passed.met |= wishes
        return bool(wishes)

    def _note_own(self, described: Any) -> None:
        """Note whose account this is."""
        own = user_of(described) if isinstance(described, dict) else None
        if own is not None:
            self.own = own
            self._gathered.describe(describe_own(own, described), is_row=False)

    def _refuse(self, place: str, found: object) -> None:
        """Refuse a part that is not what it should be."""
        self._gathered.refuse(place, Refusal(None, "it is not what Telegram writes here"), found)


def _is_complete(attributes: dict[str, Any]) -> bool:
    """Whether a chat has said all it has to say of itself."""
    return attributes.keys() >= ATTRIBUTES or (
        "id" in attributes and attributes.get("type") in list(NAMELESS)
    )
