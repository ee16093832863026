"""The items of lists inside one large JSON document, one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers.json_lines import Item
from ingest.readers.json_stream.stream import Broken, Event, Stream
from ingest.readers.json_stream.values import TooDeep, build, fields, skip
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows


def json_items(
    path: Path,
    name: str,
    lists: Collection[str],
    heads: Collection[str] = (),
    stream: Stream | None = None,
) -> Iterator[Item]:
    """Read the items of lists inside one JSON document, in the order of the file.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    lists : collection of str
        Where the lists are (``messages``, ``chats.list``; empty: the document is the list). A list
        inside the items of another cannot be one of them. What stands there and is no list has a
        problem.
    heads : collection of str
        Other values to be given whole, such as ``channel``.
    stream : Stream, optional
        The file as events, where it has to be mended on the way.

    Yields
    ------
    Item
        Where the document ends early or is no JSON from some place on, the last has a problem.
    """
    stream = stream or Stream(path)
    walk = _Walk(stream, frozenset(lists), frozenset(heads))
    try:
        events = stream.events()
        event, value = next(events)
        yield from walk.value(events, event, value, "")
        for _ in events:
            pass
    except Broken as broken:
        yield Item("", f"byte {stream.bytes_read:,}", stream.tail, str(broken), stream.bytes_read)
    except StopIteration:
        raise SourceError(f"{name}: the file holds nothing; get it again.") from None


class _Walk:
    """The way through one document."""

    def __init__(self, stream: Stream, lists: frozenset[str], heads: frozenset[str]) -> None:
        self._stream = stream
        self._lists = lists
        self._heads = heads
        self._on_the_way = {
            ".".join(path.split(".")[:depth])
            for path in lists | heads
            for depth in range(len(path.split(".")))
        }

    def value(self, events: Iterator[Event], event: str, value: Any, path: str) -> Iterator[Item]:
        """Read the value that begins with an event, as far as it was asked for."""
        if path in self._lists and event == "start_array":
            yield from self._items(events, path)
        elif path in self._heads:
            yield self._item(path, path, build(events, event, value))
        elif path in self._on_the_way and event == "start_map":
            for name, first, found in fields(events):
                yield from self.value(events, first, found, f"{path}.{name}".lstrip("."))
        elif path in self._lists:
            found = build(events, event, value)
            problem = "it is not the list that should be here"
            yield Item(path, path or "the file", found, problem, self._stream.bytes_read)
        else:
            skip(events, event)

    def _items(self, events: Iterator[Event], path: str) -> Iterator[Item]:
        """Read the items of a list."""
        for position, (event, value) in enumerate(events, start=1):
            if event == "end_array":
                return
            self._stream.begin_value()
            found = build(events, event, value)
            self._stream.end_value()
            yield self._item(path, f"{path or 'item'} {position}", found)

    def _item(self, path: str, locator: str, found: Any) -> Item:
        """Give a value that was built."""
        problem = "it is nested too deep" if isinstance(found, TooDeep) else None
        return Item(path, locator, found, problem, self._stream.bytes_read)


Tell = Callable[[Item, ToldRows], None]
"""Tells the rows of an item, or raises `Refusal`, having told none."""


def read_items(items: Iterator[Item], tell: Tell, rows: ToldRows) -> Iterator[Batch]:
    """Have each item told, batch by batch.

    Parameters
    ----------
    items : iterator of Item
        Those with a problem are refused.
    tell : callable
        What an item says.
    rows : ToldRows
        Takes it.
    """
    read = 0
    for item in items:
        read = item.bytes_read
        if item.problem is not None:
            rows.refuse(item.locator, item.problem, item.value)
        else:
            try:
                tell(item, rows)
            except Refusal as refusal:
                rows.refuse(item.locator, refusal.reason, item.value, refusal.field)
        if rows.is_full:
            yield rows.batch(read)
    last = rows.batch(read)
    yield replace(last, notices=(*last.notices, *rows.damage))
