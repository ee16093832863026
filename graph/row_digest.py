"""A digest of the rows of tables: the same for the same rows, however they were put in order."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import polars as pl
import pyarrow as pa

ROWS_AT_A_TIME = 100_000


class Digest(Protocol):
    """What takes in bytes, as ``hashlib.sha256()`` does."""

    def update(self, data: bytes | memoryview, /) -> None:
        """Take in some more."""


def add_rows(digest: Digest, table: pl.DataFrame) -> None:
    """Add the rows of a table to a digest.

    Parameters
    ----------
    digest : Digest
        As of ``hashlib``.
    table : polars.DataFrame
        Columns of text, numbers, truth values, days and times (UTC); no lists.

    Notes
    -----
    The rows are put in order by all columns; then, `ROWS_AT_A_TIME` at a time, the columns are
    taken in one by one: their name and type, which values are missing, and the values as
    little-endian numbers or as UTF-8 with the length of each. No two tables of different rows are
    taken in as the same bytes, and nothing rests on how a library hashes or prints values. Cost:
    linear in the cells, but for the sort where the rows do not come in order.
    """
    digest.update(f"\x1d{len(table)}\x1f{table.width}".encode())
    for some in table.sort(pl.all()).iter_slices(ROWS_AT_A_TIME):
        for column in some:
            _add_column(digest, column)


def _add_column(digest: Digest, column: pl.Series) -> None:
    """Add the name of a column, which values are missing, and all others."""
    digest.update(f"\x1e{column.name}\x1f".encode())
    digest.update(np.packbits(column.is_null().to_numpy()).tobytes())
    if column.dtype == pl.String:
        _add_texts(digest, column.fill_null(""))
    else:
        _add_numbers(digest, column.to_physical())


def _add_numbers(digest: Digest, numbers: pl.Series) -> None:
    """Add numbers, eight bytes for each."""
    if numbers.dtype.is_float():
        kind, plain = "<f8", numbers.cast(pl.Float64)
    elif numbers.dtype.is_unsigned_integer():
        kind, plain = "<u8", numbers.cast(pl.UInt64)
    else:
        kind, plain = "<i8", numbers.cast(pl.Int64)
    digest.update(kind.encode())
    digest.update(np.ascontiguousarray(plain.fill_null(0).to_numpy(), kind).tobytes())


def _add_texts(digest: Digest, texts: pl.Series) -> None:
    """Add the lengths of texts, then all of them as UTF-8."""
    lengths = texts.str.len_bytes().to_numpy()
    digest.update(b"text")
    digest.update(np.ascontiguousarray(lengths, "<u8").tobytes())
    written = texts.rechunk().to_arrow().cast(pa.large_binary())
    _, ends, data = written.buffers()
    if data is not None:
        first, last = np.frombuffer(ends, np.int64)[[written.offset, written.offset + len(texts)]]
        digest.update(memoryview(data)[first:last])
