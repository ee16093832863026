"""The messages of a channel or group that telegram-tracker saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.json_items import Tell, json_items, read_items
from ingest.readers.json_lines import Item
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.telethon.messages import tell_message
from ingest.readers.telethon.profiles import tell_chat, tell_user
from ingest.readers.telethon.told_profiles import ToldProfiles

_TOLD_BY: dict[str, Callable[[Item, ToldProfiles], None]] = {
    "messages": tell_message,
    "chats": tell_chat,
    "users": tell_user,
}


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read ``<channel>_messages.json``.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Nothing of it is needed: ids and zones are stated.

    Yields
    ------
    Batch
        A message is a post of its author, or of the channel where it names none. Channels,
        groups and accounts that are described behind the messages have a row each. What concerns
        the collector's own access (``out``, keys of files) is not kept.
    """
    rows = ToldProfiles(options)
    yield from read_items(json_items(path, name, lists=_TOLD_BY.keys()), _teller(rows), rows)


def _teller(profiles: ToldProfiles) -> Tell:
    """Tell an item as what its list holds."""
    return lambda item, _: _TOLD_BY[item.path](item, profiles)


def _fits(looks: Looks) -> bool:
    """Whether JSON begins as messages of Telethon's inside one document do."""
    if "object" not in looks.kinds or "full_chat" in looks.names:
        return False
    has_none = looks.has("messages", "chats._", "users") and "messages.id" not in looks.names
    return has_none or looks.has("messages._", "messages.id", "messages.peer_id")


TRACKER = Reader(
    name="telegram-tracker",
    title="telegram-tracker messages (JSON)",
    example="kicau_mania/kicau_mania_messages.json",
    read=read,
    fits=_fits,
)
