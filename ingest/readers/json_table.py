"""Loading a whole JSON document whose rows are the objects of one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.errors import SourceError
from ingest.readers.json_items import json_items
from ingest.readers.json_lines import Item
from ingest.readers.json_stream.stream import Stream
from ingest.readers.layout import Layout
from ingest.readers.looks import events_in
from ingest.readers.object_rows import object_rows
from ingest.readers.rows import Rows, quoted
from ingest.readers.text import encoding_of

HEAD = 1 << 20
THE_LIST = ""


def load(path: Path, name: str, layout: Layout) -> Iterator[Rows]:
    """Read the objects of a list in a JSON document, in batches.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    layout : Layout
        The encoding, and where the list is; otherwise it is the only one that holds objects. A
        document without such a list is one row.

    Yields
    ------
    Rows
        As `object_rows` lays them out. What stands beside the list is told in a notice.

    Raises
    ------
    SourceError
        If there is no such list, or more than one and none is named.
    """
    head = read_head(path, layout.encoding)
    where = layout.items if layout.items is not None else _only_list(head, path, name)
    if where is None:
        items = json_items(path, name, (), {THE_LIST}, Stream(path, layout.encoding))
        items = (replace(item, locator=item.locator or "the object") for item in items)
    else:
        items = json_items(path, name, {where}, (), Stream(path, layout.encoding))
        items = _some(items, where, name, head)
    beside = _beside(head, where)
    for rows in object_rows(items, name):
        yield replace(rows, notices=beside)
        beside = ()


def read_head(path: Path, encoding: str | None) -> str:
    """Read as much of a JSON file as shows what its items are."""
    with path.open("rb") as file:
        return file.read(HEAD).decode(encoding or encoding_of(path), errors="replace").lstrip()


def lists_of_objects(head: str) -> dict[str, int]:
    """Find the lists of objects in a JSON document that are not inside another list.

    Parameters
    ----------
    head : str
        The document's beginning.

    Returns
    -------
    dict of str to int
        How many objects of each begin there, by the names that lead to it, empty for an outermost
        list.
    """
    found: dict[str, int] = {}
    path: list[str | None] = []
    lists = 0
    for event, value in events_in(head):
        if event == "map_key":
            path[-1] = str(value)
        elif event.startswith("start"):
            if event == "start_map" and lists == 1 and path[-1] is None:
                where = ".".join(name for name in path[:-1] if name is not None)
                found[where] = found.get(where, 0) + 1
            lists += event == "start_array"
            path.append(None if event == "start_array" else "")
        elif event.startswith("end"):
            path.pop()
            lists -= event == "end_array"
    return found


def _only_list(head: str, path: Path, name: str) -> str | None:
    """Tell where the list of the rows is; None for a document that is one row."""
    lists = lists_of_objects(head)
    if len(lists) > 1:
        raise SourceError(
            f"{name}: it holds several lists ({quoted(list(lists))}); say which holds the rows by "
            "a line such as `items: posts` in a mapping, or have one proposed by `spoor map`."
        )
    if lists or head.startswith("["):
        return next(iter(lists), THE_LIST)
    if path.stat().st_size > HEAD:
        raise SourceError(
            f"{name}: no list of objects begins in its first {HEAD:,} bytes; say where one is by "
            "a line such as `items: data.posts` in a mapping."
        )
    return None


def _some(items: Iterator[Item], where: str, name: str, head: str) -> Iterator[Item]:
    """Pass items on, and say so when there is none."""
    is_empty = True
    for item in items:
        is_empty = False
        yield item
    if is_empty:
        there = quoted(list(lists_of_objects(head))) or "none that holds objects"
        place = f"the list `{where}`" if where else "the list"
        raise SourceError(
            f"{name}: {place} holds nothing, or is not there (its lists: {there}); mend `items` "
            "in the mapping, or get the file again."
        )


def _beside(head: str, where: str | None) -> tuple[str, ...]:
    """Say what stands in the document beside the list of its rows."""
    if not where:
        return ()
    on_the_way = {where.rpartition(".")[0]} | {
        where[:at] for at, letter in enumerate(where) if letter == "."
    }
    others = [
        name
        for name in _names(head)
        if name != where and name not in on_the_way and name.rpartition(".")[0] in on_the_way | {""}
    ]
    if not others:
        return ()
    return (f"Beside the list `{where}` the file holds {quoted(others)}, which was passed over.",)


def _names(head: str) -> list[str]:
    """Name what a document's objects hold, but for those in lists."""
    names: dict[str, None] = {}
    path: list[str] = []
    lists = 0
    for event, value in events_in(head):
        if event == "map_key" and not lists:
            path[-1] = str(value)
            names.setdefault(".".join(path))
        elif event.startswith("start"):
            lists += event == "start_array"
            path.append("")
        elif event.startswith("end"):
            path.pop()
            lists -= event == "end_array"
    return list(names)
