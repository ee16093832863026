"""The reader of Telegram Desktop's JSON exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers.json_stream.stream import Broken
from ingest.readers.options import ReadOptions
from ingest.readers.refusal import Refusal
from ingest.readers.rows import without_cycle_search
from ingest.readers.telegram.gathered import Gathered
from ingest.readers.telegram.notices import notices_of
from ingest.readers.telegram.walk import Item, Walk


def read_telegram(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a chat or a whole account that Telegram Desktop exported as JSON.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        ``time_zone`` of exports that carry none, ``chat`` of those without an id, and which
        ``private`` parts of an account to read.

    Yields
    ------
    Batch
        A message is a post, a service message a statement about the chat. Private chats,
        contacts and sessions of a whole account are passed over unless named; its frequent
        contacts, stories, pictures of itself and other data always are. A single private chat is
        read, since the user named the file.

    Raises
    ------
    SourceError
        If it is no such export.

    Notes
    -----
    Ids of exports before April 2021 are brought to today's form. A file that ends early, or
    cannot be read on from some place, gives what comes before and one refused row that says so.
    """
    gathered = Gathered(options)
    walk = Walk(path, name, options, gathered)
    items = walk.items()
    ending: tuple[str, ...] = ()
    try:
        while _fill(gathered, items, walk):
            yield gathered.batch(walk.stream.bytes_read)
    except Broken as broken:
        if not walk.is_export:
            raise SourceError(_not_one(name)) from None
        gathered.refuse(*_end(broken, walk))
        ending = (_early_end(name, broken),)
    if not walk.is_export:
        raise SourceError(_not_one(name))
    yield replace(
        gathered.batch(walk.stream.bytes_read),
        notices=ending + notices_of(name, walk, gathered, options),
        suggested_own=_suggested(name, walk),
    )


def _fill(gathered: Gathered, items: Iterator[Item], walk: Walk) -> bool:
    """Collect a batch; whether it is full, so that there may be more."""
    with without_cycle_search():
        for section, item in items:
            section.take(item, gathered, marked=walk.stream.marked)
            if gathered.is_full:
                return True
    return False


def _end(broken: Broken, walk: Walk) -> tuple[str, Refusal, str]:
    """Refuse what cannot be read, as one row."""
    place = f"from about byte {walk.stream.bytes_read:,}"
    if broken.cut_off:
        reason = "the export was interrupted and ends here in the middle; export it again"
    else:
        reason = f"from here on the file cannot be read ({broken}); export it again"
    return place, Refusal(None, reason), walk.stream.tail


def _early_end(name: str, broken: Broken) -> str:
    """Tell the user that there is more than was read."""
    if broken.cut_off:
        return (
            f"{name}: the export was interrupted and lacks its end; export it again for the rest."
        )
    return f"{name}: the file could not be read to its end; `spoor rejected` says where and why."


def _suggested(name: str, walk: Walk) -> dict[str, str]:
    """Name the account that made the export, for a person to decide about."""
    if walk.own is None:
        return {}
    what = "a whole account" if walk.is_account else "its private chat"
    return {walk.own.account_key: f"{name} was exported from this account ({what})"}


def _not_one(name: str) -> str:
    """Say that a file is no export."""
    return (
        f"{name}: it is not a Telegram Desktop export (result.json with messages or chats); "
        "export it again as machine-readable JSON."
    )
