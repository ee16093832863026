"""Tables of links that people, i2 Analyst's Notebook and telephone companies keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers import delimited, jsonl, xlsx
from ingest.readers.cells import Cells
from ingest.readers.form_table import is_workbook
from ingest.readers.layout import Layout
from ingest.readers.options import ReadOptions
from ingest.readers.plain_table import json_object
from ingest.readers.reader import Read
from ingest.readers.records.file_id import file_id
from ingest.readers.records.link_table import LinkTable
from ingest.readers.rows import Refused, Rows, quoted, refused_table

Columns = Callable[[Cells], Mapping[str, pl.Series]]
"""From a table's columns to those of the links table; others are kept with the link."""


def link_reader(columns: Columns) -> Read:
    """Make the reader of a table of links: CSV, TSV, XLSX or JSON Lines.

    Parameters
    ----------
    columns : callable
        Gives the rows the links table's columns; called for each batch.
    """

    def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
        table = LinkTable(options, file_id(path))
        is_empty = True
        for rows in _loaded(path, name, options):
            is_empty = False
            named = dict(columns(Cells(rows)))
            lacking = _lacking(named)
            if lacking and rows.sheet is not None:
                yield _refused(rows, f"the sheet lacks {quoted(lacking)}")
            else:
                yield table.records(replace(rows, columns=named))
        if is_empty:
            raise SourceError(f"{name}: the table has no rows; there is nothing to read.")
        yield Batch(rows_read=0, bytes_read=path.stat().st_size, notices=table.notices())

    return read


def _loaded(path: Path, name: str, options: ReadOptions) -> Iterator[Rows]:
    """Load a table file, whichever kind it is."""
    layout = Layout(encoding=options.encoding)
    if is_workbook(path):
        return xlsx.load(path, name, layout)
    return (jsonl if _is_json(path) else delimited).load(path, name, layout)


def _is_json(path: Path) -> bool:
    """Whether a text begins as JSON."""
    with path.open("rb") as file:
        head = file.read(64)
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"{")


def _lacking(named: Mapping[str, pl.Series]) -> list[str]:
    """Name the columns without which there is no link and in which nothing stands."""
    return [name for name in ("from", "to", "kind") if named[name].null_count() == len(named[name])]


def _refused(rows: Rows, problem: str) -> Batch:
    """Refuse every row of a sheet for the same reason."""
    raw = json_object(rows.columns, len(rows.locators))
    every = [
        Refused(place, problem, found or "")
        for place, found in zip(rows.locators, raw, strict=True)
    ]
    return Batch(rows_read=len(every), rejected=refused_table(every), bytes_read=rows.bytes_read)
