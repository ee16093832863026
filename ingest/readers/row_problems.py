"""What is wrong with a row of a table, so that it is refused."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from ingest.readers.placeholders import FRACTION
from ingest.readers.spreadsheet_damage import ROUNDED_ID, how_spoilt, spoilt

CONTENT = ("text", "post_id", "post_url", "image", "price")
IDENTIFIERS = ("account_id", "group_id", "post_id")
KEY_PARTS = ("platform", "account_id", "group_id", "group_name", "post_id")
LONGEST_KEY_PART = 500


def problem(*, told: bool, by_handle: bool = False, rounded: Collection[str] = ()) -> pl.Expr:
    """Name the first thing wrong with a row, as a struct of field and reason; null when nothing is.

    Parameters
    ----------
    told : bool
        Whether a reader tells the row: it may then be about an account or a group alone, and a
        post may be nobody's.
    by_handle : bool
        Whether an account may be named by its handle alone.
    rounded : collection of str
        Columns of identifiers whose long ones a spreadsheet rounded.
    """
    named = ["group_id", "group_name", *(["group_handle"] if told else [])]
    nothing_said = pl.all_horizontal(pl.col(*CONTENT, *named).is_null())
    nobody = pl.col("account_id").is_null()
    if by_handle:
        nobody &= pl.col("account_handle").is_null()
    if told:
        nothing_said &= pl.all_horizontal(pl.col("account_id", "account_handle").is_null())
        nobody = pl.lit(value=False)
    return pl.coalesce(
        _refuse(pl.col("holds_nul"), None, pl.lit("the row holds a NUL character")),
        _refuse(pl.col("platform").is_null(), "platform", pl.lit("no platform is named")),
        _refuse(nobody, "account_id", pl.lit("no account is named")),
        *(
            _refuse(
                pl.col(name).str.len_chars() > LONGEST_KEY_PART,
                name,
                pl.lit(f"it is longer than {LONGEST_KEY_PART} characters"),
            )
            for name in KEY_PARTS
        ),
        *(_refuse(spoilt(name), name, how_spoilt(name)) for name in IDENTIFIERS),
        *(
            _refuse(
                pl.col(name).str.contains(FRACTION),
                name,
                pl.format("'{}' is an id that a program rounded to a fraction", name),
            )
            for name in IDENTIFIERS
        ),
        _refuse(
            pl.col("account_id").is_null() & spoilt("account_handle"),
            "account_handle",
            how_spoilt("account_handle"),
        ),
        *(
            _refuse(
                pl.col(name).str.contains(ROUNDED_ID),
                name,
                pl.format("'{}' is an id that a spreadsheet rounded to 15 digits", name),
            )
            for name in rounded
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
