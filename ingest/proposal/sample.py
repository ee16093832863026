"""The first rows of a table of which nothing is known yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import READERS, json_table
from ingest.readers.delimited import first_rows, most_columns
from ingest.readers.detect import looks_like
from ingest.readers.layout import Layout
from ingest.readers.options import ReadOptions
from ingest.readers.rows import Rows
from ingest.readers.table import LOADERS
from ingest.readers.text import encoding_of

ROWS = 1_000
_BATCHES = 40
_HEADER_ROWS = range(1, 11)
_HEAD = 1 << 16


@dataclass(frozen=True)
class Sample:
    """The first rows of a table.

    Attributes
    ----------
    format : str
        Which of the formats that are read with a mapping.
    layout : Layout
        How the table is laid out, as found out.
    rows : Rows
        At most `ROWS` of them, and what was refused among them.
    other_sheets : tuple of str
        Sheets with other columns, which the mapping leaves out.
    """

    format: str
    layout: Layout
    rows: Rows
    other_sheets: tuple[str, ...] = ()

    @property
    def columns(self) -> dict[str, list[str | None]]:
        """The cells by column."""
        return {name: cells.to_list() for name, cells in self.rows.columns.items()}


def known_format(path: Path, options: ReadOptions) -> str | None:
    """Name the format of another tool that a file is of; None where it is of none or of several.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    options : ReadOptions
        Its encoding.
    """
    found, looks = looks_like(path, options.layout)
    if found in READERS and found not in LOADERS:
        return found
    fitting = [name for name, reader in READERS.items() if looks and reader.fits(looks)]
    return fitting[0] if len(fitting) == 1 else None


def take_sample(path: Path, name: str, options: ReadOptions) -> Sample:
    """Read the first rows of a table, whatever stands above its header.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Its encoding, and the mapping if there is one already.

    Raises
    ------
    SourceError
        If it is no table.
    """
    if options.mapping is not None and options.mapping.format is not None:
        return _sample(options.mapping.format, path, name, options.layout)
    layout = options.layout
    found, _ = looks_like(path, layout)
    if found not in LOADERS:
        layout = _below_titles(path, layout)
        found, _ = looks_like(path, layout)
    if found not in LOADERS:
        raise SourceError(f"{name}: {found}; a mapping is for tables and JSON.")
    if options.mapping is None:
        if found in ("csv", "tsv"):
            layout = _below_titles(path, layout)
            found = looks_like(path, layout)[0]
        elif found == "json":
            layout = replace(layout, items=_longest_list(path, layout))
    sample = _sample(found, path, name, layout)
    return _sheet_below_titles(sample, path, name) if found == "xlsx" else sample


def _sample(found: str, path: Path, name: str, layout: Layout) -> Sample:
    """Read the first rows; of a spreadsheet those of its largest table."""
    by_sheet: dict[str | None, Rows] = {}
    for rows in islice(LOADERS[found](path, name, layout), _BATCHES):
        by_sheet.setdefault(rows.sheet, rows)
        if rows.sheet is None:
            break
    if not by_sheet:
        raise SourceError(f"{name}: the table has no rows; there is nothing to read.")
    sheet = max(by_sheet, key=lambda sheet: _size(by_sheet[sheet]))
    chosen = by_sheet[sheet]
    if not chosen.columns:
        refused = chosen.refused[0]
        raise SourceError(
            f"{name}: {refused.locator}: {refused.reason}; mend it, or get the file again."
        )
    others = [
        str(other)
        for other, rows in by_sheet.items()
        if rows.columns.keys() != chosen.columns.keys()
    ]
    if others:
        layout = replace(layout, sheet=sheet)
    return Sample(found, layout, _first(chosen), tuple(others))


def _first(rows: Rows) -> Rows:
    """Keep the first rows."""
    columns = {name: cells.head(ROWS) for name, cells in rows.columns.items()}
    return replace(
        rows, columns=columns, locators=rows.locators.head(ROWS), refused=rows.refused[:ROWS]
    )


def _size(rows: Rows) -> int:
    """How much a sheet holds."""
    return len(rows.locators) * len(rows.columns)


def _below_titles(path: Path, layout: Layout) -> Layout:
    """Find the header of a text table below titles: the first row with most of the columns."""
    with path.open("rb") as file:
        encoding = layout.encoding or encoding_of(path)
        head = file.read(_HEAD).decode(encoding, errors="replace")
    found = {}
    for number in _HEADER_ROWS:
        there = replace(layout, header_row=number)
        delimiter, _ = most_columns(head, there)
        header, _ = first_rows(head, replace(there, delimiter=delimiter))
        found[number] = sum(bool(cell.strip()) for cell in header)
    return _with_header(layout, found)


def _sheet_below_titles(sample: Sample, path: Path, name: str) -> Sample:
    """Find the header of a spreadsheet below titles."""
    filled = _filled(sample.rows)
    if filled > len(sample.rows.columns) // 2 and filled > 1:
        return sample
    found = {}
    for number in _HEADER_ROWS:
        layout = replace(sample.layout, header_row=number)
        try:
            found[number] = _filled(_sample("xlsx", path, name, layout).rows)
        except SourceError:
            found[number] = 0
    return _sample("xlsx", path, name, _with_header(sample.layout, found))


def _with_header(layout: Layout, filled: Mapping[int, int]) -> Layout:
    """Choose the header row: the first, unless a later one names twice as many columns."""
    most = max(filled.values())
    if most < 2 or (filled[1] > 1 and filled[1] * 2 > most):
        return layout
    return replace(layout, header_row=next(row for row, n in filled.items() if n * 2 > most))


def _filled(rows: Rows) -> int:
    """How many columns have a name of their own."""
    return sum(not name.startswith("column ") for name in rows.columns)


def _longest_list(path: Path, layout: Layout) -> str | None:
    """Find the list with the most objects in a JSON document."""
    lists = json_table.lists_of_objects(json_table.read_head(path, layout.encoding))
    found = max(lists, key=lambda where: lists[where], default="")
    return found or None
