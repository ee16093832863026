"""Keys of the people and posts of one chat whose export carries few ids or none."""

from __future__ import annotations

from collections.abc import Collection

from graph import keys

PLATFORM = "telegram"
FIRST_CHANNEL = 10**9
REMEMBERED_POSTS = 200_000
REMEMBERED_NAMES = 500_000


class ChatKeys:
    """Gives keys.

    Parameters
    ----------
    title : str or None
        What the page calls the chat; names the group unless the user gives an id.
    chat : str or None
        The chat's id, from the user.

    Attributes
    ----------
    group : str
        Key of the chat.
    native_id : str or None
        Its id; null when only the title is known.

    Notes
    -----
    People have no ids, so that an account is a name in this chat. A post's key is its id where
    that is the same in everybody's export of the chat: in supergroups and channels. Otherwise it
    is made of its id, time, sender and chat: two exports of a chat give a message one key, and
    two chats of one title do not share any.
    """

    def __init__(self, title: str | None, chat: str | None) -> None:
        self.native_id: str | None = None
        if chat is None:
            self.group = keys.group_by_name(PLATFORM, title or "")
        else:
            self.group = keys.group(PLATFORM, chat)
            self.native_id = self.group.split(":group:", 1)[1]
        self._has_common_ids = (
            self.native_id is not None
            and self.native_id.isdecimal()
            and int(self.native_id) >= FIRST_CHANNEL
        )
        self._accounts: dict[str, str] = {}
        self._posts: dict[int, str] = {}

    @property
    def names(self) -> Collection[str]:
        """The names that keys were asked for so far."""
        return self._accounts.keys()

    def account(self, name: str) -> str:
        """Key of an account from the name that it shows in this chat."""
        key = self._accounts.get(name)
        if key is None:
            if len(self._accounts) >= REMEMBERED_NAMES:
                self._accounts.clear()
            key = keys.account_by_name(PLATFORM, self.group, name)
            self._accounts[name] = key
        return key

    def post(self, number: int, account: str, instant: str) -> str:
        """Key of a post from its id, its account's key and its time."""
        key = self._by_id(number)
        if key is None:
            if len(self._posts) >= REMEMBERED_POSTS:
                self._posts.clear()
            key = keys.post_by_content(PLATFORM, account, instant, f"message {number}")
            self._posts[number] = key
        return key

    def answered(self, number: int | None) -> str | None:
        """Key of the post that is answered, null when it is not on this page or not yet read."""
        if number is None:
            return None
        return self._by_id(number) or self._posts.get(number)

    def _by_id(self, number: int) -> str | None:
        """Key by the id alone; what a supergroup took over from a basic group is not common."""
        if self._has_common_ids and number > 0:
            return keys.post(PLATFORM, str(number), self.group)
        return None
