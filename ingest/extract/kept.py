"""Tables that take long to work out and never change, kept between runs of the program."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.cache import cache_folder


def kept(name: str, version: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
    """Read a table that was made before, or make and keep it.

    Parameters
    ----------
    name : str
        What it is; a part of its file's name.
    version : str
        Changes with everything that decides what is in it; letters, digits, ``.`` and ``-``.
    make : callable
        Makes the table.

    Returns
    -------
    DataFrame
        The same as ``make`` gives. Where the cache cannot be read or written, it is made each
        time; a file that is broken is made again.
    """
    path = cache_folder() / "tables" / f"{name}-{version}.parquet"
    with suppress(OSError, pl.exceptions.PolarsError):
        return pl.read_parquet(path)
    table = make()
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError, pl.exceptions.PolarsError):
        path.parent.mkdir(parents=True, exist_ok=True)
        table.write_parquet(draft)
        draft.replace(path)
    return table


def code_of(*files: str | Path) -> str:
    """Give the fingerprint of source files: what they make is made again when they change."""
    digest = hashlib.sha256()
    for file in sorted(map(str, files)):
        digest.update(Path(file).read_bytes())
    return digest.hexdigest()[:12]


def kept_codes(
    name: str, source: str, make: Callable[[], npt.NDArray[np.uint32]]
) -> npt.NDArray[np.uint32]:
    """Read or make what each code point stands for; see `kept`.

    Parameters
    ----------
    name : str
    source : str
        File of the code that makes it; the version of Unicode counts as well.
    make : callable
        Gives an array with an entry for each code point.
    """
    known = f"{code_of(source)}-{unicodedata.unidata_version}"
    return kept(name, known, lambda: pl.DataFrame({"to": make()}))["to"].to_numpy()
