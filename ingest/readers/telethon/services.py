"""Messages in which something happens rather than is said: who came and went, titles, new ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.readers.json_values import inner, items, text
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.peers import PLATFORM, Peer
from ingest.readers.telethon.ids import peer_of

PASSED_OVER = (
    "Messages about pins, calls, pictures and the like only show that their author is in the chat."
)
_Row = dict[str, object]
_JOINED = frozenset({"MessageActionChatJoinedByLink", "MessageActionChatJoinedByRequest"})
_ADDED, _REMOVED = "MessageActionChatAddUser", "MessageActionChatDeleteUser"
_CREATED = frozenset({"MessageActionChatCreate", "MessageActionChannelCreate"})
_RENAMED = "MessageActionChatEditTitle"
_FROM_GROUP, _TO_SUPERGROUP = "MessageActionChannelMigrateFrom", "MessageActionChatMigrateTo"
HEEDED = _JOINED | _CREATED | {_ADDED, _REMOVED, _RENAMED, _FROM_GROUP, _TO_SUPERGROUP}
"""What happens in messages that are heeded; of others only who acts."""


def service_rows(message: Mapping[str, Any], peer: Peer, author: Peer | None) -> list[_Row]:
    """Tell what a service message says.

    Parameters
    ----------
    message : mapping
        With ``action``.
    peer : Peer
        The chat that it is in.
    author : Peer or None
        Who acts.

    Returns
    -------
    list of dict
        At least one row, none of them a post.

    Raises
    ------
    Refusal
        If it names nobody where somebody must be meant.
    """
    action, kind = message["action"], text(message, "action", "_")
    here: _Row = {
        "platform": PLATFORM,
        "group_id": str(peer.number),
        "posted_at": text(message, "date"),
    }
    actor = author if author != peer else None
    acting = here | ({"account_id": actor.native_id} if actor is not None else {})
    if kind == _ADDED:
        return [_moved(here, user, actor, "joined") for user in _users(action, "users")]
    if kind in _JOINED:
        if actor is None:
            raise Refusal("from_id", "it names no account")
        return [_moved(here, actor, peer_of(inner(action, "inviter_id")), "joined")]
    if kind == _REMOVED:
        return [_moved(here, user, actor, "left") for user in _users(action, "user_id")]
    title = {"group_name": text(action, "title")}
    if kind in _CREATED:
        role = {"role": "creator"} if actor is not None else {}
        others = [peer_of(each) for each in items(action, "users")]
        added = [_moved(here, user, actor, "joined") for user in others if user and user != actor]
        return [acting | title | role, *added]
    if kind == _RENAMED:
        return [acting | title]
    if kind == _FROM_GROUP:
        return [here | title | {"group_before": _group(action, "chat_id")}]
    if kind == _TO_SUPERGROUP:
        new, old = _group(action, "channel_id"), str(peer.number)
        return [acting | {"group_id": new, "group_before": old}]
    return [acting]


def _moved(here: _Row, user: Peer, by: Peer | None, event: str) -> _Row:
    """Tell that an account came or went, and who brought it about if that was another."""
    row = here | {"account_id": user.native_id, "event": event}
    return row | {"by_id": by.native_id} if by is not None and by != user else row


def _users(action: object, field: str) -> list[Peer]:
    """Read whom a message is about; older ones name a single account."""
    stated = [*items(action, field), inner(action, "user_id")]
    found = [peer for peer in map(peer_of, stated) if peer is not None]
    if not found:
        raise Refusal(f"action.{field}", "it names no account")
    return list(dict.fromkeys(found))


def _group(action: object, field: str) -> str:
    """Read the id of the group that a chat became or came from."""
    peer = peer_of(inner(action, field))
    if peer is None:
        raise Refusal(f"action.{field}", "it names no group")
    return str(peer.number)
