"""What is wrong with a row of a links table, so that it is refused."""

from __future__ import annotations

import polars as pl

LONGEST_KIND = 200
_DAY_OR_MONTH_FIRST = r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"


def problem() -> pl.Expr:
    """Name the first thing wrong with a row, as a struct of field and reason; null when nothing is.

    The row has ``from_end`` and ``to_end`` as structs of key and problem.
    """
    return pl.coalesce(
        _refuse(pl.col("holds_nul"), None, pl.lit("the row holds a NUL character")),
        *(_end(end) for end in ("from", "to")),
        _refuse(pl.col("kind").is_null(), "kind", pl.lit("no kind of relation is named")),
        _refuse(
            pl.col("kind").str.len_chars() > LONGEST_KIND,
            "kind",
            pl.lit(f"it is longer than {LONGEST_KIND} characters"),
        ),
        *(
            _time(field, raw, read)
            for field, raw, read in (
                ("time", "occurred_at_raw", "occurred_at"),
                ("collected_at", "collected_at_raw", "collected_at"),
            )
        ),
    )


def _end(end: str) -> pl.Expr:
    """Refuse an end that is missing or cannot be one."""
    wrong = pl.col(f"{end}_end").struct.field("problem")
    missing = pl.col(f"{end}_end").struct.field("key").is_null() & wrong.is_null()
    return pl.coalesce(
        _refuse(missing, end, pl.lit("one end of the relation is missing")),
        _refuse(wrong.is_not_null(), end, wrong),
    )


def _time(field: str, raw: str, read: str) -> pl.Expr:
    """Refuse a time that cannot be read."""
    is_unread = pl.col(raw).is_not_null() & pl.col(read).is_null()
    return pl.coalesce(
        _refuse(
            is_unread & pl.col(raw).str.contains(_DAY_OR_MONTH_FIRST),
            field,
            pl.format("'{}' may begin with the day or the month; pass --date-order", raw),
        ),
        _refuse(is_unread, field, pl.format("'{}' cannot be read as a time", raw)),
    )


def _refuse(condition: pl.Expr, field: str | None, reason: pl.Expr) -> pl.Expr:
    """Field and reason where a condition holds, else null."""
    return pl.when(condition).then(
        pl.struct(pl.lit(field, pl.String).alias("field"), reason.alias("reason"))
    )
