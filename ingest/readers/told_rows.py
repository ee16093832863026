"""What a reader of JSON tells of each item, until there is enough for a batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

import polars as pl

from graph.records import Batch
from ingest.readers.json_values import cell, raw
from ingest.readers.options import ReadOptions
from ingest.readers.plain_table import PlainTable
from ingest.readers.rows import BATCH_CHARACTERS, RAW_SHOWN, Refused, Rows, rows_of

BATCH_ROWS = 20_000


class Table(Protocol):
    """What becomes of rows."""

    def records(self, rows: Rows) -> Batch:
        """Turn rows into records."""

    def notices(self) -> tuple[str, ...]:
        """Say what was found out about all the rows, once they were read."""


class ToldRows:
    """Rows of the plain table, and what is told besides, from the items of a source.

    Parameters
    ----------
    options : ReadOptions
        Platform and time zone of rows that do not name one.
    time_format : str, optional
        The tool's own form of times, tried before the common ones.
    table : Table, optional
        What the rows are of, where that is not the plain table.
    """

    def __init__(
        self, options: ReadOptions, time_format: str | None = None, table: Table | None = None
    ) -> None:
        self._table = table or PlainTable(options, time_format, told=True)
        self._begin()

    def _begin(self) -> None:
        """Begin a batch."""
        self._rows: list[Mapping[str, str | None]] = []
        self._places: list[str] = []
        self._refused: list[Refused] = []
        self._notices: list[str] = []
        self._suggested: dict[str, str] = {}
        self._characters = 0

    def tell(self, locator: str, row: Mapping[str, object]) -> None:
        """Tell one row.

        Parameters
        ----------
        locator : str
            Where it stands in the source.
        row : mapping of str to object
            By the names in `ingest.readers.columns`; whatever has another name is kept with the
            post. Numbers become text; lists and objects JSON; null and blank are not said.
        """
        said = {name: cell(value) for name, value in row.items() if value is not None}
        self._rows.append(said)
        self._places.append(locator)
        self._characters += sum(len(value) for value in said.values() if value)

    def refuse(
        self, locator: str, reason: str, found: object = None, field: str | None = None
    ) -> None:
        """Refuse one row of the source: where, why, what it holds, and in which field."""
        text = found if isinstance(found, str) else raw(found)
        self._refused.append(Refused(locator, reason, text[:RAW_SHOWN], field))

    def note(self, sentence: str) -> None:
        """Have the user read a sentence: what was assumed, what was passed over."""
        self._notices.append(sentence)

    def suggest_own(self, account_key: str, reason: str) -> None:
        """Say that an account may be our own side's, and why; only a person decides."""
        self._suggested[account_key] = reason

    @property
    def is_full(self) -> bool:
        """Whether there is enough for a batch."""
        count = len(self._rows) + len(self._refused)
        return count >= BATCH_ROWS or self._characters >= BATCH_CHARACTERS

    @property
    def damage(self) -> tuple[str, ...]:
        """What spreadsheets did to all the rows so far, in sentences for the user."""
        return self._table.notices()

    def batch(self, bytes_read: int) -> Batch:
        """Lay out what was told, and begin anew."""
        names = list(dict.fromkeys(name for row in self._rows for name in row))
        cells: Sequence[Sequence[str | None]] = [
            [row.get(name) for name in names] for row in self._rows
        ]
        places = pl.Series("locator", self._places, pl.String)
        rows = rows_of(names, cells, places, self._refused, bytes_read)
        said: dict[str, Any] = {"notices": tuple(self._notices), "suggested_own": self._suggested}
        self._begin()
        return replace(self._table.records(rows), **said)
