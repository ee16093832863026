"""Service messages: who created, joined or left a chat, its titles, and what it became."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from graph import keys
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.chats import Chat, Title
from ingest.readers.telegram.messages import Author, Row
from ingest.readers.telegram.peers import PLATFORM, read_peer
from ingest.readers.telegram.roster import Change
from ingest.readers.telegram.tables import Cells

CREATED = frozenset({"create_group", "create_channel"})
JOINED = frozenset({"join_group_by_link", "join_group_by_request"})
MEMBERS = {"create_group": "joined", "invite_members": "joined", "remove_members": "left"}
TITLES = CREATED | {"edit_group_title", "migrate_from_group"}
TO_SUPERGROUP, FROM_GROUP = "migrate_to_supergroup", "migrate_from_group"
_OTHER_GROUP = ("actor_id", "channel_id", "chat_id", "migrate_to_chat_id", "migrate_from_chat_id")


def read_service(row: Row, time: datetime | None) -> list[Cells]:
    """Read what a service message says; memberships and titles are noted with the chat.

    Parameters
    ----------
    row : Row
        The message.
    time : datetime or None
        When it was sent.

    Returns
    -------
    list of tuple
        Which two groups are one, as rows of `graph.records.ALIASES`.

    Raises
    ------
    Refusal
        If it names nobody where somebody must be meant, or names no names.
    """
    chat, message = row.chat, row.message or {}
    action = message.get("action")
    if not isinstance(action, str):
        return []
    if not chat.is_private:
        chat.changes.extend(list(_changes(action, row, time)))
    title = message.get("title")
    if action in TITLES and isinstance(title, str) and title.strip():
        chat.titles.append(Title(title[: keys.LONGEST_NAME], time, row.locator))
    other = _other_group(chat, message) if action in (TO_SUPERGROUP, FROM_GROUP) else None
    if other is None:
        return []
    pair = (chat.group_key, other) if action == TO_SUPERGROUP else (other, chat.group_key)
    return [("group", *pair, "the group became a supergroup", time, row.locator)]


def _changes(action: str, row: Row, time: datetime | None) -> Iterator[Change]:
    """Read who came, went or created the chat."""
    actor, message = row.author, row.message or {}
    if action in CREATED and actor is not None and not _is_chat_itself(actor, row.chat):
        yield _own_change(actor, None, "creator", row, time)
    if action in JOINED:
        if actor is None:
            raise Refusal("actor", "it names no account")
        inviter = message.get("inviter")
        by_name = inviter if isinstance(inviter, str) and inviter.strip() else None
        yield _own_change(actor, "joined", None, row, time, by_name=by_name)
    if action in MEMBERS:
        for name in _members(message):
            yield _named_change(name, MEMBERS[action], row, time)


def _own_change(
    actor: Author,
    event: str | None,
    role: str | None,
    row: Row,
    time: datetime | None,
    by_name: str | None = None,
) -> Change:
    """Change the membership of the account that acts."""
    return Change(
        actor.account_key,
        actor.name,
        event,
        role,
        None,
        by_name,
        is_own_act=True,
        position=row.position,
        time=time,
        locator=row.locator,
    )


def _named_change(name: str, event: str, row: Row, time: datetime | None) -> Change:
    """Change the membership of somebody who is only named; of the actor if it bears the name."""
    actor = row.author
    is_own_act = actor is not None and actor.name == name
    return Change(
        None,
        name,
        event,
        None,
        actor.account_key if actor is not None and not is_own_act else None,
        None,
        is_own_act=is_own_act,
        position=row.position,
        time=time,
        locator=row.locator,
    )


def _members(message: Mapping[str, Any]) -> list[str]:
    """Read the names of those whom a message is about; a deleted account has none."""
    members = message.get("members")
    if members is None:
        return []
    if not isinstance(members, list):
        raise Refusal("members", "it is not a list of names")
    for name in members:
        if name is not None and (not isinstance(name, str) or len(name) > keys.LONGEST_NAME):
            raise Refusal("members", f"'{str(name)[:60]}' is not a name")
    return [name for name in members if name is not None and name.strip()]


def _is_chat_itself(actor: Author, chat: Chat) -> bool:
    """Whether a channel acts in its own name."""
    return actor.native_id == f"channel{chat.native_id}"


def _other_group(chat: Chat, message: Mapping[str, Any]) -> str | None:
    """Key of the group that a chat became or came from, when an id says so."""
    for name in _OTHER_GROUP:
        peer = read_peer(message.get(name), old=False)
        if peer is None or (name == "actor_id" and peer.kind == "user"):
            continue
        if str(peer.number) != chat.native_id:
            return keys.group(PLATFORM, str(peer.number))
    return None
