"""Rows of a table file as columns of strings, before anything is known about their meaning."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import polars as pl

from graph.errors import SourceError
from graph.records import REJECTED

BATCH_ROWS = 50_000
BATCH_CELLS = 2_000_000
BATCH_CHARACTERS = 64_000_000
MAX_COLUMNS = 2_000
MAX_RECORD = 4_000_000
RAW_SHOWN = 2_000


@dataclass(frozen=True)
class Refused:
    """One row that is no row of the table: where, why, what it holds, and in which field."""

    locator: str
    reason: str
    raw: str
    field: str | None = None


@dataclass(frozen=True)
class Rows:
    """Some consecutive rows of a table file.

    Attributes
    ----------
    columns : dict of str to polars.Series
        The cells by column name (the Series themselves have none of the source's names, which
        may look like patterns to polars), strings of equal length; null or blank: nothing there.
    locators : polars.Series
        Where each row is found in the file.
    refused : list of Refused
        Rows that could not be laid out in columns, not among the cells.
    bytes_read : int
        How far into the file the loader has come.
    sheet : str or None
        The sheet of a spreadsheet that the rows are from.
    sparse : bool
        Whether rows may lack columns that others have, as objects of JSON do.
    notices : tuple of str
        What was passed over, in sentences for the user.
    """

    columns: dict[str, pl.Series]
    locators: pl.Series
    refused: list[Refused] = field(default_factory=list)
    bytes_read: int = 0
    sheet: str | None = None
    sparse: bool = False
    notices: tuple[str, ...] = ()


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """Hold back Python's search for cycles, a quarter of the time while lists of cells pile up."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def batch_rows(width: int) -> int:
    """How many rows of a table with ``width`` columns are held in memory at a time."""
    return max(1, min(BATCH_ROWS, BATCH_CELLS // max(width, 1)))


def name_columns(header: Sequence[str], place: str) -> list[str]:
    """Name the columns of a header row; a blank name becomes ``column 5``.

    Parameters
    ----------
    header : sequence of str
        The cells of the header row.
    place : str
        File (and sheet) for messages.

    Raises
    ------
    SourceError
        If two columns have the same name, or there are too many columns.
    """
    if len(header) > MAX_COLUMNS:
        raise SourceError(
            f"{place}: the header has {len(header):,} columns, more than the {MAX_COLUMNS:,} that "
            "are read; check that this is a table with one header row."
        )
    names = [cell.strip() or f"column {number}" for number, cell in enumerate(header, start=1)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SourceError(
            f"{place}: the header names {quoted(twice)} more than once; "
            "give every column a name of its own."
        )
    return names


def rows_of(
    names: Sequence[str],
    cells: Sequence[Sequence[str | None]],
    locators: pl.Series,
    refused: list[Refused],
    bytes_read: int,
) -> Rows:
    """Turn lists of cells, one per row, into columns; rows without a filled cell are left out."""
    by_column: list[Sequence[str | None]] = list(zip(*cells, strict=True)) or [()] * len(names)
    columns = {
        name: pl.Series("cell", column, dtype=pl.String)
        for name, column in zip(names, by_column, strict=True)
    }
    filled = pl.repeat(False, len(locators), dtype=pl.Boolean, eager=True)
    for column in columns.values():
        filled = filled | (column.str.len_bytes() > 0).fill_null(False)
    if not filled.all():
        columns = {name: column.filter(filled) for name, column in columns.items()}
        locators = locators.filter(filled)
    return Rows(columns, locators, refused, bytes_read)


def quoted(names: Sequence[str], limit: int = 12) -> str:
    """Names for a message, in quotation marks, the first ``limit`` of them."""
    shown = ", ".join(f"'{name[:60]}'" for name in names[:limit])
    return shown if len(names) <= limit else f"{shown} and {len(names) - limit:,} more"


def refused_table(refused: Sequence[Refused]) -> pl.DataFrame:
    """Lay out the refused rows as a `graph.records.REJECTED` table."""
    return pl.DataFrame(
        {
            "locator": [row.locator for row in refused],
            "field": [row.field for row in refused],
            "reason": [row.reason for row in refused],
            "raw": [row.raw[:RAW_SHOWN] for row in refused],
        },
        schema=REJECTED,
    )
