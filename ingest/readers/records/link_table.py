"""The links table: rows whose columns have the agreed names become links."""

from __future__ import annotations

import polars as pl

from graph import keys
from graph.records import ACCOUNTS, LINKS, REJECTED, Batch
from ingest.readers.columns import LINK_COLUMNS
from ingest.readers.options import ReadOptions
from ingest.readers.plain_table import json_object
from ingest.readers.records.endpoints import Endpoint, Endpoints
from ingest.readers.records.file_id import PLATFORM as RECORD
from ingest.readers.records.link_problems import problem
from ingest.readers.records.link_times import in_order
from ingest.readers.repeats import SeenRows
from ingest.readers.rows import RAW_SHOWN, Rows, refused_table
from ingest.readers.spreadsheet_damage import SpreadsheetDamage
from ingest.readers.times import Clock

TOLD = ("from_key", "to_key")
"""What readers tell in place of ``from`` and ``to``: keys that stand as they are."""

_FILLED = r"[^\s\x1c-\x1f]"
_ENDS = ("from", "to")


class LinkTable:
    """Turns the rows of one source into links.

    Parameters
    ----------
    options : ReadOptions
        Region, platform, time zone and order of dates of rows that do not say.
    file_id : str
        As `file_id.file_id` gives it.
    time_format : str, optional
        The source's own form of times, tried before the common ones.
    told : bool
        Whether a reader fills the table: it may then give the keys themselves (`TOLD`).
    """

    def __init__(
        self,
        options: ReadOptions,
        file_id: str,
        time_format: str | None = None,
        *,
        told: bool = False,
    ) -> None:
        self._columns = (*LINK_COLUMNS, *TOLD) if told else LINK_COLUMNS
        self._clock = Clock(options.time_zone, time_format)
        self._date_order = options.date_order
        self._damage = SpreadsheetDamage(options.region)
        self._endpoints = Endpoints(file_id, options)
        self._says_countries = options.region is not None
        self._has_bare_numbers = False
        self._seen = SeenRows()

    def notices(self) -> tuple[str, ...]:
        """Say what spreadsheets did to times, and which numbers join nothing."""
        said = self._damage.notices()
        if self._says_countries or not self._has_bare_numbers:
            return said
        return (
            *said,
            "Some ends are numbers without a country code; they join nothing outside this file "
            "until it is read with --region.",
        )

    def records(self, rows: Rows) -> Batch:
        """Turn rows into links.

        Parameters
        ----------
        rows : Rows
            Columns named as the links table does; others are kept with the link as ``extra``.

        Returns
        -------
        Batch
            A row is refused when it lacks either end or the kind, holds a time that cannot be
            read, an end that a spreadsheet cut short or that is too long, or a NUL character. A
            row equal in all its cells to an earlier accepted one is merged. What is known only by
            a name is an account of this file, and described.
        """
        cells = {name: _blank_to_null(column) for name, column in rows.columns.items()}
        found = self._ends(cells)
        frame = self._frame(cells, rows.locators, found)
        fine = frame["problem"].is_null()
        refused = frame.filter(~fine).select(
            "locator",
            pl.col("problem").struct.unnest(),
            json_object(
                {name: column.filter(~fine) for name, column in cells.items()}, int((~fine).sum())
            )
            .str.slice(0, RAW_SHOWN)
            .alias("raw"),
        )
        kept = {name: column.filter(fine) for name, column in cells.items()}
        repeated = self._seen.repeats(kept, int(fine.sum()))
        accepted = frame.filter(fine).filter(~repeated)
        return Batch(
            rows_read=len(frame) + len(rows.refused),
            rows_merged=int(repeated.sum()),
            bytes_read=rows.bytes_read,
            links=_with_link_key(accepted).select(LINKS.names()),
            accounts=_described(accepted),
            rejected=pl.concat([refused.select(REJECTED.names()), refused_table(rows.refused)]),
        )

    def _ends(self, cells: dict[str, pl.Series]) -> dict[str, Endpoint]:
        """Read the distinct ends."""
        columns = [cells[name].str.strip_chars() for name in _ENDS if name in cells]
        nothing = pl.Series(dtype=pl.String)
        written = pl.concat([nothing, *columns]).drop_nulls().unique(maintain_order=True)
        found = self._endpoints.read(written.to_list())
        self._has_bare_numbers |= any(end.is_bare_number for end in found.values())
        return found

    def _frame(
        self, cells: dict[str, pl.Series], locators: pl.Series, found: dict[str, Endpoint]
    ) -> pl.DataFrame:
        """Lay out the known columns, the times read, what else is said, and what is wrong."""
        length = len(locators)
        nothing = pl.repeat(None, length, dtype=pl.String, eager=True)
        known = [
            (cells[name] if name in self._columns and name in cells else nothing).alias(name)
            for name in (*LINK_COLUMNS, *TOLD)
        ]
        extra = {name: column for name, column in cells.items() if name not in self._columns}
        frame = pl.DataFrame(known).with_columns(pl.all().str.strip_chars())
        time = self._damage.times(in_order(frame["time"], self._date_order), self._clock)
        collected = in_order(frame["collected_at"], self._date_order)
        collected_at = self._damage.times(collected, self._clock)["time"]
        return frame.with_columns(
            *(_of_ends(end, found) for end in _ENDS),
            pl.col("time").alias("occurred_at_raw"),
            pl.col("collected_at").alias("collected_at_raw"),
            time["time"].alias("occurred_at"),
            time["assumed"].alias("time_zone_assumed"),
            collected_at.alias("collected_at"),
            pl.col("source").alias("origin"),
            locators.cast(pl.String).alias("locator"),
            json_object(extra, length).alias("extra"),
            _holds_nul(cells, length).alias("holds_nul"),
        ).with_columns(problem().alias("problem"))


def _of_ends(end: str, found: dict[str, Endpoint]) -> pl.Expr:
    """Give the key, name and problem of an end, as a struct."""
    schema = dict.fromkeys(("key", "name", "contact", "problem"), pl.String())
    rows = [(each.key, each.name, each.contact, each.problem) for each in found.values()]
    read = pl.DataFrame(rows, schema=schema, orient="row").to_struct("read")
    written = pl.Series(list(found), dtype=pl.String)
    looked_up = pl.col(end).replace_strict(
        written, read, default=None, return_dtype=pl.Struct(schema)
    )
    return pl.struct(
        pl.coalesce(f"{end}_key", looked_up.struct.field("key")).alias("key"),
        looked_up.struct.field("name", "contact", "problem"),
    ).alias(f"{end}_end")


def _with_link_key(accepted: pl.DataFrame) -> pl.DataFrame:
    """Add the keys of the ends and of the link."""
    named = accepted.with_columns(
        *(pl.col(f"{end}_end").struct.field("key").alias(f"{end}_key") for end in _ENDS)
    )
    when = pl.col("occurred_at").dt.strftime("%Y-%m-%dT%H:%M:%S%.6fZ")
    parts = named.select(
        "from_key", "to_key", "kind", when.fill_null(""), pl.col("amount").fill_null("")
    )
    made = [keys.link(*row) for row in parts.iter_rows()]
    return named.with_columns(pl.Series("link_key", made, dtype=pl.String))


def _described(accepted: pl.DataFrame) -> pl.DataFrame:
    """Describe the accounts that only this file knows, each at its earliest sighting."""
    nothing = pl.lit(None, pl.String)
    ends = [
        accepted.select(
            pl.col(f"{end}_end").struct.field("key").alias("account_key"),
            pl.lit(RECORD).alias("platform"),
            nothing.alias("native_id"),
            nothing.alias("handle"),
            pl.col(f"{end}_end").struct.field("name").alias("name"),
            nothing.alias("url"),
            nothing.alias("bio"),
            pl.col(f"{end}_end").struct.field("contact").alias("contact"),
            pl.coalesce("occurred_at", "collected_at").alias("seen_at"),
            "locator",
        ).filter(pl.col("name").is_not_null())
        for end in _ENDS
    ]
    return (
        pl.concat(ends)
        .sort("seen_at", nulls_last=True, maintain_order=True)
        .unique("account_key", keep="first", maintain_order=True)
        .select(ACCOUNTS.names())
    )


def _blank_to_null(column: pl.Series) -> pl.Series:
    """Make the blank cells of a column null."""
    return column.to_frame("cell").select(
        pl.when(pl.col("cell").str.contains(_FILLED)).then("cell").alias("cell")
    )["cell"]


def _holds_nul(cells: dict[str, pl.Series], length: int) -> pl.Series:
    """Whether any cell of a row holds a NUL character."""
    found = pl.repeat(False, length, dtype=pl.Boolean, eager=True)
    for column in cells.values():
        found = found | column.str.contains("\0", literal=True).fill_null(False)
    return found
