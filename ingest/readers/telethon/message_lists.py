"""Messages that somebody's own script saved with Telethon: a list, or one on each line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.telethon.messages import tell_message
from ingest.readers.telethon.told_profiles import ToldProfiles
from ingest.readers.told_rows import ToldRows

_HEAD = 1 << 12


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read what ``to_dict`` or ``to_json`` made of messages.

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
        As of telegram-tracker's messages.
    """
    rows = ToldProfiles(options)

    def tell(item: Item, _: ToldRows) -> None:
        """Tell a message."""
        tell_message(item, rows)

    items = json_items(path, name, lists={""}) if _is_list(path) else json_lines(path, name)
    yield from read_items(items, tell, rows)


def _is_list(path: Path) -> bool:
    """Whether the file is one list."""
    with path.open("rb") as file:
        return file.read(_HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def _fits(looks: Looks) -> bool:
    """Whether JSON begins as a message of Telethon's does."""
    return (
        not looks.kinds.isdisjoint({"list", "lines"})
        and looks.has("_", "id", "peer_id._", "date")
        and looks.values.get("_", "").startswith("Message")
    )


MESSAGE_LISTS = Reader(
    name="telethon",
    title="Telethon messages (JSON list or JSON Lines)",
    example='[{"_": "Message", "id": 12, "peer_id": {"_": "PeerChannel", …}, "date": …}]',
    read=read,
    fits=_fits,
)
