"""Writing rows as CSV and XLSX, byte for byte the same each time."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

Cell = str | int | datetime | None
Row = dict[str, Cell]

MADE_AT = datetime(2026, 11, 16, tzinfo=UTC)


def write_csv(path: Path, rows: list[Row]) -> Path:
    """Write rows separated by commas under a header; what is missing is an empty cell."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, _columns(rows), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_xlsx(path: Path, sheet_name: str, rows: list[Row]) -> Path:
    """Write a spreadsheet with one sheet; times are cells of that kind, all else is text."""
    columns = _columns(rows)
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": MADE_AT.replace(tzinfo=None)})
        dated = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet = book.add_worksheet(sheet_name)
        sheet.write_row(0, 0, columns)
        for at, row in enumerate(rows, start=1):
            for column, name in enumerate(columns):
                cell = row.get(name)
                if isinstance(cell, datetime):
                    sheet.write_datetime(at, column, cell, dated)
                elif cell is not None:
                    sheet.write_string(at, column, str(cell))
    return path


def _columns(rows: Iterable[Row]) -> list[str]:
    """All columns that rows have, in the order met."""
    return list(dict.fromkeys(name for row in rows for name in row))
