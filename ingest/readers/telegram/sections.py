"""Parts of an export whose items are rows: chats, and the private lists of an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ingest.readers.json_stream.repair import MARK
from ingest.readers.json_stream.stream import Broken
from ingest.readers.json_stream.values import DEEPEST, TooDeep
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.chats import Chat
from ingest.readers.telegram.descriptions import Description
from ingest.readers.telegram.extras import as_json
from ingest.readers.telegram.gathered import Gathered
from ingest.readers.telegram.messages import locator_of, read_message
from ingest.readers.telegram.peers import Peer, whole_number


class Section(Protocol):
    """A part of an export whose items are rows."""

    def take(self, item: object, gathered: Gathered, *, marked: bool) -> None:
        """Read an item; ``marked``: it may hold `repair.MARK`."""

    def end(self, gathered: Gathered) -> None:
        """Note that there are no more items."""


@dataclass
class Messages:
    """The messages of a chat."""

    chat: Chat
    is_settled: bool = False

    def take(self, item: object, gathered: Gathered, *, marked: bool) -> None:
        """Read a message, or refuse it."""
        self.chat.position += 1
        try:
            message = _object(item, marked=marked)
            if not self.is_settled and message.get("type") != "unsupported":
                self.chat.settle(message)
                self.is_settled = True
            gathered.add(read_message(self.chat, message))
        except Refusal as refusal:
            found = item if isinstance(item, dict) else {}
            locator = locator_of(self.chat, whole_number(found.get("id")))
            gathered.refuse(
                locator, refusal, item.passed_over if isinstance(item, Broken) else item
            )

    def end(self, gathered: Gathered) -> None:
        """Give what is only known now."""
        if self.is_settled:
            gathered.end(self.chat)


@dataclass
class PrivateList:
    """The contacts or the sessions of an account.

    Attributes
    ----------
    word : str
        What one of them is called.
    read : callable
        From an item, its position and the account to a description.
    own : Peer or None
        The account that the export was made from.
    """

    word: str
    read: Callable[[object, int, Peer | None], Description]
    own: Peer | None
    position: int = 0

    def take(self, item: object, gathered: Gathered, *, marked: bool) -> None:
        """Read an item, or refuse it."""
        self.position += 1
        try:
            message = _object(item, marked=marked)
            gathered.describe(self.read(message, self.position, self.own), is_row=True)
        except Refusal as refusal:
            gathered.refuse(f"{self.word} at position {self.position}", refusal, item)

    def end(self, gathered: Gathered) -> None:
        """Nothing is left to be said."""


def _object(item: object, *, marked: bool) -> Mapping[str, Any]:
    """Check that an item is an object that can be read."""
    if isinstance(item, Broken):
        raise Refusal(None, f"it is damaged ({item}) and was passed over, up to the next message")
    if isinstance(item, TooDeep):
        raise Refusal(None, f"it is nested more than {DEEPEST} deep")
    if not isinstance(item, dict):
        raise Refusal(None, "it is not an object")
    if marked and MARK in as_json(item):
        raise Refusal(None, "it holds a NUL character, or bytes that are not text")
    return item
