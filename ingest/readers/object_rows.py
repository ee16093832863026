"""Objects of JSON as rows of a table: what is nested stands under dotted names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from graph.errors import SourceError
from ingest.readers.json_lines import Item
from ingest.readers.json_values import cell
from ingest.readers.rows import (
    BATCH_CELLS,
    BATCH_CHARACTERS,
    BATCH_ROWS,
    MAX_COLUMNS,
    Refused,
    Rows,
    rows_of,
)

_MOST_INSIDE = 200
_TWICE = " (nested)"


def object_rows(items: Iterator[Item], name: str) -> Iterator[Rows]:
    """Lay out objects as rows, in batches.

    Parameters
    ----------
    items : iterator of Item
        Whatever is no object, or has a problem, is refused.
    name : str
        What the user calls the file, for messages.

    Yields
    ------
    Rows
        The columns are the names met in the batch; a value inside objects is named by all their
        names (``user.id``). Numbers stay as written; plain values in a list are joined by line
        breaks, a list that holds objects is kept as JSON, and so is an object that has ever other
        names, such as one whose names are ids.

    Raises
    ------
    SourceError
        If the objects have too many different names.
    """
    flattening = _Flattening()
    batch = _Batch()
    read = 0
    for item in items:
        read = item.bytes_read
        batch.take(item, flattening)
        if len(batch.names) > MAX_COLUMNS:
            raise SourceError(
                f"{name}: {item.locator}: its objects have more than {MAX_COLUMNS:,} different "
                "names; check that this is a table."
            )
        if batch.is_full():
            yield batch.rows(read)
            batch = _Batch()
    if batch.objects or batch.refused:
        yield batch.rows(read)


class _Flattening:
    """Which names were met inside which objects so far."""

    def __init__(self) -> None:
        self._inside: dict[str, set[str]] = {}

    def flat(self, found: Mapping[str, Any]) -> dict[str, str | None]:
        """Give the values of an object, and of those in it, under dotted names."""
        row: dict[str, str | None] = {}
        self._add(row, found, "")
        return row

    def _add(self, row: dict[str, str | None], found: Mapping[str, Any], before: str) -> None:
        """Add the values of an object that stands under a name."""
        for key, value in found.items():
            name = f"{before}.{key}" if before else key
            while name in row:
                name += _TWICE
            if isinstance(value, dict) and value and self._is_regular(name, value):
                self._add(row, value, name)
            else:
                row[name] = _plain(value)

    def _is_regular(self, name: str, found: Mapping[str, Any]) -> bool:
        """Whether objects under a name have few different names, as a form has."""
        known = self._inside.setdefault(name, set())
        if len(known) < _MOST_INSIDE:
            known.update(found)
        return len(known) < _MOST_INSIDE


def _plain(value: object) -> str | None:
    """Write a value as a cell; a list of plain values one a line."""
    if isinstance(value, list | dict) and not value:
        return None
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return "\n".join(text for text in map(cell, value) if text) or None
    return cell(value)


class _Batch:
    """The objects of the batch being collected."""

    def __init__(self) -> None:
        self.objects: list[dict[str, str | None]] = []
        self.places: list[str] = []
        self.refused: list[Refused] = []
        self.names: dict[str, None] = {}
        self.characters = 0

    def take(self, item: Item, flattening: _Flattening) -> None:
        """Add an item: to the objects, or to the refused."""
        problem = item.problem
        if problem is None and not isinstance(item.value, dict):
            problem = "it is not an object with names and values"
        if problem is not None:
            raw = item.value if isinstance(item.value, str) else cell(item.value) or ""
            self.refused.append(Refused(item.locator, problem, raw))
            self.characters += len(raw)
            return
        row = flattening.flat(item.value)
        self.characters += sum(len(value) for value in row.values() if value)
        self.objects.append(row)
        self.places.append(item.locator)
        self.names.update(dict.fromkeys(row))

    def is_full(self) -> bool:
        """Whether there is enough for a batch."""
        count = len(self.objects) + len(self.refused)
        return (
            count >= BATCH_ROWS
            or len(self.objects) * len(self.names) >= BATCH_CELLS
            or self.characters >= BATCH_CHARACTERS
        )

    def rows(self, bytes_read: int) -> Rows:
        """Give the batch as columns."""
        names = list(self.names)
        cells = [[row.get(name) for name in names] for row in self.objects]
        places = pl.Series("locator", self.places, pl.String)
        laid_out = rows_of(names, cells, places, self.refused, bytes_read)
        return Rows(laid_out.columns, laid_out.locators, self.refused, bytes_read, sparse=True)
