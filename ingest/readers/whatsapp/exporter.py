"""Who exported a chat: our own side's account, perhaps; only a person decides."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from graph import keys
from ingest.readers.whatsapp.senders import phone_number, sender

_ONE_TO_ONE = 2


@dataclass
class Exporter:
    """What tells who exported a chat, as far as it was read."""

    _authors: set[str] = field(default_factory=set)
    _withdrawers: set[str] = field(default_factory=set)

    def take(self, sent: pl.DataFrame) -> None:
        """Take in messages with ``author`` and ``is_withdrawn_by_exporter``."""
        if len(self._authors) <= _ONE_TO_ONE:
            self._authors.update(sent["author"].unique())
        if len(self._withdrawers) <= 1:
            self._withdrawers.update(sent.filter("is_withdrawn_by_exporter")["author"].unique())

    def suggestion(self, name: str, title: str | None, group_key: str) -> dict[str, str]:
        """Name the exporter's account, with the reason; nothing where there is no sign of it.

        Parameters
        ----------
        name : str
            What the user calls the file.
        title : str or None
            The chat's title, by the file's name.
        group_key : str
            The chat.
        """
        if len(self._withdrawers) == 1:
            (author,) = self._withdrawers
            reason = f"{name}: it is 'you' where it withdrew a message, so it exported the chat"
            return {sender(author, group_key).key: reason}
        others = [author for author in self._authors if not _is_same(author, title)]
        if len(self._authors) == _ONE_TO_ONE and len(others) == 1:
            reason = f"{name}: the chat is with {title}, so the other side exported it"
            return {sender(others[0], group_key).key: reason}
        return {}


def _is_same(author: str, title: str | None) -> bool:
    """Whether a chat's title names an author."""
    if title is None:
        return False
    number = phone_number(author)
    if number is not None:
        return number == phone_number(title)
    return keys.fold(author) == keys.fold(title)
