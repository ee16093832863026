"""Reading times as sources write them, into UTC."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from graph.errors import UsageError
from graph.records import UTC

_ISO = (
    r"^(?<date>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?<clock>\d{2}:\d{2})(?::(?<seconds>\d{2}))?(?:[.,](?<fraction>\d{1,9}))?"
    r" ?(?<zone>Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$"
)
_EPOCH = r"^(\d{10}|\d{13}|\d{10}\.\d{1,9})$"
_NAIVE = "%Y-%m-%dT%H:%M:%S%.f"
_MAX_OFFSET_MINUTES = 18 * 60
_FIRST_YEAR, _LAST_YEAR = 1900, 9998


@dataclass(frozen=True)
class Clock:
    """How times without a zone, or in a form of the source's own, are meant.

    Attributes
    ----------
    time_zone : str or None
        IANA name of the zone of times that carry none; null means UTC, marked as assumed.
    format : str or None
        The source's own form (``%d/%m/%Y``), tried before the common ones.
    """

    time_zone: str | None = None
    format: str | None = None

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.time_zone or "UTC")
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise UsageError(
                f"'{self.time_zone}' is not a time zone; name one as in Asia/Jakarta."
            ) from None


def read_times(values: pl.Series, clock: Clock) -> pl.DataFrame:
    """Read times in the forms that sources use.

    Parameters
    ----------
    values : polars.Series of str
        ISO 8601 with or without a zone, ``YYYY-MM-DD HH:MM[:SS]``, a date alone (its midnight),
        or epoch seconds (10 digits) or milliseconds (13); null where there is none.
    clock : Clock
        Zone and form of the source.

    Returns
    -------
    polars.DataFrame
        ``time`` (UTC; null: none given, or unreadable) and ``assumed`` (whether UTC was taken
        for want of a zone; null where there is no time), one row per value, in their order.

    Notes
    -----
    Each distinct value is read once. Years before 1900 are slips of a spreadsheet, and
    unreadable. A time that happens twice when clocks go back is taken as
    the earlier; one that clocks skip is unreadable.
    """
    name = "raw"
    raw = values.alias(name)
    distinct = pl.DataFrame([raw.unique().drop_nulls()])
    read = _read_distinct(distinct, clock)
    return raw.to_frame().join(read, on=name, how="left", maintain_order="left").drop(name)


def _read_distinct(distinct: pl.DataFrame, clock: Clock) -> pl.DataFrame:
    """Columns raw, time and assumed for distinct values."""
    text = pl.col("raw").str.strip_chars()
    parts = text.str.extract_groups(_ISO)
    frame = distinct.with_columns(
        parts.struct.field("date", "clock", "seconds", "fraction", "zone"),
        _epoch(text).alias("epoch"),
    )
    frame = frame.with_columns(
        pl.concat_str(
            "date",
            pl.lit("T"),
            pl.col("clock").fill_null("00:00"),
            pl.lit(":"),
            pl.col("seconds").fill_null("00"),
            pl.lit("."),
            pl.col("fraction").fill_null("0"),
        )
        .str.to_datetime(_NAIVE, time_unit="us", strict=False)
        .alias("naive"),
        _offset_minutes(pl.col("zone")).alias("offset"),
        *_own_form(text, clock),
    )
    local = clock.time_zone or "UTC"
    with_zone = pl.col("zone").is_not_null()
    stated = (pl.col("naive") - pl.duration(minutes="offset")).dt.replace_time_zone("UTC")
    return frame.select(
        "raw",
        pl.coalesce(
            "own_stated",
            _in_zone(pl.col("own_naive"), local),
            "epoch",
            pl.when(with_zone).then(stated).otherwise(_in_zone(pl.col("naive"), local)),
        )
        .cast(UTC)
        .alias("time"),
        (
            pl.lit(clock.time_zone is None)
            & pl.col("own_stated").is_null()
            & (pl.col("own_naive").is_not_null() | (pl.col("epoch").is_null() & ~with_zone))
        ).alias("assumed"),
    ).with_columns(
        pl.when(pl.col("time").dt.year().is_between(_FIRST_YEAR, _LAST_YEAR)).then(
            pl.col("time", "assumed")
        )
    )


def _epoch(text: pl.Expr) -> pl.Expr:
    """Epoch seconds or milliseconds as a time, null for anything else."""
    number = text.str.extract(_EPOCH).cast(pl.Float64)
    seconds = (
        pl.when(text.str.len_chars() == 13)
        .then(pl.when(text.str.contains(".", literal=True)).then(number).otherwise(number / 1000))
        .otherwise(number)
    )
    return (seconds * 1_000_000).round().cast(pl.Int64).cast(UTC)


def _offset_minutes(zone: pl.Expr) -> pl.Expr:
    """Minutes east of UTC that a zone suffix states; null when it states none or too many."""
    digits = zone.str.extract(r"^[+-](\d{2}):?(?:\d{2})?$").cast(pl.Int64) * 60 + zone.str.extract(
        r"^[+-]\d{2}:?(\d{2})$"
    ).cast(pl.Int64).fill_null(0)
    minutes = pl.when(zone.str.starts_with("-")).then(-digits).otherwise(digits)
    return (
        pl.when(minutes.abs() <= _MAX_OFFSET_MINUTES)
        .then(minutes)
        .when(minutes.is_null() & zone.is_not_null())
        .then(0)
    )


def _own_form(text: pl.Expr, clock: Clock) -> tuple[pl.Expr, pl.Expr]:
    """Read times in the source's own form, with a zone (own_stated) or without (own_naive)."""
    nothing = pl.lit(None)
    if clock.format is None:
        stated, naive = nothing, nothing
    elif "%z" in clock.format:
        stated, naive = text.str.to_datetime(clock.format, time_zone="UTC", strict=False), nothing
    else:
        stated, naive = nothing, text.str.to_datetime(clock.format, strict=False)
    return (
        stated.cast(UTC).alias("own_stated"),
        naive.cast(pl.Datetime("us")).alias("own_naive"),
    )


def _in_zone(naive: pl.Expr, zone: str) -> pl.Expr:
    """Local times of a zone as UTC."""
    return naive.dt.replace_time_zone(
        zone, ambiguous="earliest", non_existent="null"
    ).dt.convert_time_zone("UTC")
