"""Loading XLSX: all cells as text, without what spreadsheets do to identifiers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, load_workbook

from graph.errors import SourceError
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks, looks_of_table
from ingest.readers.rows import Rows, batch_rows, name_columns, quoted, rows_of
from ingest.readers.xlsx_bounds import check_bounds

_EXACT = 2**53


def load(path: Path, name: str, layout: Layout) -> Iterator[Rows]:
    """Read a spreadsheet in batches, sheet by sheet.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    layout : Layout
        Sheet and header row.

    Yields
    ------
    Rows
        Whole numbers stand without a fraction, dates as ISO 8601; a number too large to be exact
        stands in scientific notation, so that it is never taken for an identifier. Wholly blank
        rows and sheets are left out.

    Raises
    ------
    SourceError
        If the file is damaged, locked, unpacks to too much, or lacks the sheet.
    """
    check_bounds(path, name)
    size = path.stat().st_size
    try:
        with load_workbook(str(path)) as book:
            for sheet_name in _sheets(book, name, layout.sheet):
                yield from _sheet(book.get_sheet_by_name(sheet_name), name, layout, size)
    except CalamineError as error:
        raise SourceError(
            f"{name}: the spreadsheet cannot be read ({error}); if it is locked, save it without "
            "a password, otherwise save it anew as XLSX."
        ) from None


def looks(path: Path, layout: Layout) -> Looks | None:
    """Tell how the first filled sheet of a spreadsheet begins; None where it cannot be read.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    layout : Layout
        The header row.
    """
    try:
        check_bounds(path, "")
        with load_workbook(str(path)) as book:
            for sheet_name in book.sheet_names:
                rows = book.get_sheet_by_name(sheet_name).iter_rows()
                filled = (
                    [as_text(cell) for cell in cells]
                    for number, cells in enumerate(rows, start=1)
                    if number >= layout.header_row and any(cell != "" for cell in cells)
                )
                if header := next(filled, None):
                    names = ", ".join(book.sheet_names)
                    return looks_of_table(header, next(filled, []), names)
    except (CalamineError, SourceError):
        return None
    return None


def _sheets(book: CalamineWorkbook, name: str, wanted: str | None) -> list[str]:
    """Choose the sheets to read."""
    if wanted is None:
        return list(book.sheet_names)
    if wanted not in book.sheet_names:
        raise SourceError(
            f"{name}: there is no sheet '{wanted}' (there is {quoted(book.sheet_names)}); "
            "name one of these in the mapping file."
        )
    return [wanted]


def _sheet(sheet: CalamineSheet, name: str, layout: Layout, size: int) -> Iterator[Rows]:
    """Read the rows of one sheet."""
    numbered = enumerate(sheet.iter_rows(), start=1)
    header = next(
        (
            [as_text(cell) for cell in cells]
            for number, cells in numbered
            if number >= layout.header_row and any(cell != "" for cell in cells)
        ),
        None,
    )
    if header is None:
        return
    columns = name_columns(header, f"{name}, sheet '{sheet.name}'")
    while batch := list(islice(numbered, batch_rows(len(columns)))):
        cells = [[as_text(cell) for cell in row] for _, row in batch]
        places = pl.Series("locator", [f"{sheet.name} row {number}" for number, _ in batch])
        yield replace(rows_of(columns, cells, places, [], size), sheet=sheet.name)


def as_text(cell: Any) -> str:
    """Write a cell as text."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float | int):
        return _number(cell)
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def _number(value: float) -> str:
    """Write a number: whole ones without a fraction, inexact ones in scientific notation."""
    if abs(value) >= _EXACT:
        return f"{value:.15E}"
    return str(int(value)) if value == int(value) else repr(value)
