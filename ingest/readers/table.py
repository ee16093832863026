"""Readers of tables: any of the table files, as a plain table or through a mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers import delimited, jsonl, xlsx
from ingest.readers.layout import Layout
from ingest.readers.mapping import map_rows
from ingest.readers.options import ReadOptions
from ingest.readers.plain_table import PlainTable, check_columns, json_object, plain_name
from ingest.readers.rows import Refused, Rows, quoted, refused_table

Load = Callable[[Path, str, Layout], Iterator[Rows]]


def read_delimited(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read CSV, TSV and their like; see `ingest.readers.delimited.load`."""
    return _read(delimited.load, path, name, options)


def read_xlsx(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a spreadsheet; see `ingest.readers.xlsx.load`."""
    return _read(xlsx.load, path, name, options)


def read_jsonl(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read JSON Lines; see `ingest.readers.jsonl.load`."""
    return _read(jsonl.load, path, name, options)


def _read(load: Load, path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Turn the rows of a table file into records.

    The rows of a sheet that is not such a table are refused, unless no sheet is.
    """
    mapping = options.mapping
    layout = mapping.layout if mapping else Layout()
    table = PlainTable(options, mapping.time.format if mapping else None)
    usable: dict[str | None, str | None] = {}
    for rows in load(path, name, layout):
        if rows.sheet not in usable:
            usable[rows.sheet] = _problem(rows, name, options)
        problem = usable[rows.sheet]
        if problem is None:
            yield table.records(_named(rows, name, options))
        elif rows.sheet is None:
            raise SourceError(problem)
        else:
            yield _refused(rows, problem)
    if not usable:
        raise SourceError(f"{name}: the table has no rows; there is nothing to read.")
    if None not in usable.values():
        raise SourceError(next(filter(None, usable.values())))


def _problem(rows: Rows, name: str, options: ReadOptions) -> str | None:
    """Why a table is not one that can be read, or null."""
    if not rows.columns:
        first = rows.refused[0]
        return f"{name}: {first.locator}: {first.reason}; mend it, or get the file again."
    try:
        columns = _named(rows, name, options).columns
        check_columns(columns, options, _place(rows, name))
    except SourceError as error:
        return str(error)
    return None


def _named(rows: Rows, name: str, options: ReadOptions) -> Rows:
    """Put the rows under the plain table's column names."""
    mapping = options.mapping
    if mapping is None or not mapping.columns:
        rows = _plainly_named(rows, _place(rows, name))
    return map_rows(mapping, rows, _place(rows, name)) if mapping else rows


def _plainly_named(rows: Rows, place: str) -> Rows:
    """Put right column names as a person may have typed them."""
    names = [plain_name(column) for column in rows.columns]
    twice = sorted({column for column in names if names.count(column) > 1})
    if twice:
        raise SourceError(
            f"{place}: more than one column is called {quoted(twice)}; rename all but one."
        )
    return replace(rows, columns=dict(zip(names, rows.columns.values(), strict=True)))


def _refused(rows: Rows, problem: str) -> Batch:
    """Refuse every row for the same reason."""
    raw = json_object(rows.columns, len(rows.locators))
    every = [
        Refused(place, problem, found or "")
        for place, found in zip(rows.locators, raw, strict=True)
    ]
    return Batch(rows_read=len(every), rejected=refused_table(every), bytes_read=rows.bytes_read)


def _place(rows: Rows, name: str) -> str:
    """File and sheet, for messages."""
    return name if rows.sheet is None else f"{name}, sheet '{rows.sheet}'"
