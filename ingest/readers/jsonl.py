"""Loading JSON Lines: one object a line, its values as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

import polars as pl

from graph.errors import SourceError
from ingest.readers.layout import Layout
from ingest.readers.rows import (
    BATCH_CELLS,
    BATCH_CHARACTERS,
    BATCH_ROWS,
    MAX_COLUMNS,
    MAX_RECORD,
    RAW_SHOWN,
    Refused,
    Rows,
    rows_of,
)
from ingest.readers.text import open_text


class _RowError(Exception):
    """A line holds no row; carries the reason."""


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
    with open_text(path, name, encoding=layout.encoding, newline="\n") as (text, raw):
        batch = _Batch()
        for number, line in enumerate(_lines(text), start=1):
            batch.take(number, line)
            if len(batch.names) > MAX_COLUMNS:
                raise SourceError(
                    f"{name}: line {number}: its objects have more than {MAX_COLUMNS:,} different "
                    "names; check that this is a table."
                )
            if batch.is_full():
                yield batch.rows(raw.tell())
                batch = _Batch()
        if batch.objects or batch.refused:
            yield batch.rows(raw.tell())


class _Batch:
    """The objects of the batch being collected."""

    def __init__(self) -> None:
        self.objects: list[dict[str, str | None]] = []
        self.numbers: list[int] = []
        self.refused: list[Refused] = []
        self.names: dict[str, None] = {}
        self.characters = 0

    def take(self, number: int, line: str) -> None:
        """Add a line: to the objects, to the refused, or nowhere when it is blank."""
        if not line.strip():
            return
        self.characters += len(line)
        try:
            row = _row(line)
        except _RowError as error:
            self.refused.append(Refused(f"line {number}", str(error), line[:RAW_SHOWN]))
            return
        self.objects.append(row)
        self.numbers.append(number)
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
        places = pl.Series("locator", [f"line {number}" for number in self.numbers], pl.String)
        return rows_of(names, cells, places, self.refused, bytes_read)


def _lines(text: TextIO) -> Iterator[str]:
    """Lines of bounded length; of one that is too long, as much as shows that it is."""
    while line := text.readline(MAX_RECORD + 1):
        yield line
        if len(line) > MAX_RECORD and not line.endswith("\n"):
            while (rest := text.readline(MAX_RECORD)) and not rest.endswith("\n"):
                pass


def _row(line: str) -> dict[str, str | None]:
    """Read the names and values of a line as text."""
    if len(line) > MAX_RECORD:
        raise _RowError(f"the line is longer than {MAX_RECORD:,} characters")
    try:
        found = json.loads(line, parse_float=Decimal, parse_constant=str)
        if not isinstance(found, dict):
            raise _RowError("the line is JSON, but not an object")
        row = {name: _text(value) for name, value in found.items()}
        "".join(part for pair in row.items() for part in pair if part).encode()
    except json.JSONDecodeError as error:
        raise _RowError(f"the line is not whole JSON ({error.msg}, column {error.colno})") from None
    except UnicodeEncodeError:
        raise _RowError("the line holds half a character (a lone surrogate)") from None
    except RecursionError:
        raise _RowError("the line is JSON nested too deep") from None
    except ValueError:
        raise _RowError("the line holds a number with too many digits") from None
    return row


def _text(value: Any) -> str | None:
    """Write a JSON value as text: null stays null, lists and objects stay JSON."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False, default=str)
