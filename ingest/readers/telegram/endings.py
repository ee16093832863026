"""What can only be said of a chat when all of it is read: whom its names mean, its titles."""

from __future__ import annotations

from ingest.readers.telegram.chats import Chat, Title
from ingest.readers.telegram.peers import PLATFORM
from ingest.readers.telegram.tables import Cells


def membership_rows(chat: Chat) -> list[Cells]:
    """Who joined and left a chat, as rows of `graph.records.MEMBERSHIPS`."""
    return [
        (
            chat.roster.member_key(change),
            chat.group_key,
            change.role,
            change.event,
            chat.roster.actor_key(change),
            change.time,
            change.locator,
            None,
        )
        for change in chat.changes
    ]


def named_only(chat: Chat) -> list[Cells]:
    """Accounts that a chat's service messages name and that nothing else does.

    Returns
    -------
    list of tuple
        `tables.ACCOUNT_COLUMNS`, and the time.
    """
    roster = chat.roster
    named = [
        (key, name, change)
        for change in chat.changes
        for key, name in (
            (roster.member_key(change), change.name),
            (roster.actor_key(change), change.by_name),
        )
        if name is not None and key == roster.named_key(name)
    ]
    return [
        (key, None, name, change.locator, None, None, None, change.time)
        for key, name, change in named
    ]


def group_rows(chat: Chat) -> list[Cells]:
    """What a chat was called when, as rows of `graph.records.GROUPS`.

    The name at its head is that of the day of the export: it holds from the first message unless
    the chat says when it was given another.
    """
    titles = list(chat.titles)
    if chat.first is not None and chat.last is not None:
        if not titles:
            titles.append(Title(chat.name, *chat.first))
        elif chat.name is not None and titles[-1].name != chat.name:
            titles.append(Title(chat.name, *chat.last))
    return [
        (chat.group_key, PLATFORM, chat.native_id, title.name, title.time, title.locator)
        for title in titles
    ]
