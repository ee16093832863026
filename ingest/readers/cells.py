"""The cells of a foreign table, taken column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from ingest.readers.columns import COLUMNS, TOLD
from ingest.readers.rows import Rows


class Cells:
    """The columns of some rows of a table, under the names that its tool gives them.

    Parameters
    ----------
    rows : Rows
        As loaded. Column names are compared without regard to case and outer blanks.
    """

    def __init__(self, rows: Rows) -> None:
        self._columns = {
            name.strip().casefold(): (name, cells) for name, cells in rows.columns.items()
        }
        self._taken: set[str] = set()
        self.locators = rows.locators

    def __len__(self) -> int:
        return len(self.locators)

    def take(self, *names: str) -> pl.Series:
        """Take the first of some columns that is there; nulls when none is.

        It is then no longer among the `rest`.
        """
        for name in names:
            if name.casefold() in self._columns:
                self._taken.add(name.casefold())
                return _without_blanks(self._columns[name.casefold()][1])
        return pl.repeat(None, len(self), dtype=pl.String, eager=True)

    def made(self, names: str | tuple[str, ...], make: Callable[[str], str | None]) -> pl.Series:
        """Take a column and make another value of each of its distinct values."""
        cells = self.take(*((names,) if isinstance(names, str) else names))
        distinct = cells.unique().drop_nulls()
        values = pl.Series([make(value) for value in distinct], dtype=pl.String)
        return cells.replace_strict(distinct, values, default=None, return_dtype=pl.String)

    def constant(self, value: str | None) -> pl.Series:
        """Say the same of every row."""
        return pl.repeat(value, len(self), dtype=pl.String, eager=True)

    def rest(self, *left_out: str) -> dict[str, pl.Series]:
        """Give the columns not taken, but for some, under names that are no plain table's."""
        gone = self._taken | {name.casefold() for name in left_out}
        return {
            f"{name} (source)" if name in COLUMNS or name in TOLD else name: cells
            for folded, (name, cells) in self._columns.items()
            if folded not in gone
        }


def as_frame(columns: Mapping[str, pl.Series]) -> pl.DataFrame:
    """Put columns side by side, for expressions over several of them."""
    return pl.DataFrame([cells.alias(name) for name, cells in columns.items()])


def _without_blanks(cells: pl.Series) -> pl.Series:
    """Make empty cells null."""
    return cells.to_frame("cell").select(pl.when(pl.col("cell") != "").then("cell"))["cell"]
