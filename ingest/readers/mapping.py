"""Mappings: how the columns of any table become those of the plain table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import polars as pl
import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
)

from graph.errors import SourceError, UsageError
from ingest.readers.announced import CONTACTS, announced
from ingest.readers.columns import COLUMNS, LINK_COLUMNS
from ingest.readers.layout import Layout
from ingest.readers.rows import Rows, quoted
from ingest.readers.times import Clock, read_times

COLUMNS_OF = {"posts": COLUMNS, "links": LINK_COLUMNS}
"""The columns that a mapping gives values to, by the table that its rows are for."""


def known_encoding(name: str) -> str:
    """Check that there is such an encoding of text; raise `ValueError` otherwise."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        raise ValueError("there is no such encoding; name one as in cp1252") from None
    return name


def _plain_column(name: str, info: ValidationInfo) -> str:
    """Check that the plain table, or the links table, has such a column."""
    table = info.data.get("table", "posts")
    known = COLUMNS_OF.get(table, COLUMNS)
    if name not in known:
        which = "links" if table == "links" else "plain"
        raise ValueError(f"the {which} table has no such column; it has {', '.join(known)}")
    return name


def _as_list(columns: object) -> object:
    """Take one source column or several as a list."""
    return [columns] if isinstance(columns, str) else columns


def _nothing_as_empty(said: object) -> object:
    """Take a key under which nothing stands as one that is empty."""
    return {} if said is None else said


NothingSaid = BeforeValidator(_nothing_as_empty)
PlainColumn = Annotated[str, AfterValidator(_plain_column)]
SourceColumns = Annotated[list[str], Field(min_length=1), BeforeValidator(_as_list)]


def _time_form(form: str) -> str:
    """Check that a date written in a form can be read back."""
    written = pl.Series([datetime(2025, 12, 31, 13, 45, tzinfo=UTC).strftime(form)])
    try:
        is_readable = not read_times(written, Clock(format=form))["time"].has_nulls()
    except pl.exceptions.PolarsError:
        is_readable = False
    if not is_readable:
        raise ValueError("no date can be read in this form; write it as in %d/%m/%Y %H:%M")
    return form


class TimeForm(BaseModel):
    """How a table writes its times; ``format`` as for `strptime`, tried before the common forms."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    format: Annotated[str, AfterValidator(_time_form)] | None = None


class Mapping(BaseModel):
    """How the columns of a table become those of the plain table.

    Attributes
    ----------
    table : {"posts", "links"}
        Whether its rows become those of the plain table or those of the links table.
    format : str or None
        Format of the table; null: told from its content.
    delimiter, encoding, sheet, header_row, items
        As in `Layout`.
    columns : dict
        For a column of the plain table, the source column, or several to be joined by line
        breaks (contact details by semicolons). Empty: the table's columns have the plain table's
        names already.
    constants : dict
        Values that hold for every row.
    time : TimeForm
        How the table writes its times.
    made_for : list of str
        All columns of the table that it was made for; kept in the workspace it is used for tables
        with these, and no other.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    table: Literal["posts", "links"] = "posts"
    format: Literal["csv", "tsv", "xlsx", "jsonl", "json"] | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    encoding: Annotated[str, AfterValidator(known_encoding)] | None = None
    sheet: str | None = None
    header_row: Annotated[int, Field(ge=1)] = 1
    items: str | None = None
    columns: Annotated[dict[PlainColumn, SourceColumns], NothingSaid] = {}
    constants: Annotated[dict[PlainColumn, str], NothingSaid] = {}
    time: Annotated[TimeForm, NothingSaid] = TimeForm()
    made_for: list[str] = []

    @property
    def layout(self) -> Layout:
        """How the table file is laid out."""
        return Layout(self.delimiter, self.encoding, self.sheet, self.header_row, self.items)

    @property
    def sources(self) -> set[str]:
        """The source's columns that are mapped."""
        return {source for sources in self.columns.values() for source in sources}

    @property
    def known_columns(self) -> tuple[str, ...]:
        """The columns of the table that its rows become rows of."""
        return COLUMNS_OF[self.table]

    @property
    def knows_by_handle(self) -> bool:
        """Whether accounts are known by their handle, for want of an id."""
        named = {*self.columns, *self.constants}
        return "account_handle" in named and "account_id" not in named


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Parameters
    ----------
    path : Path
        A YAML file.

    Raises
    ------
    UsageError
        If it cannot be read, or says something that a mapping does not; names the key.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: the mapping cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: the mapping is not UTF-8 ({error.reason}).") from None
    return read_mapping(text, str(path))


def read_mapping(text: str, path: str) -> Mapping:
    """Read what a mapping file holds.

    Parameters
    ----------
    text : str
        YAML.
    path : str
        What the user calls it, for messages.

    Raises
    ------
    UsageError
        If it says something that a mapping does not; names the key.
    """
    try:
        said = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        where = " ".join(str(error).split())
        raise UsageError(f"{path}: the mapping is not YAML ({where}); mend it there.") from None
    if not isinstance(said, dict):
        raise UsageError(
            f"{path}: the mapping says nothing; begin it with `columns:` and a line such as "
            "`  account_id: seller`."
        )
    try:
        mapping = Mapping.model_validate(said)
    except ValidationError as error:
        raise UsageError(f"{path}: {_first_mistake(error)}") from None
    both = sorted(set(mapping.columns) & set(mapping.constants))
    if both:
        raise UsageError(
            f"{path}: {quoted(both)} stands under both `columns` and `constants`; keep one."
        )
    return mapping


def map_rows(mapping: Mapping, rows: Rows, place: str) -> Rows:
    """Give the rows of a table the plain table's columns.

    Parameters
    ----------
    mapping : Mapping
        Which source column is which.
    rows : Rows
        The rows as loaded.
    place : str
        File (and sheet) for messages.

    Returns
    -------
    Rows
        The mapped columns and the constants; source columns that are not mapped stay under their
        own names, or as ``price (source)`` where the plain table has a column of that name.

    Raises
    ------
    SourceError
        If the table lacks a mapped column; objects of JSON may.
    """
    columns = dict(rows.columns)
    if mapping.columns:
        columns = _mapped(mapping, rows, place)
    length = len(rows.locators)
    for name, value in mapping.constants.items():
        columns[name] = pl.repeat(value, length, dtype=pl.String, eager=True)
    return replace(rows, columns=columns)


def _mapped(mapping: Mapping, rows: Rows, place: str) -> dict[str, pl.Series]:
    """Give the mapped columns, and those left over."""
    used = mapping.sources
    missing = sorted(used - set(rows.columns))
    if missing and not rows.sparse:
        raise SourceError(
            f"{place}: the table lacks {quoted(missing)}, which the mapping names (it has "
            f"{quoted(list(rows.columns))}); mend the mapping."
        )
    columns = {
        name: _joined([_cells(rows, each, name) for each in sources if each in rows.columns], name)
        for name, sources in mapping.columns.items()
        if any(source in rows.columns for source in sources)
    }
    for name, column in rows.columns.items():
        if name not in used:
            columns[f"{name} (source)" if name in mapping.known_columns else name] = column
    return columns


def _cells(rows: Rows, source: str, name: str) -> pl.Series:
    """Give the cells of a column; contact details with the kind that the column's name tells."""
    cells = rows.columns[source]
    return announced(cells, source) if name in CONTACTS else cells


def _joined(columns: list[pl.Series], name: str) -> pl.Series:
    """Join the filled cells of several columns: details by semicolons, else by line breaks."""
    if len(columns) == 1:
        return columns[0]
    frame = pl.DataFrame([column.alias(str(at)) for at, column in enumerate(columns)])
    filled = [pl.when(pl.col(at) != "").then(at) for at in frame.columns]
    between = "; " if name in CONTACTS else "\n"
    return frame.select(
        pl.concat_str(filled, separator=between, ignore_nulls=True).alias("joined")
    ).to_series()


def _first_mistake(error: ValidationError) -> str:
    """Say the first thing that is wrong with a mapping, with its key and what to do."""
    mistake = error.errors()[0]
    key = ".".join(str(part) for part in mistake["loc"] if part != "[key]")
    if mistake["type"] == "extra_forbidden":
        known = ", ".join(Mapping.model_fields)
        return f"`{key}` is not a key of a mapping; take it out (the keys are {known})."
    what = mistake["msg"].removeprefix("Value error, ")
    hint = "; put it in quotes" if mistake["type"] == "string_type" else ""
    return f"`{key}`: {what}{hint}."
