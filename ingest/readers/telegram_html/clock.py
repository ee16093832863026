"""Times as pages print them: the exporter's clock, and the offset of his zone in winter."""

from __future__ import annotations

import polars as pl

from ingest.readers.times import Clock, read_times

_PRINTED = (
    r"^(?<day>\d{1,2})\.(?<month>\d{2})\.(?<year>\d{4}) (?<clock>\d{2}:\d{2}(?::\d{2})?)"
    r"(?: (?<zone>UTC|GMT)(?<offset>[+-]\d{2}:?\d{2})?)?$"
)


def read_dates(printed: pl.Series, time_zone: str | None) -> pl.DataFrame:
    """Read times as pages print them (``09.03.2026 14:05:00 UTC+07:00``).

    Parameters
    ----------
    printed : polars.Series of str
        Null where there is none.
    time_zone : str, optional
        IANA name of the exporter's zone.

    Returns
    -------
    polars.DataFrame
        ``time`` (UTC; null: none given, or unreadable), ``assumed`` (whether UTC was taken for
        want of a zone), ``by_offset`` (whether the time rests on the printed offset) and
        ``elsewhere`` (whether the printed offset is not one of the exporter's zone), in the order
        of the values.

    Notes
    -----
    In summer, pages print the summer clock with the offset of winter. Where the printed offset is
    one that the exporter's zone has in that year, the clock is therefore read in that zone;
    otherwise the offset is taken as it stands.
    """
    frame = printed.cast(pl.String).to_frame("printed").select("printed", *_parts())
    stated = pl.coalesce(pl.concat_str("clock", "offset"), "clock", "printed")
    times = read_times(frame.select(stated).to_series(), Clock(time_zone)).with_columns(
        frame["offset"].is_not_null().alias("by_offset"), pl.lit(False).alias("elsewhere")
    )
    return times if time_zone is None else _in_zone(times, frame["clock"], time_zone)


def _parts() -> tuple[pl.Expr, pl.Expr]:
    """Clock and offset, as ISO 8601 writes them."""
    parts = pl.col("printed").str.strip_chars().str.extract_groups(_PRINTED).struct
    day = [parts.field("year"), parts.field("month"), parts.field("day").str.zfill(2)]
    clock = pl.concat_str(pl.concat_str(day, separator="-"), parts.field("clock"), separator="T")
    offset = pl.when(parts.field("zone").is_not_null()).then(
        parts.field("offset").fill_null("+00:00")
    )
    return clock.alias("clock"), offset.alias("offset")


def _in_zone(times: pl.DataFrame, clock: pl.Series, time_zone: str) -> pl.DataFrame:
    """Read the clock in the exporter's zone wherever the printed offset is one of that zone."""
    shown = read_times(clock, Clock())["time"].alias("shown")
    local = read_times(clock, Clock(time_zone))["time"].alias("local")
    year = pl.col("shown").dt.year()
    is_of_zone = pl.any_horizontal(
        _offset(pl.datetime(year, month, 1), time_zone) == pl.col("shown") - pl.col("time")
        for month in (1, 7)
    )
    is_local = pl.col("local").is_not_null() & is_of_zone.fill_null(False)
    return times.with_columns(shown, local).select(
        pl.when(pl.col("by_offset") & is_local).then("local").otherwise("time").alias("time"),
        "assumed",
        pl.col("by_offset") & ~is_local,
        (pl.col("by_offset") & ~is_of_zone.fill_null(True)).alias("elsewhere"),
    )


def _offset(moment: pl.Expr, time_zone: str) -> pl.Expr:
    """Tell how far a zone is from UTC at a moment of its own clock."""
    local = moment.dt.replace_time_zone(time_zone, ambiguous="earliest", non_existent="null")
    return local.dt.base_utc_offset() + local.dt.dst_offset()
