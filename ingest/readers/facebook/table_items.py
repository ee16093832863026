"""Rows of a table as items, where a row tells more than one thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.readers import delimited, xlsx
from ingest.readers.form_table import is_workbook
from ingest.readers.json_lines import Item
from ingest.readers.layout import Layout
from ingest.readers.options import ReadOptions

_JSON = (b"[", b"{")


def is_table(path: Path) -> bool:
    """Whether a file is a table rather than JSON."""
    with path.open("rb") as file:
        head = file.read(4096).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return not head.startswith(_JSON)


def table_items(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read each row of a table as an object of its filled cells.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        The encoding.

    Yields
    ------
    Item
        A row that cannot be laid out in columns has a problem.
    """
    load = xlsx.load if is_workbook(path) else delimited.load
    for rows in load(path, name, Layout(encoding=options.encoding)):
        for refused in rows.refused:
            yield Item("", refused.locator, refused.raw, refused.reason, rows.bytes_read)
        names = list(rows.columns)
        for locator, *cells in zip(rows.locators, *rows.columns.values(), strict=True):
            filled = {
                column: cell
                for column, cell in zip(names, cells, strict=True)
                if cell is not None and cell.strip()
            }
            yield Item("", locator, filled, bytes_read=rows.bytes_read)
