"""Readers of tables that other tools write: their columns become those of the plain table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers import delimited, xlsx
from ingest.readers.cells import Cells
from ingest.readers.layout import Layout
from ingest.readers.options import ReadOptions
from ingest.readers.plain_table import PlainTable
from ingest.readers.reader import Read
from ingest.readers.rows import refused_table

Plain = Callable[[Cells, ReadOptions], Mapping[str, pl.Series]]
"""From a tool's columns to those of `ingest.readers.columns`; others are kept with the post."""

_ZIP = b"PK\3\4"


def table_reader(
    plain: Plain, *, delimiter: str | None = None, time_format: str | None = None
) -> Read:
    """Make the reader of a tool's table.

    Parameters
    ----------
    plain : callable
        Gives the rows the plain table's columns; called for each batch.
    delimiter : str, optional
        Of the tool's files; otherwise found out.
    time_format : str, optional
        The tool's own form of times, tried before the common ones.
    """

    def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
        layout = Layout(delimiter=delimiter, encoding=options.encoding)
        load = xlsx.load if is_workbook(path) else delimited.load
        table = PlainTable(options, time_format, told=True)
        is_empty = True
        for rows in load(path, name, layout):
            is_empty = False
            if not rows.columns:
                yield Batch(
                    rows_read=len(rows.refused),
                    rejected=refused_table(rows.refused),
                    bytes_read=rows.bytes_read,
                )
                continue
            yield table.records(replace(rows, columns=dict(plain(Cells(rows), options))))
        if is_empty:
            raise SourceError(f"{name}: the table has no rows; there is nothing to read.")
        yield Batch(rows_read=0, bytes_read=path.stat().st_size, notices=table.notices())

    return read


def is_workbook(path: Path) -> bool:
    """Whether a table is a spreadsheet, and no text."""
    with path.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP
