"""One table of many sources as one scan: a plan with a branch for each takes seconds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl

SOURCE = "source"


def scan_sources(files: Mapping[str, Path], schema: pl.Schema) -> pl.LazyFrame:
    """Scan a table of sources, in their order, with the ``source`` that each row is from.

    Parameters
    ----------
    files : mapping of str to pathlib.Path
        By the source's SHA-256; all of that schema. Files that do not exist have no rows.
    schema : polars.Schema
        Of the table.

    Returns
    -------
    polars.LazyFrame
        Its columns, then ``source``.
    """
    found = {sha256: str(path) for sha256, path in files.items() if path.exists()}
    if not found:
        return pl.LazyFrame(schema=pl.Schema([*schema.items(), (SOURCE, pl.String)]))
    rows = pl.scan_parquet(
        list(found.values()), schema=schema, glob=False, include_file_paths=SOURCE
    )
    of_file = pl.col(SOURCE).replace_strict(
        list(found.values()), list(found), return_dtype=pl.String
    )
    return rows.with_columns(of_file)
