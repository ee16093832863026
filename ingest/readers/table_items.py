"""The rows of a table as items, for formats whose rows are told one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import delimited, xlsx
from ingest.readers.form_table import is_workbook
from ingest.readers.json_lines import Item
from ingest.readers.layout import Layout


def table_items(path: Path, name: str, layout: Layout) -> Iterator[Item]:
    """Read a table row by row.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    layout : Layout
        How the table is laid out.

    Yields
    ------
    Item
        The cells of a row by their column, blank ones left out; ``path`` names the sheet of a
        spreadsheet. A row that is no row of the table has a problem.

    Raises
    ------
    SourceError
        If there are no rows.
    """
    load = xlsx.load if is_workbook(path) else delimited.load
    is_empty = True
    for rows in load(path, name, layout):
        is_empty = False
        sheet = rows.sheet or ""
        for refused in rows.refused:
            yield Item(sheet, refused.locator, refused.raw, refused.reason, rows.bytes_read)
        columns = [cells.to_list() for cells in rows.columns.values()]
        for locator, *cells in zip(rows.locators.to_list(), *columns, strict=True):
            row = {
                column: cell
                for column, cell in zip(rows.columns, cells, strict=True)
                if cell is not None and cell.strip()
            }
            yield Item(sheet, locator, row, bytes_read=rows.bytes_read)
    if is_empty:
        raise SourceError(f"{name}: the table has no rows; there is nothing to read.")
