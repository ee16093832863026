"""The files in which Apify keeps a dataset: a list, lines, or a table with paths for columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.readers.json_items import json_items
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.json_values import text
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.table_items import table_items

_DEEPEST = 12
_PLACE = re.compile(r"[0-9]{1,4}")


def items_of(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read the items of a dataset, however it was saved.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        The encoding.
    """
    if not (begins_with(path, b"[") or begins_with(path, b"{")):
        for item in table_items(path, name, Layout(encoding=options.encoding)):
            yield item if item.problem else _unfolded(item)
    elif begins_with(path, b"["):
        yield from json_items(path, name, lists={""})
    else:
        yield from json_lines(path, name, options.encoding)


def names_of(looks: Looks) -> frozenset[str]:
    """Give the names of a dataset's fields in lower case; none where it can be no dataset.

    Parameters
    ----------
    looks : Looks
        Of a table, or of JSON.
    """
    if not looks.kinds & {"table", "list", "lines"}:
        return frozenset()
    return frozenset(name.casefold() for name in looks.names)


def error_of(value: object) -> str | None:
    """Say what went wrong where the actor saved an error in place of an item."""
    error = text(value, "error")
    if error is None:
        return None
    told = text(value, "errorDescription") or error
    return f"the scraper found nothing at {text(value, 'inputUrl') or 'this address'}: {told}"


def begins_with(path: Path, mark: bytes) -> bool:
    """Tell whether a file begins with a mark, but for blanks and a byte order mark."""
    with path.open("rb") as file:
        return file.read(4096).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(mark)


def _unfolded(item: Item) -> Item:
    """Make an object of a row whose columns are paths (``user/id``, ``attachments/0/ocrText``)."""
    whole: dict[str, Any] = {}
    for name, value in item.value.items():
        _put(whole, name, value)
    return Item(item.path, item.locator, _listed(whole), bytes_read=item.bytes_read)


def _put(whole: dict[str, Any], name: str, value: str) -> None:
    """Put a value where a path leads; beside, where something else is in the way."""
    *outer, last = name.split("/")[:_DEEPEST]
    inner = whole
    for step in outer:
        inner = inner.setdefault(step, {})
        if not isinstance(inner, dict):
            whole[name] = value
            return
    if last in inner:
        whole[name] = value
    else:
        inner[last] = value


def _listed(value: Any) -> Any:
    """Make lists of objects whose names are places in one."""
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(found) for name, found in value.items()}
    if inner and all(_PLACE.fullmatch(name) for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner
