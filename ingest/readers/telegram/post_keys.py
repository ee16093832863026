"""Keys of posts whose ids are the exporter's own, or that have none: who said what when."""

from __future__ import annotations

from datetime import datetime

from graph import keys
from ingest.readers.telegram.peers import PLATFORM

MOST_REMEMBERED = 1_000_000
_PART = "\x1f"


class PostKeys:
    """The keys of one chat's posts that no id names in everybody's export.

    Notes
    -----
    A key is the same in every export of the chat: of the chat, the account, the second and the
    text. Several alike in one second (an album) are counted, where they have ids of their own;
    where there are none, a post like another is the same post.
    """

    def __init__(self) -> None:
        self._by_id: dict[int, str] = {}
        self._second = ""
        self._in_second: dict[tuple[str, str], int] = {}

    def key(
        self,
        group_key: str,
        account_key: str,
        time: datetime | None,
        said: str,
        message_id: int | None,
    ) -> str:
        """Key of the next post of the chat.

        Parameters
        ----------
        group_key, account_key : str
        time : datetime or None
            When it was sent.
        said : str
            Its text, or what stands for it.
        message_id : int or None
            Its id in this export.
        """
        when = time.isoformat() if time is not None else ""
        said = f"{group_key}{_PART}{said}"
        if message_id is None:
            return keys.post_by_content(PLATFORM, account_key, when, said)
        count = self._count(when, account_key, said)
        said = said if count == 1 else f"{said}{_PART}{count}"
        key = self._by_id[message_id] = keys.post_by_content(PLATFORM, account_key, when, said)
        if len(self._by_id) > MOST_REMEMBERED:
            del self._by_id[next(iter(self._by_id))]
        return key

    def by_id(self, message_id: int) -> str | None:
        """Key of an earlier post; None when there was none, or very many since."""
        return self._by_id.get(message_id)

    def _count(self, when: str, account_key: str, said: str) -> int:
        """Count the posts of one second that are alike, up to this one."""
        if when != self._second:
            self._second = when
            self._in_second.clear()
        count = self._in_second.get((account_key, said), 0) + 1
        self._in_second[account_key, said] = count
        return count
