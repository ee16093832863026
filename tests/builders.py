"""Making plain tables as people hold them: CSV, XLSX, JSON Lines; all content is fictional."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import xlsxwriter

Row = Mapping[str, str]


def post(number: int, **changed: str) -> dict[str, str]:
    """A post of the plain table; any column can be changed or added."""
    return {
        "platform": "facebook",
        "post_id": f"p{number}",
        "posted_at": f"2026-03-{1 + number % 28:02d}T10:00:00Z",
        "group_id": f"g{number % 3}",
        "account_id": f"a{number % 5}",
        "text": f"Songbird number {number} for sale, healthy and singing every morning, "
        f"comes with cage and seed, call (202) 555-01{number % 100:02d}",
    } | changed


def membership(account: str, group: str, **changed: str) -> dict[str, str]:
    """A membership of the plain table."""
    return {"platform": "facebook", "account_id": account, "group_id": group} | changed


def columns_of(rows: Iterable[Row]) -> list[str]:
    """All columns that rows have, in the order met."""
    return list(dict.fromkeys(name for row in rows for name in row))


def write_csv(
    path: Path, rows: list[dict[str, str]], *, delimiter: str = ",", encoding: str = "utf-8"
) -> Path:
    """Write rows as a delimited file."""
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, columns_of(rows), restval="", delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_jsonl(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write rows as JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def write_xlsx(path: Path, sheets: Mapping[str, list[list[object]]]) -> Path:
    """Write sheets of cells as a spreadsheet; strings stay strings, whatever they look like."""
    with xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            dated = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if hasattr(cell, "year"):
                        sheet.write_datetime(at, column, cell, dated)
                    elif isinstance(cell, str):
                        sheet.write_string(at, column, cell)
                    else:
                        sheet.write(at, column, cell)
    return path


def table_of(rows: list[dict[str, str]]) -> list[list[object]]:
    """Rows as cells under a header."""
    columns = columns_of(rows)
    return [list(columns), *([row.get(name, "") for name in columns] for row in rows)]
