"""Loading JSON Lines: one object a line, its values as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.errors import SourceError
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.json_values import cell
from ingest.readers.layout import Layout
from ingest.readers.rows import (
    BATCH_CELLS,
    BATCH_CHARACTERS,
    BATCH_ROWS,
    MAX_COLUMNS,
    Refused,
    Rows,
    rows_of,
)


def load(path: Path, name: str, layout: Layout) -> Iterator[Rows]:
    """Read a JSON Lines file in batches.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    layout : Layout
        The encoding.

    Yields
    ------
    Rows
        The columns are the names met in the batch. Numbers are kept as written, lists and objects
        as JSON. Blank lines are left out; a line that is not one whole object is refused.

    Raises
    ------
    SourceError
        If the file is not text, or its objects have too many different names.
    """
    batch = _Batch()
    read = 0
    for item in json_lines(path, name, layout.encoding):
        read = item.bytes_read
        batch.take(item)
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


class _Batch:
    """The objects of the batch being collected."""

    def __init__(self) -> None:
        self.objects: list[dict[str, str | None]] = []
        self.places: list[str] = []
        self.refused: list[Refused] = []
        self.names: dict[str, None] = {}
        self.characters = 0

    def take(self, item: Item) -> None:
        """Add a line: to the objects, or to the refused."""
        if item.problem is not None:
            self.refused.append(Refused(item.locator, item.problem, item.value))
            self.characters += len(item.value)
            return
        row = {name: cell(value) for name, value in item.value.items()}
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
        return rows_of(names, cells, places, self.refused, bytes_read)
