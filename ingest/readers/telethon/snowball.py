"""Which channels lead to which, as Telegram Snowball Sampling writes it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from graph.records import Batch
from ingest.extract import folding
from ingest.extract.addresses import links
from ingest.extract.setting import NOWHERE
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.peers import Peer
from ingest.readers.telethon.ids import handle_of, number_of
from ingest.readers.telethon.tables import folded_items
from ingest.readers.telethon.told_profiles import ToldProfiles
from ingest.readers.told_rows import ToldRows

OUTBOUND = "outbound link"
_MISSING = frozenset({"unknown", "none", "nan"})
_LONGEST_KIND = 100


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the list of edges.

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
        A row is one sighting of a relation from a channel to another, or to an address; the tool
        writes a row each time, so that equal rows are several sightings. The channels are
        described as accounts and as groups.
    """
    rows = ToldProfiles(options)

    def tell(item: Item, _: ToldRows) -> None:
        """Tell a row."""
        _tell(item, rows)

    yield from read_items(folded_items(path, name, options), tell, rows)


def _tell(item: Item, rows: ToldProfiles) -> None:
    """Tell a relation and its ends."""
    stated = (_said(item, "connectiontype") or "forward").replace("_", " ")
    kind = stated.lower()[:_LONGEST_KIND]
    source = _channel(item, "from")
    address = _detail(_said(item, "to_channel_id")) if kind == OUTBOUND else None
    target = None if address else _channel(item, "to")
    from_key = _describe(item, "from", source, rows)
    to_key = address or (_describe(item, "to", target, rows) if target else "")
    rows.link(item.locator, from_key, to_key, kind, {"weight": _said(item, "weight")})


def _channel(item: Item, end: str) -> tuple[Peer | None, list[str]]:
    """Read the channel at an end: its id, where it is known, and its handle.

    Raises
    ------
    Refusal
        If neither is known.
    """
    number = number_of(_said(item, f"{end}_channel_id"))
    handle = handle_of(_said(item, f"{end}_channel_username"))
    peer = Peer("channel", abs(int(number))) if number and int(number) else None
    if peer is None and handle is None:
        raise Refusal(f"{end}_channel_id", "it names no channel")
    return peer, [handle] if handle else []


def _describe(
    item: Item, end: str, channel: tuple[Peer | None, list[str]], rows: ToldProfiles
) -> str:
    """Describe a channel, and give its key as an account."""
    peer, handles = channel
    name = _said(item, f"{end}_channel_name")
    rows.group(item.locator, peer, handles, name=name)
    return rows.account(item.locator, peer, handles, name=name)


def _said(item: Item, column: str) -> str | None:
    """Read a cell; None where the tool says that it does not know."""
    cell = text(item.value, column)
    return None if cell is None or cell.strip().lower() in _MISSING else cell


@lru_cache(maxsize=1 << 14)
def _detail(address: str | None) -> str | None:
    """Key of the contact detail that a web address is; None when it is none."""
    if address is None or "://" not in address:
        return None
    found = next(links.find(folding.unify(address), NOWHERE), None)
    return found.key if found is not None else None


def _fits(looks: Looks) -> bool:
    """Whether a table has a channel at both ends."""
    names = ("from_channel_id", "to_channel_id", "from_channel_name", "to_channel_name")
    return looks.kinds == {"table"} and looks.has(*names)


SNOWBALL = Reader(
    name="telegram-snowball",
    title="Telegram Snowball Sampling edges (CSV)",
    example="From_Channel_ID,From_Channel_Name,From_Channel_Username,To_Channel_ID,…",
    read=read,
    fits=_fits,
)
