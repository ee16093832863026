"""A digest of rows is that of the rows alone, whatever their order, and of all that they hold."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import polars as pl
import pytest

from graph.row_digest import add_rows

ROWS = pl.DataFrame(
    {
        "post_key": ["telegram:1", "telegram:2", "telegram:2", None, "telegram:3"],
        "text": ["ย\n\x1f", "", None, "a", "ab"],
        "price": [1.5, None, 0.0, 2.0, -2.0],
        "hash": pl.Series([1, 2**64 - 1, None, 0, 5], dtype=pl.UInt64),
        "many": [1, 2, 3, None, -5],
        "is_left": [True, False, None, True, False],
        "day": [date(2026, 1, 1), None, date(1969, 1, 1), date(2026, 1, 2), date(2026, 1, 3)],
        "seen_at": [datetime(2026, 1, 1, hour, tzinfo=UTC) for hour in range(5)],
    }
)


def test_the_order_of_rows_and_how_they_lie_in_memory_do_not_matter() -> None:
    turned = ROWS.reverse()
    in_pieces = pl.concat([ROWS[3:], ROWS[:2], ROWS[2:3]], rechunk=False)
    cut = pl.concat([ROWS, ROWS])[2:7]
    assert digest(ROWS) == digest(turned) == digest(in_pieces) == digest(cut)


def test_many_rows_are_as_few() -> None:
    many = pl.DataFrame({"post_key": [f"telegram:{n}" for n in range(250_001)]})
    assert digest(many) == digest(many.sample(fraction=1, shuffle=True, seed=1))
    assert digest(many) != digest(many[1:])


@pytest.mark.parametrize("column", ROWS.columns)
def test_every_value_counts_and_a_missing_one_is_no_value(column: str) -> None:
    lacking = pl.when(pl.int_range(pl.len()) != 4).then(pl.col(column))
    changed = [
        ROWS.with_columns(lacking),
        ROWS.with_columns(lacking.fill_null(pl.col(column).first())),
        ROWS.rename({column: "other"}),
        ROWS.drop(column),
    ]
    assert len({digest(ROWS), *map(digest, changed)}) == 5


def test_letters_do_not_move_from_one_value_to_the_next() -> None:
    apart = [["ab", "c"], ["a", "bc"], ["abc", ""], ["abc", None]]
    by_row = {digest(pl.DataFrame({"text": texts})) for texts in apart}
    by_column = {digest(pl.DataFrame([texts], schema=["a", "b"], orient="row")) for texts in apart}
    assert len(by_row) == len(by_column) == len(apart)


def test_nothing_rests_on_the_library_that_holds_the_rows() -> None:
    table = pl.DataFrame({"text": ["b", "é"], "many": [2, None]})
    written = (
        b"\x1d2\x1f2"
        b"\x1etext\x1f\x00text\x01\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0b\xc3\xa9"
        b"\x1emany\x1f\x40<i8\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    )
    assert digest(table) == hashlib.sha256(written).hexdigest()


def digest(table: pl.DataFrame) -> str:
    """The digest of one table."""
    made = hashlib.sha256()
    add_rows(made, table)
    return made.hexdigest()
