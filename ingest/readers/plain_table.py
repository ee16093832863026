"""The plain table: rows whose columns have the agreed names become records."""

from __future__ import annotations

import re
from collections.abc import Collection

import polars as pl

from graph import keys
from graph.errors import SourceError
from graph.records import ACCOUNTS, GROUPS, MEMBERSHIPS, POSTS, REJECTED, Batch
from ingest.readers.columns import COLUMNS
from ingest.readers.options import ReadOptions
from ingest.readers.record_keys import with_keys
from ingest.readers.repeats import SeenRows
from ingest.readers.rows import RAW_SHOWN, Rows, quoted, refused_table
from ingest.readers.times import Clock, read_times

FREE_TEXT = ("text", "account_name", "account_bio", "group_name", "location", "contact", "price")
CONTENT = ("text", "post_id", "post_url", "image", "price")
IDENTIFIERS = ("account_id", "group_id", "post_id", "contact")
UNSAID = ("forwarded_from", "reply_to", "event", "by_key")
KEY_PARTS = ("platform", "account_id", "group_id", "group_name", "post_id")
LONGEST_KEY_PART = 500
_CUT_NUMBER = r"(?:^|;)\s*[+-]?\d(?:[.,]\d+)?[eE]\+\d+\s*(?:;|$)"
_FILLED = r"[^\s\x1c-\x1f]"
_SPACES = re.compile(r"[\s-]+")
_ACCOUNT = {
    "account_key": "account_key",
    "platform": "platform",
    "native_id": "account_id",
    "handle": "account_handle",
    "name": "account_name",
    "url": "account_url",
    "bio": "account_bio",
}
_GROUP = {
    "group_key": "group_key",
    "platform": "platform",
    "native_id": "group_id",
    "name": "group_name",
}


def plain_name(column: str) -> str:
    """Give the plain table's name of a column as a person may have typed it (``Account ID``)."""
    name = _SPACES.sub("_", keys.fold(column))
    return name if name in COLUMNS else column


def check_columns(columns: Collection[str], options: ReadOptions, place: str) -> None:
    """Raise `SourceError` unless a table has the columns without which no row can be read.

    Parameters
    ----------
    columns : collection of str
        Column names, those of the plain table as it names them.
    options : ReadOptions
        May supply the platform.
    place : str
        File (and sheet) for messages.
    """
    missing = [name for name in ("platform", "account_id") if name not in columns]
    if options.platform is not None and "platform" in missing:
        missing.remove("platform")
    if missing:
        remedy = "pass --platform NAME" if missing == ["platform"] else "describe it with --mapping"
        raise SourceError(
            f"{place}: the table lacks {quoted(missing)} (it has {quoted(list(columns))}); "
            f"name its columns as the plain table does, or {remedy}."
        )
    if not set(columns) - {"platform", "account_id"}:
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
    """

    def __init__(self, options: ReadOptions, time_format: str | None = None) -> None:
        self._platform = options.platform
        self._clock = Clock(options.time_zone, time_format)
        self._seen = SeenRows()

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
            that is too long to be one, or a NUL character. A row equal in all its cells to an
            earlier accepted one is merged.
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
        return Batch(
            rows_read=len(frame) + len(rows.refused),
            rows_merged=int(repeated.sum()),
            bytes_read=rows.bytes_read,
            posts=accepted.filter(is_post).select(POSTS.names()),
            memberships=accepted.filter(~is_post).select(MEMBERSHIPS.names()),
            accounts=_descriptions(accepted, _ACCOUNT)
            .with_columns(contact=pl.lit(None, pl.String))
            .select(ACCOUNTS.names()),
            groups=_descriptions(accepted, _GROUP).select(GROUPS.names()),
            rejected=pl.concat([refused.select(REJECTED.names()), refused_table(rows.refused)]),
        )

    def _frame(self, cells: dict[str, pl.Series], locators: pl.Series) -> pl.DataFrame:
        """Lay out the known columns, the times read, what else is said, and what is wrong."""
        length = len(locators)
        known = [
            cells.get(name, pl.repeat(None, length, dtype=pl.String, eager=True)).alias(name)
            for name in COLUMNS
        ]
        extra = {name: column for name, column in cells.items() if name not in COLUMNS}
        frame = pl.DataFrame(known).with_columns(pl.exclude(FREE_TEXT).str.strip_chars())
        posted = read_times(frame["posted_at"], self._clock)
        collected = read_times(frame["collected_at"], self._clock)
        frame = frame.with_columns(
            pl.col("platform").fill_null(pl.lit(self._platform, pl.String)),
            pl.col("posted_at").alias("posted_at_raw"),
            pl.col("collected_at").alias("collected_at_raw"),
            posted["time"].alias("posted_at"),
            posted["assumed"].alias("time_zone_assumed"),
            collected["time"].alias("collected_at"),
            locators.cast(pl.String).alias("locator"),
            json_object(extra, length).alias("extra"),
            _holds_nul(cells, length).alias("holds_nul"),
        )
        return frame.with_columns(
            pl.coalesce("posted_at", "collected_at").alias("seen_at"),
            *(pl.lit(None, pl.String).alias(name) for name in UNSAID),
            _problem().alias("problem"),
        )


def json_object(columns: dict[str, pl.Series], length: int) -> pl.Series:
    """Write each row's cells that are not null as one JSON object; null where all are."""
    frame = pl.DataFrame([column.alias(str(at)) for at, column in enumerate(columns.values())])
    if not columns:
        return pl.repeat(None, length, dtype=pl.String, eager=True)
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


def _problem() -> pl.Expr:
    """Name the first thing wrong with a row, as field and reason; null when nothing is."""
    nothing_said = pl.all_horizontal(pl.col(*CONTENT, "group_id", "group_name").is_null())
    return pl.coalesce(
        _refuse(pl.col("holds_nul"), None, pl.lit("the row holds a NUL character")),
        _refuse(pl.col("platform").is_null(), "platform", pl.lit("no platform is named")),
        _refuse(pl.col("account_id").is_null(), "account_id", pl.lit("no account is named")),
        *(
            _refuse(
                pl.col(name).str.len_chars() > LONGEST_KEY_PART,
                name,
                pl.lit(f"it is longer than {LONGEST_KEY_PART} characters"),
            )
            for name in KEY_PARTS
        ),
        *(
            _refuse(
                pl.col(name).str.contains(_CUT_NUMBER),
                name,
                pl.format("'{}' is a number that a spreadsheet cut short", name),
            )
            for name in IDENTIFIERS
        ),
        *(
            _refuse(
                pl.col(f"{name}_raw").is_not_null() & pl.col(name).is_null(),
                name,
                pl.format("'{}' cannot be read as a time", f"{name}_raw"),
            )
            for name in ("posted_at", "collected_at")
        ),
        _refuse(nothing_said, "text", pl.lit("the row says neither a post nor a group")),
    )


def _refuse(condition: pl.Expr, field: str | None, reason: pl.Expr) -> pl.Expr:
    """Field and reason where a condition holds, else null."""
    return pl.when(condition).then(
        pl.struct(pl.lit(field, pl.String).alias("field"), reason.alias("reason"))
    )


def _descriptions(accepted: pl.DataFrame, columns: dict[str, str]) -> pl.DataFrame:
    """Distinct descriptions of accounts or groups, each at its earliest sighting."""
    key, *_ = columns
    seen = pl.coalesce("collected_at", "posted_at").alias("seen_at")
    return (
        accepted.filter(pl.col(key).is_not_null())
        .select(*(pl.col(source).alias(name) for name, source in columns.items()), seen, "locator")
        .sort("seen_at", nulls_last=True, maintain_order=True)
        .unique(list(columns), keep="first", maintain_order=True)
    )
