"""Times of records as people and switches write them: day or month first, in two columns."""

from __future__ import annotations

import polars as pl

_YEAR_FIRST = r"^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(.*)$"
_YEAR_LAST = r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)$"
_CLOCK = r"^[T ,]*(\d{1,2}):(\d{2})(.*)$"
_CLOCK_ALONE = r"^\d{1,2}:\d{2}"
_PLACES = {"dmy": (3, 2, 1), "mdy": (3, 1, 2)}


def in_order(times: pl.Series, date_order: str | None) -> pl.Series:
    """Write dates year first, as `ingest.readers.times.read_times` wants them.

    Parameters
    ----------
    times : polars.Series of str
        What is in no known form stays as it is.
    date_order : {"dmy", "mdy", "ymd"} or None
        Of dates that end with the year; null: these are left alone.
    """
    text = pl.col("time")
    forms = [_rewritten(text, _YEAR_FIRST, (1, 2, 3))]
    if date_order in _PLACES:
        forms.append(_rewritten(text, _YEAR_LAST, _PLACES[date_order]))
    return times.alias("time").to_frame().select(pl.coalesce(*forms, text).alias("time"))["time"]


def joined(date: pl.Series, clock: pl.Series) -> pl.Series:
    """Put a date and a time of day of two columns together; what is no time of day stands alone."""
    both = pl.DataFrame({"date": date, "clock": clock})
    is_clock = pl.col("clock").str.contains(_CLOCK_ALONE)
    return both.select(
        pl.when(is_clock & pl.col("date").is_not_null())
        .then(pl.concat_str(pl.col("date").str.slice(0, 10), "clock", separator=" "))
        .otherwise(pl.coalesce("clock", "date"))
        .alias("time")
    )["time"]


def _rewritten(text: pl.Expr, form: str, places: tuple[int, int, int]) -> pl.Expr:
    """Write a date of a form with its year, month and day at their places; null where it is not."""
    year, month, day = (text.str.extract(form, place) for place in places)
    rest = text.str.extract(form, 4)
    hour, minute, after = (rest.str.extract(_CLOCK, place) for place in (1, 2, 3))
    clock = pl.concat_str(pl.lit("T"), hour.str.zfill(2), pl.lit(":"), minute, after)
    date = pl.concat_str(year, month.str.zfill(2), day.str.zfill(2), separator="-")
    return pl.concat_str(date, pl.coalesce(clock, rest))
