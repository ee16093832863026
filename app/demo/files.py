"""Writing rows as CSV, TSV, JSON Lines and XLSX, byte for byte the same each time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from app.demo.rows import Row

MADE_AT = datetime(2026, 11, 16, tzinfo=UTC)
SHEET = "sightings"


def write_csv(path: Path, rows: list[Row]) -> Path:
    """Write rows separated by commas."""
    return _write_delimited(path, rows, ",")


def write_tsv(path: Path, rows: list[Row]) -> Path:
    """Write rows separated by tabulators."""
    return _write_delimited(path, rows, "\t")


def write_jsonl(path: Path, rows: list[Row]) -> Path:
    """Write one JSON object per line, without what is missing."""
    said = [{name: cell for name, cell in row.items() if cell is not None} for row in rows]
    lines = [json.dumps(row, ensure_ascii=False) for row in said]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def write_xlsx(path: Path, rows: list[Row]) -> Path:
    """Write a spreadsheet with one sheet; times are cells of that kind, all else is text."""
    columns = _columns(rows)
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": MADE_AT.replace(tzinfo=None)})
        dated = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 0, columns)
        for at, row in enumerate(rows, start=1):
            for column, name in enumerate(columns):
                cell = row.get(name)
                if isinstance(cell, datetime):
                    sheet.write_datetime(at, column, cell, dated)
                elif cell is not None:
                    sheet.write_string(at, column, str(cell))
    return path


def _write_delimited(path: Path, rows: list[Row], delimiter: str) -> Path:
    """Write rows under a header; what is missing is an empty cell."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(
            file, _columns(rows), restval="", delimiter=delimiter, lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)
    return path


def _columns(rows: Iterable[Row]) -> list[str]:
    """All columns that rows have, in the order met."""
    return list(dict.fromkeys(name for row in rows for name in row))
