"""Readers of tables: any of the table files, as a plain table or through a mapping."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers import delimited, json_table, jsonl, xlsx
from ingest.readers.layout import Layout
from ingest.readers.mapping import map_rows
from ingest.readers.options import ReadOptions
from ingest.readers.plain_table import PlainTable, check_columns, json_object, plain_name
from ingest.readers.records.file_id import file_id
from ingest.readers.records.link_table import LinkTable
from ingest.readers.rows import Refused, Rows, quoted, refused_table

Load = Callable[[Path, str, Layout], Iterator[Rows]]
LOADERS: dict[str, Load] = {
    "csv": delimited.load,
    "tsv": delimited.load,
    "xlsx": xlsx.load,
    "jsonl": jsonl.load,
    "json": json_table.load,
}
"""How the formats that a mapping is for are laid out in rows."""


def read_delimited(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read CSV, TSV and their like; see `ingest.readers.delimited.load`."""
    return _read(delimited.load, path, name, options)


def read_xlsx(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a spreadsheet; see `ingest.readers.xlsx.load`."""
    return _read(xlsx.load, path, name, options)


def read_jsonl(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read JSON Lines; see `ingest.readers.jsonl.load`."""
    return _read(jsonl.load, path, name, options)


def read_json(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the list in a JSON document; see `ingest.readers.json_table.load`."""
    return _read(json_table.load, path, name, options)


def _read(load: Load, path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Turn the rows of a table file into records.

    The rows of a sheet that is not such a table are refused, unless no sheet is.
    """
    mapping = options.mapping
    table = _table(options, file_id(path))
    usable: dict[str | None, str | None] = {}
    never_met = mapping.sources if mapping else set()
    for rows in load(path, name, options.layout):
        never_met = never_met - set(rows.columns)
        if rows.sheet not in usable:
            usable[rows.sheet] = _problem(rows, name, options)
        problem = usable[rows.sheet]
        if problem is None:
            yield replace(table.records(_named(rows, name, options)), notices=rows.notices)
        elif rows.sheet is None:
            raise SourceError(problem)
        else:
            yield _refused(rows, problem)
    if not usable:
        raise SourceError(f"{name}: the table has no rows; there is nothing to read.")
    if None not in usable.values():
        raise SourceError(next(filter(None, usable.values())))
    yield Batch(rows_read=0, bytes_read=path.stat().st_size, notices=table.notices())
    if never_met and usable.keys() == {None}:
        yield Batch(rows_read=0, notices=(_lacking(never_met),))


def records_of(rows: Rows, name: str, options: ReadOptions) -> Batch:
    """Turn some rows of a table into records, as if they were all.

    Parameters
    ----------
    rows : Rows
        As loaded.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        With the mapping, if there is one.

    Raises
    ------
    SourceError
        If the table is not one that can be read.
    """
    if problem := _problem(rows, name, options):
        raise SourceError(problem)
    return _table(options, "preview").records(_named(rows, name, options))


def _table(options: ReadOptions, source: str) -> PlainTable | LinkTable:
    """Make what turns rows into records."""
    mapping = options.mapping
    if mapping is not None and mapping.table == "links":
        return LinkTable(options, source, mapping.time.format)
    return PlainTable(
        options,
        mapping.time.format if mapping else None,
        by_handle=mapping is not None and mapping.knows_by_handle,
    )


def _problem(rows: Rows, name: str, options: ReadOptions) -> str | None:
    """Why a table is not one that can be read, or null."""
    if not rows.columns:
        first = rows.refused[0]
        return f"{name}: {first.locator}: {first.reason}; mend it, or get the file again."
    try:
        columns = _named(rows, name, options).columns
        if options.mapping is not None and options.mapping.table == "links":
            _check_links(columns, _place(rows, name))
            return None
        by_handle = options.mapping is not None and options.mapping.knows_by_handle
        check_columns(columns, options, _place(rows, name), by_handle=by_handle)
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


def _check_links(columns: Collection[str], place: str) -> None:
    """Raise `SourceError` unless a table has the columns without which there is no link."""
    missing = [name for name in ("from", "to", "kind") if name not in columns]
    if missing:
        raise SourceError(
            f"{place}: the mapping says nothing of {quoted(missing)}, without which there is no "
            "link; map a column to each, or say it under `constants`."
        )


def _lacking(columns: Collection[str]) -> str:
    """Say that the mapping names columns which no object has."""
    return (
        f"No object has {quoted(sorted(columns))}, which the mapping names; mend the mapping if "
        "one should."
    )


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
