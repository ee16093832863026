"""Who writes and where, in messages that Telethon gave and 4CAT wrote as JSON.

4CAT names classes in ``_type``; `as_telethon` names them as Telethon does. ``_sender`` and
``_chat`` are whole descriptions, or null; ``from_id``, ``peer_id`` and ``_chat_peer`` numbers with
their kind, with a description beside them where 4CAT was asked to resolve references.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.readers.json_values import inner, mapping, text
from ingest.readers.pseudonyms import is_hidden, opaque, shown
from ingest.readers.telegram.peers import Peer, whole_number
from ingest.readers.telethon.ids import handles_of, name_of, peer_of, phone_of

_CLASS = "_type"
_DEEPEST = 40
_KINDS = {
    "User": "user",
    "UserEmpty": "user",
    "Channel": "channel",
    "ChannelForbidden": "channel",
    "Chat": "chat",
    "ChatEmpty": "chat",
    "ChatForbidden": "chat",
}
_OF_CHANNELS = ("megagroup", "broadcast")
_PERSONAL = ("username", "phone", "first_name", "last_name")


def as_telethon(value: object, depth: int = _DEEPEST) -> Any:
    """Name classes as Telethon does (``_``)."""
    if depth and isinstance(value, Mapping):
        return {
            "_" if name == _CLASS else name: as_telethon(each, depth - 1)
            for name, each in value.items()
        }
    if depth and isinstance(value, list):
        return [as_telethon(each, depth - 1) for each in value]
    return value


def described_peer(entity: object) -> Peer | None:
    """Read whose description it is; None when it is none."""
    number = whole_number(text(entity, "id"))
    if number is None or number <= 0:
        return None
    kind = _KINDS.get(text(entity, "_") or "")
    if kind is None and inner(entity, "title") is None:
        kind = "user"
    elif kind is None:
        is_channel = any(name in mapping(entity) for name in _OF_CHANNELS)
        kind = "channel" if is_channel else "chat"
    return Peer(kind, number)


def chat_peer(message: Mapping[str, Any]) -> Peer | None:
    """Read which chat a message is in."""
    numbered = (message.get(name) for name in ("peer_id", "to_id", "_chat_peer"))
    found = (described_peer(message.get("_chat")), *map(peer_of, numbered))
    return next((peer for peer in found if peer is not None), None)


def chat_columns(message: Mapping[str, Any], peer: Peer) -> dict[str, str | None]:
    """Name the chat of a message."""
    chat = message.get("_chat")
    return {
        "group_id": str(peer.number),
        "group_handle": handle_of(chat),
        "group_name": shown(text(chat, "title")),
    }


def sender_peer(message: Mapping[str, Any], chat: Peer) -> Peer | None:
    """Read who sent a message: the channel itself where nobody is told."""
    numbered = (message.get(name) for name in ("from_id", "_sender_id"))
    found = (described_peer(message.get("_sender")), *map(peer_of, numbered))
    told = next((peer for peer in found if peer is not None), None)
    is_told = message.get("from_id") is not None or mapping(message, "_sender")
    return told or (None if is_told or chat.kind != "channel" else chat)


def sender_columns(message: Mapping[str, Any], peer: Peer | None, chat: Peer) -> dict[str, Any]:
    """Describe who sent a message.

    Returns
    -------
    dict
        Columns of accounts. Of somebody of whom 4CAT hid a part the id and no more, or an opaque
        one; what else is told of it is kept as ``sender_name``.
    """
    told = message.get("_chat") if peer == chat else message.get("_sender")
    name = account_name(told)
    parts = [text(told, part) for part in _PERSONAL]
    ids = [text(told, "id"), text(message, "from_id", "user_id")]
    if any(map(is_hidden, filter(None, (*parts, *ids)))):
        hidden = next(filter(None, map(opaque, ids)), None)
        return {"account_id": peer.native_id if peer else hidden, "sender_name": name}
    return {
        "account_id": peer.native_id if peer else None,
        "account_handle": handle_of(told),
        "account_name": name,
        "account_contact": phone_of(text(told, "phone")),
    }


def handle_of(entity: object) -> str | None:
    """Read the handle that an account or chat shows first."""
    return next((each for each in handles_of(entity) if shown(each)), None)


def account_name(entity: object) -> str | None:
    """Read a channel's title or a person's name; a deleted account has none."""
    if inner(entity, "deleted") is True:
        return None
    return shown(text(entity, "title")) or shown(name_of(entity))
