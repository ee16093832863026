"""The chats that telegram-tracker came upon, ``collected_chats.csv`` and ``counter.csv``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from graph import keys
from graph.records import Batch
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.peers import PLATFORM, Peer
from ingest.readers.telethon.ids import handle_of, number_of
from ingest.readers.telethon.tables import folded_items
from ingest.readers.telethon.told_profiles import ToldProfiles
from ingest.readers.telethon.tracker_chat import NOT_KEPT
from ingest.readers.told_rows import ToldRows

NAMED = "named in its messages"
NOT_UNDERSTOOD = "Where a chat was found (source) could not be read in some rows, and is left out."
_CHATS = ("_", "id", "title", "megagroup", "broadcast")
_COUNTER = ("id", "username", "counter", "from_messages", "channel_request")
_COUNTS = ("counter", "from_messages", "channel_request")
_BASIC = frozenset({"Chat", "ChatForbidden"})
_TRUE = frozenset({"true", "1", "1.0"})
_LONGEST_LIST = 100_000


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a table of chats.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Its encoding.

    Yields
    ------
    Batch
        A row describes a channel or group; each channel whose messages name it (``source``) is a
        relation, which is a row more.
    """
    rows = ToldProfiles(options)
    rows.note(NOT_KEPT)

    def tell(item: Item, _: ToldRows) -> None:
        """Tell a row, unless it is there already: the tool adds chats again and again."""
        rows.once(item, _tell)

    yield from read_items(folded_items(path, name, options), tell, rows)


def _tell(item: Item, rows: ToldProfiles) -> None:
    """Tell a row."""
    number = number_of(text(item.value, "id"))
    if number is None or int(number) <= 0:
        raise Refusal("id", f"'{text(item.value, 'id') or ''}' is not an id")
    is_basic = text(item.value, "_") in _BASIC
    peer = Peer("chat" if is_basic else "channel", int(number))
    handle = handle_of(text(item.value, "username"))
    handles, title = [handle] if handle else [], text(item.value, "title")
    is_group = is_basic or (text(item.value, "megagroup") or "").lower() in _TRUE
    rows.group(item.locator, peer, handles, name=title)
    if not is_group:
        rows.account(item.locator, peer, handles, name=title)
    rows.described()
    counts = {field: text(item.value, field) for field in _COUNTS}
    for position, source in enumerate(_sources(item, rows), start=1):
        if handle is None or source.lower() != handle.lower():
            place = f"{item.locator}, source {position}"
            found_in = keys.account_by_handle(PLATFORM, source)
            rows.link(place, found_in, peer.account_key, NAMED, counts)


def _sources(item: Item, rows: ToldProfiles) -> list[str]:
    """Read the list of channels that Python wrote into a cell."""
    written = text(item.value, "source")
    if written is None:
        return []
    try:
        found = ast.literal_eval(written[:_LONGEST_LIST])
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        found = None
    if not isinstance(found, list):
        rows.note(NOT_UNDERSTOOD)
        return []
    handles = (handle_of(each) for each in found)
    return list(dict.fromkeys(handle for handle in handles if handle is not None))


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns of either."""
    return looks.kinds == {"table"} and (looks.has(*_CHATS) or looks.has(*_COUNTER))


CHAT_TABLES = Reader(
    name="telegram-tracker-chats",
    title="telegram-tracker collected chats and counter (CSV)",
    example="_,id,title,photo,date,creator,left,broadcast,verified,megagroup,…",
    read=read,
    fits=_fits,
)
