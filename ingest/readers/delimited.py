"""Loading CSV, TSV and their like: rows in batches, each with the place where it is found."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

import polars as pl

from graph.errors import SourceError
from ingest.readers.layout import Layout
from ingest.readers.rows import (
    BATCH_CHARACTERS,
    MAX_RECORD,
    Refused,
    Rows,
    batch_rows,
    name_columns,
    rows_of,
    without_cycle_search,
)
from ingest.readers.text import open_text

DELIMITERS = (",", ";", "\t", "|")
_HEAD = 1 << 16
_UNCLOSED = "a quotation mark is opened here and not closed"


class _RowError(Exception):
    """A record is too long to be one; carries the reason."""


def load(path: Path, name: str, layout: Layout) -> Iterator[Rows]:
    """Read a delimited file in batches.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    layout : Layout
        Delimiter, encoding and header row.

    Yields
    ------
    Rows
        Wholly blank rows are left out. A row whose quotation marks do not match, which has more
        or fewer cells than the header, or which is too long is refused with its place, and
        reading goes on at the next line.

    Raises
    ------
    SourceError
        If the file is not text, has no header, or repeats a column name.
    """
    with open_text(path, name, encoding=layout.encoding) as (text, raw):
        delimiter, _ = most_columns(text.read(_HEAD), layout)
        text.seek(0)
        records = _Records(text, delimiter)
        columns = name_columns(_header(records, name, layout.header_row), name)
        while (rows := _next_rows(records, columns, layout, raw)) is not None:
            yield rows


def most_columns(head: str, layout: Layout) -> tuple[str, int]:
    """Tell the delimiter from the header row: the one that makes the most columns, and how many.

    Parameters
    ----------
    head : str
        The beginning of the file.
    layout : Layout
        Which row the header is; the delimiter if it is known.
    """
    found = {}
    for delimiter in [layout.delimiter] if layout.delimiter else DELIMITERS:
        try:
            records = _Records(io.StringIO(head, newline=""), delimiter)
            found[delimiter] = len(_header(records, "", layout.header_row))
        except SourceError:
            found[delimiter] = 0
    best = max(found, key=lambda delimiter: found[delimiter])
    return best, found[best]


def first_rows(head: str, layout: Layout) -> tuple[list[str], list[str]]:
    """Read the header and the row after it; what is not there is empty.

    Parameters
    ----------
    head : str
        The beginning of the file.
    layout : Layout
        With the delimiter.
    """
    try:
        records = _Records(io.StringIO(head, newline=""), layout.delimiter or ",")
        header = _header(records, "", layout.header_row)
    except SourceError:
        return [], []
    return header, next((cells for cells in records if isinstance(cells, list)), [])


class _Records:
    """Records of a delimited file, one by one: cells, or the reason why there are none.

    Attributes
    ----------
    row, line : int
        Where the current record is, as a spreadsheet counts and as an editor counts.
    lines : list of str
        The current record's physical lines.
    characters : int
        How much has been read so far.
    """

    def __init__(self, text: TextIO, delimiter: str) -> None:
        csv.field_size_limit(MAX_RECORD)
        self._text = text
        self._delimiter = delimiter
        self._again: deque[str] = deque()
        self.row = 0
        self.line = 1
        self.lines: list[str] = []
        self.characters = 0
        self._records = self._read()

    def __iter__(self) -> Iterator[list[str] | Refused]:
        return self._records

    def _read(self) -> Iterator[list[str] | Refused]:
        """Parse records; after one that does not parse, go on at its second line."""
        lines = self.lines
        while True:
            reader = csv.reader(self._physical_lines(), delimiter=self._delimiter, strict=True)
            try:
                for cells in reader:
                    self.row += 1
                    yield cells
                    self.line += len(lines)
                    lines.clear()
            except (csv.Error, _RowError) as error:
                self.row += 1
                yield Refused(locator(self.row, self.line), _reason(error), "".join(lines))
                self._again.extendleft(reversed(lines[1:]))
                self.line += 1
                lines.clear()
            else:
                return

    def _physical_lines(self) -> Iterator[str]:
        """Lines of bounded length; those of a record that was refused once more."""
        lines, again, read_line = self.lines, self._again, self._text.readline
        size = 0
        while line := again.popleft() if again else read_line(MAX_RECORD):
            size = size + len(line) if lines else len(line)
            lines.append(line)
            self.characters += len(line)
            if size >= MAX_RECORD:
                self._refuse(line)
            yield line

    def _refuse(self, line: str) -> None:
        """Raise `_RowError` for a line or record that is too long, passing over the line's rest."""
        if len(line) < MAX_RECORD:
            raise _RowError(_UNCLOSED)
        if line[-1] not in "\r\n":
            self._skip_line()
            self.lines[-1] = line + "\n"
        raise _RowError(f"the line is longer than {MAX_RECORD:,} characters")

    def _skip_line(self) -> None:
        """Pass over the rest of a line."""
        while (rest := self._text.readline(MAX_RECORD)) and rest[-1] not in "\r\n":
            pass


def _reason(error: Exception) -> str:
    """Why a record was refused, in words."""
    if isinstance(error, _RowError):
        return str(error)
    if "unexpected end of data" in str(error) or "field larger" in str(error):
        return _UNCLOSED
    if "expected after" in str(error):
        return "a quotation mark inside a quoted cell is not doubled"
    return f"not a row of a table ({error})"


def locator(row: int, line: int) -> str:
    """Where a row is: as a spreadsheet counts, and by line where that differs."""
    return f"row {row}" if row == line else f"row {row}, line {line}"


def _locators(numbers: list[int], lines: list[int]) -> pl.Series:
    """Say where rows are."""
    places = pl.DataFrame(
        {"row": pl.Series(numbers, dtype=pl.Int64), "line": pl.Series(lines, dtype=pl.Int64)}
    )
    return places.select(
        pl.when(pl.col("row") == pl.col("line"))
        .then(pl.format("row {}", "row"))
        .otherwise(pl.format("row {}, line {}", "row", "line"))
        .alias("locator")
    ).to_series()


def _header(records: _Records, name: str, header_row: int) -> list[str]:
    """Read the cells of the header row; a spreadsheet's ``sep=;`` line before it is passed over."""
    for cells in records:
        if isinstance(cells, Refused):
            raise SourceError(f"{name}: {cells.locator}: {cells.reason}; mend the header row.")
        if records.row == 1 and records.lines[0].lower().startswith("sep="):
            continue
        if records.row >= header_row and any(cell.strip() for cell in cells):
            return cells
    raise SourceError(f"{name}: there is no header row; the file holds no table.")


def _next_rows(records: _Records, columns: list[str], layout: Layout, raw: BinaryIO) -> Rows | None:
    """Read the next batch; null at the end."""
    with without_cycle_search():
        batch = _collect(records, len(columns), layout)
        if batch is None:
            return None
        cells, numbers, lines, refused = batch
        names = columns + [f"column {len(columns) + at + 1}" for at in range(layout.beyond)]
        return rows_of(names, cells, _locators(numbers, lines), refused, raw.tell())


def _collect(
    records: _Records, width: int, layout: Layout
) -> tuple[list[list[str]], list[int], list[int], list[Refused]] | None:
    """Read the next rows: cells, numbers, lines, and the refused; null at the end."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    lines: list[int] = []
    refused: list[Refused] = []
    limit = batch_rows(width)
    widest = width + layout.beyond
    enough = records.characters + BATCH_CHARACTERS
    for cells in records:
        if isinstance(cells, Refused):
            refused.append(cells)
        elif width - layout.lacking <= len(cells) <= widest:
            rows.append(cells if len(cells) == widest else cells + [""] * (widest - len(cells)))
            numbers.append(records.row)
            lines.append(records.line)
        elif any(cells):
            place = locator(records.row, records.line)
            reason = f"the row has {len(cells):,} cells where the header has {width:,}"
            refused.append(Refused(place, reason, "".join(records.lines)))
        if len(rows) + len(refused) >= limit or records.characters >= enough:
            break
    else:
        if not rows and not refused:
            return None
    return rows, numbers, lines, refused
