"""Who and where: WeChat's ids of accounts and groups, and names where there is no id."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph import keys

PLATFORM = "wechat"
_GROUP = "@chatroom"
_ID = re.compile(r"[A-Za-z0-9_][\w.@-]{1,63}", re.ASCII)
_COUNTER = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True)
class Person:
    """Somebody that a chat names.

    Attributes
    ----------
    native_id, name : str or None
        WeChat's id (``wxid_…``), what the chat calls them.
    is_own : bool
        Whether it is the account whose chats were exported.
    """

    native_id: str | None = None
    name: str | None = None
    is_own: bool = False

    def told(self) -> dict[str, object]:
        """Name the person as an account."""
        return {"account_id": self.native_id, "account_name": self.name}

    def key(self, group_key: str | None) -> str | None:
        """Key of the person's account; by name only within a group."""
        if self.native_id is not None:
            return keys.account(PLATFORM, self.native_id)
        if self.name is None or group_key is None:
            return None
        return keys.account_by_name(PLATFORM, group_key, self.name)


@dataclass(frozen=True)
class Place:
    """The group that a message is in; without id and name none that is known."""

    group_id: str | None = None
    group_name: str | None = None

    def told(self) -> dict[str, object]:
        """Name the group."""
        return {"group_id": self.group_id, "group_name": self.group_name}

    @property
    def key(self) -> str | None:
        """Key of the group."""
        if self.group_id is not None:
            return keys.group(PLATFORM, self.group_id)
        return keys.group_by_name(PLATFORM, self.group_name) if self.group_name else None


def is_group(chat: str | None) -> bool:
    """Whether the id of a chat is a group's."""
    return chat is not None and chat.endswith(_GROUP)


def account_id(stated: str | None) -> str | None:
    """Give a cell that holds an account's id; None for a name or a number that only counts."""
    if stated is None or is_group(stated) or _COUNTER.fullmatch(stated):
        return None
    return stated if _ID.fullmatch(stated) else None
