"""Refusing spreadsheets that would fill the memory, before they are opened."""

from __future__ import annotations

import re
import zipfile
from functools import reduce
from pathlib import Path

from graph.errors import SourceError
from ingest import zips

MAX_UNPACKED = 2 << 30
MAX_CELLS = 50_000_000
MAX_PARTS = 10_000
_CHUNK = 1 << 22
_LONGEST_REFERENCE = 32
_COLUMNS = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})\d""")
_ROWS = re.compile(rb"""\sr\s*=\s*["'][A-Z]{0,3}(\d{1,10})["']""")


def check_bounds(path: Path, name: str) -> None:
    """Raise `SourceError` when a spreadsheet is too large to hold in memory.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.

    Notes
    -----
    Every part is unpacked once, without keeping it: the sizes in the zip's list may be false, and
    a cell far out makes a small file into an enormous table.
    """
    parts = zips.listed(path, name)
    total = sum(part.file_size for part in parts)
    if total > MAX_UNPACKED or len(parts) > MAX_PARTS or any(map(zips.is_bomb, parts)):
        raise SourceError(
            f"{name}: the spreadsheet unpacks to {total / (1 << 20):,.0f} MiB, more than a "
            "real one does; if it is genuine, save its sheets as CSV."
        )
    for part in parts:
        rows, columns = _extent(path, part, name)
        if rows * columns > MAX_CELLS:
            raise SourceError(
                f"{name}: a sheet spans {rows:,} rows and {columns:,} columns, more than can be "
                "held; delete the cells far out, or save the sheet as CSV."
            )


def _extent(path: Path, part: zipfile.ZipInfo, name: str) -> tuple[int, int]:
    """Find the last row and column that a part of the spreadsheet names."""
    rows, columns = 0, 0
    rest = b""
    with zips.open_member(path, part, name) as stream:
        while chunk := stream.read(_CHUNK):
            chunk = rest + chunk
            rows = max([rows, *map(int, set(_ROWS.findall(chunk)))])
            columns = max([columns, *map(_column_number, set(_COLUMNS.findall(chunk)))])
            rest = chunk[-_LONGEST_REFERENCE:]
    return rows, columns


def _column_number(letters: bytes) -> int:
    """Work out the number of a column named as in spreadsheets: A is 1, AA is 27."""
    return reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)
