"""One chat of an export: what it is called, whether it is private, and the keys in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph import keys
from ingest.readers.telegram.extras import as_json
from ingest.readers.telegram.peers import PLATFORM, Peer, is_old, read_peer
from ingest.readers.telegram.post_keys import PostKeys
from ingest.readers.telegram.roster import Change, Roster

ATTRIBUTES = frozenset({"name", "type", "id"})
GROUPS = frozenset({"private_supergroup", "public_supergroup"})
CHANNELS = frozenset({"private_channel", "public_channel"})
BASIC_GROUP = "private_group"
SAVED = "saved_messages"
NAMELESS = frozenset({SAVED, "replies", "verification_codes"})
_NOT_PRIVATE = GROUPS | CHANNELS | {BASIC_GROUP}
TYPES = _NOT_PRIVATE | NAMELESS | {"personal_chat", "bot_chat"}
_FINGERPRINT = 16


Moment = tuple[datetime | None, str]
"""A time and the place that tells it."""


@dataclass(frozen=True)
class Title:
    """What a group was called from some time on; None: the source does not say."""

    name: str | None
    time: datetime | None
    locator: str


class Chat:
    """One chat.

    Parameters
    ----------
    attributes : mapping
        ``name type id`` as found, where found.
    prefix : str
        What the places of its messages begin with.
    asked_id : str or None
        The id that the user gives to a chat without one.

    Attributes
    ----------
    name : str or None
        What it is called, where the source says so.
    is_private : bool
        Whether it is not a group or channel; one of a type that is not known counts as such.
    is_channel : bool
        Whether only its owners write in it.
    own : Peer or None
        The account that the export was made from; set before the first message is read.
    group_key, native_id, roster, has_common_ids
        Set by `settle`. In private chats and basic groups each account counts messages for
        itself, so that an id of one export is another message's in the next: no common ids.
    position : int
        Of the message that was read last.
    titles, changes : list
        What service messages said of its name and members so far.
    first, last : tuple or None
        When and where its first and last message are.
    """

    def __init__(
        self, attributes: Mapping[str, Any], prefix: str = "", asked_id: str | None = None
    ) -> None:
        name, kind = attributes.get("name"), attributes.get("type")
        self.name = name[: keys.LONGEST_NAME] if isinstance(name, str) and name.strip() else None
        self.prefix = prefix
        self.is_private = "type" in attributes and kind not in list(_NOT_PRIVATE)
        self.is_channel = kind in list(CHANNELS)
        self.own: Peer | None = None
        self.group_key = ""
        self.native_id: str | None = None
        self.has_common_ids = False
        self.roster = Roster(self.group_key)
        self.post_keys = PostKeys()
        self.position = 0
        self.titles: list[Title] = []
        self.changes: list[Change] = []
        self.first: Moment | None = None
        self.last: Moment | None = None
        self._raw_id = attributes.get("id")
        self._kind = kind if isinstance(kind, str) else ""
        self._asked_id = asked_id

    def words(self) -> Iterator[str]:
        """Give the words by which a person may name it, folded."""
        if self.name is not None:
            yield keys.fold(self.name)
        for old in (False, True):
            peer = read_peer(self._raw_id, old=old)
            if peer is not None:
                yield str(peer.number)
                yield peer.native_id
        if self._kind in NAMELESS:
            yield self._kind
            yield self._kind.replace("_", " ")
        if self._kind == SAVED:
            yield "saved"

    def settle(self, message: Mapping[str, Any]) -> None:
        """Work out the chat's keys, with the help of its first message."""
        peer = read_peer(self._raw_id, old=is_old(message))
        self.native_id = str(peer.number) if peer is not None else None
        self.group_key = self._key(peer, message)
        self.roster = Roster(self.group_key)
        has_id = peer is not None or self._asked_id is not None
        self.has_common_ids = has_id and not self.is_private and self._kind != BASIC_GROUP

    def _key(self, peer: Peer | None, message: Mapping[str, Any]) -> str:
        """Key of the chat."""
        if peer is not None and self._kind == SAVED:
            return keys.group(PLATFORM, f"saved/{peer.number}")
        if peer is not None and self.is_private:
            both = sorted({peer.number, self.own.number if self.own else peer.number})
            return keys.group(PLATFORM, f"private/{'-'.join(map(str, both))}")
        if peer is not None:
            return keys.group(PLATFORM, str(peer.number))
        if self._asked_id is not None:
            return keys.group(PLATFORM, self._asked_id)
        if self.name is not None:
            return keys.group_by_name(PLATFORM, self.name)
        return keys.group(PLATFORM, f"export/{_fingerprint(message)}")


def _fingerprint(message: Mapping[str, Any]) -> str:
    """A short name for a chat that has none, from when and how it begins."""
    begins = [message.get(name) for name in ("date_unixtime", "date", "from", "text")]
    return hashlib.sha256(as_json(begins).encode()).hexdigest()[:_FINGERPRINT]
