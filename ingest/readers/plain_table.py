"""The plain table: rows whose columns have the agreed names become records."""

from __future__ import annotations

import re
from collections.abc import Collection

import polars as pl

from graph import keys
from graph.errors import SourceError
from graph.records import ALIASES, IMAGES, MEMBERSHIPS, POSTS, REJECTED, Batch
from ingest.readers.columns import COLUMNS, TOLD
from ingest.readers.options import ReadOptions
from ingest.readers.placeholders import NOTICE, without_placeholders
from ingest.readers.record_keys import with_keys
from ingest.readers.repeats import SeenRows
from ingest.readers.row_problems import CONTENT, problem
from ingest.readers.row_tables import accounts_of, aliases_of, groups_of, images_of
from ingest.readers.rows import RAW_SHOWN, Rows, quoted, refused_table
from ingest.readers.spreadsheet_damage import SpreadsheetDamage
from ingest.readers.times import Clock

FREE_TEXT = (
    "text",
    "account_name",
    "account_bio",
    "account_contact",
    "group_name",
    "location",
    "contact",
    "price",
    "forwarded_from",
)
_FILLED = r"[^\s\x1c-\x1f]"
_SPACES = re.compile(r"[\s-]+")


def plain_name(column: str) -> str:
    """Give the plain table's name of a column as a person may have typed it (``Account ID``)."""
    name = _SPACES.sub("_", keys.fold(column))
    return name if name in COLUMNS else column


def check_columns(
    columns: Collection[str], options: ReadOptions, place: str, *, by_handle: bool = False
) -> None:
    """Raise `SourceError` unless a table has the columns without which no row can be read.

    Parameters
    ----------
    columns : collection of str
        Column names, those of the plain table as it names them.
    options : ReadOptions
        May supply the platform.
    place : str
        File (and sheet) for messages.
    by_handle : bool
        Whether accounts may be known by their handle.
    """
    missing = [name for name in ("platform", "account_id") if name not in columns]
    if by_handle and "account_handle" in columns:
        missing = [name for name in missing if name != "account_id"]
    if options.platform is not None and "platform" in missing:
        missing.remove("platform")
    if missing:
        remedy = (
            "pass --platform NAME"
            if missing == ["platform"]
            else "run `spoor map FILE`, which proposes what to say with --mapping"
        )
        raise SourceError(
            f"{place}: the table lacks {quoted(missing)} (it has {quoted(list(columns))}); "
            f"name its columns as the plain table does, or {remedy}."
        )
    if not set(columns) - {"platform", "account_id", *(["account_handle"] if by_handle else [])}:
        raise SourceError(
            f"{place}: the table holds accounts and nothing about them; add a column such as "
            "text or group_id."
        )


class PlainTable:
    """Turns the rows of one source into records.

    Parameters
    ----------
    options : ReadOptions
        Platform and time zone of rows that do not name one.
    time_format : str, optional
        The source's own form of times, tried before the common ones.
    told : bool
        Whether a reader of another format fills the table: it may then tell more of a row
        (`ingest.readers.columns.TOLD`), speak of an account or a group alone, and of posts that
        are nobody's; and the handles it gives are the platform's own.
    by_handle : bool
        Whether an account may be named by its handle alone.
    """

    def __init__(
        self,
        options: ReadOptions,
        time_format: str | None = None,
        *,
        told: bool = False,
        by_handle: bool = False,
    ) -> None:
        self._platform = options.platform
        self._told = told
        self._by_handle = by_handle
        self._columns = (*COLUMNS, *TOLD) if told else COLUMNS
        self._clock = Clock(options.time_zone, time_format)
        self._seen = SeenRows()
        self._damage = SpreadsheetDamage(options.region)
        self._has_placeholders = False

    def notices(self) -> tuple[str, ...]:
        """Say what spreadsheets did to the rows, once all were read."""
        return (*self._damage.notices(), *([NOTICE] if self._has_placeholders else []))

    def records(self, rows: Rows) -> Batch:
        """Turn rows into records.

        Parameters
        ----------
        rows : Rows
            Columns named as the plain table does; others are kept with the post as ``extra``.

        Returns
        -------
        Batch
            A row is refused when it names no platform or account, says neither a post nor a
            group, holds a time that cannot be read, an identifier that a spreadsheet cut short or
            rounded or that is too long to be one, or a NUL character. A row equal in all its cells
            to an earlier accepted one is merged.
        """
        cells = {name: _blank_to_null(column) for name, column in rows.columns.items()}
        frame = self._frame(cells, rows.locators)
        fine = frame["problem"].is_null()
        refused = frame.filter(~fine).select(
            "locator",
            pl.col("problem").struct.unnest(),
            json_object(_filtered(cells, ~fine), int((~fine).sum()))
            .str.slice(0, RAW_SHOWN)
            .alias("raw"),
        )
        repeated = self._seen.repeats(_filtered(cells, fine), int(fine.sum()))
        accepted = with_keys(frame.filter(fine).filter(~repeated))
        is_post = pl.any_horizontal(pl.col(CONTENT).is_not_null())
        belongs = ~is_post & pl.all_horizontal(pl.col("account_key", "group_key").is_not_null())
        posts = accepted.filter(is_post)
        memberships = accepted.filter(belongs)
        return Batch(
            rows_read=len(frame) + len(rows.refused),
            rows_merged=int(repeated.sum()),
            rows_described=len(accepted) - len(posts) - len(memberships),
            bytes_read=rows.bytes_read,
            posts=posts.select(POSTS.names()),
            memberships=memberships.select(MEMBERSHIPS.names()),
            accounts=accounts_of(accepted),
            groups=groups_of(accepted),
            aliases=aliases_of(accepted) if self._told else ALIASES.to_frame(),
            images=images_of(posts) if self._told else IMAGES.to_frame(),
            rejected=pl.concat([refused.select(REJECTED.names()), refused_table(rows.refused)]),
        )

    def _frame(self, cells: dict[str, pl.Series], locators: pl.Series) -> pl.DataFrame:
        """Lay out the known columns, the times read, what else is said, and what is wrong."""
        length = len(locators)
        known = [
            _nothing(length, name)
            if name not in self._columns or name not in cells
            else cells[name].alias(name)
            for name in (*COLUMNS, *TOLD)
        ]
        extra = {name: column for name, column in cells.items() if name not in self._columns}
        frame = pl.DataFrame(known).with_columns(pl.exclude(FREE_TEXT).str.strip_chars())
        frame, damaged = self._damage.contacts(frame)
        frame, placeholders = without_placeholders(frame)
        self._has_placeholders |= bool(placeholders)
        posted = self._damage.times(frame["posted_at"], self._clock)
        collected = self._damage.times(frame["collected_at"], self._clock)
        frame = frame.with_columns(
            pl.col("platform").fill_null(pl.lit(self._platform, pl.String)),
            pl.col("posted_at").alias("posted_at_raw"),
            pl.col("collected_at").alias("collected_at_raw"),
            posted["time"].alias("posted_at"),
            posted["assumed"].alias("time_zone_assumed"),
            collected["time"].alias("collected_at"),
            locators.cast(pl.String).alias("locator"),
            json_object(placeholders | extra | damaged, length).alias("extra"),
            _holds_nul(cells, length).alias("holds_nul"),
        )
        return frame.with_columns(
            pl.coalesce("posted_at", "collected_at").alias("seen_at"),
            problem(
                told=self._told,
                by_handle=self._by_handle,
                rounded=self._damage.rounded_columns(frame),
            ).alias("problem"),
        )


def json_object(columns: dict[str, pl.Series], length: int) -> pl.Series:
    """Write each row's cells that are not null as one JSON object; null where all are."""
    frame = pl.DataFrame([column.alias(str(at)) for at, column in enumerate(columns.values())])
    if not columns:
        return _nothing(length, "json")
    members = [
        pl.when(pl.col(str(at)).is_not_null()).then(
            pl.struct(pl.col(str(at)).alias(name))
            .struct.json_encode()
            .str.strip_prefix("{")
            .str.strip_suffix("}")
        )
        for at, name in enumerate(columns)
    ]
    joined = pl.concat_str(members, separator=",", ignore_nulls=True)
    return frame.select(
        pl.when(joined != "").then(pl.concat_str(pl.lit("{"), joined, pl.lit("}"))).alias("json")
    ).to_series()


def _nothing(length: int, name: str) -> pl.Series:
    """Give a column in which nothing is said."""
    return pl.repeat(None, length, dtype=pl.String, eager=True).alias(name)


def _blank_to_null(column: pl.Series) -> pl.Series:
    """Make the blank cells of a column null."""
    return column.to_frame("cell").select(
        pl.when(pl.col("cell").str.contains(_FILLED)).then("cell").alias("cell")
    )["cell"]


def _filtered(columns: dict[str, pl.Series], keep: pl.Series) -> dict[str, pl.Series]:
    """Keep some rows of columns."""
    return {name: column.filter(keep) for name, column in columns.items()}


def _holds_nul(columns: dict[str, pl.Series], length: int) -> pl.Series:
    """Whether any cell of a row holds a NUL character."""
    found = pl.repeat(False, length, dtype=pl.Boolean, eager=True)
    for column in columns.values():
        found = found | column.str.contains("\0", literal=True).fill_null(False)
    return found
