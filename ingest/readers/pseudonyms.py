"""Authors whom 4CAT hides: by a salted hash in the place of each value, or by ``REDACTED``.

The salt is a data set's own, so that a hash stands for the same value throughout that data set and
for nothing outside it. Whoever is hidden gets an id that no platform gives (``pseudonym/…``), and
neither handle nor name; where only ``REDACTED`` stands, nobody is named at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from graph.records import Batch
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Read

REDACTED = "REDACTED"
PREFIX = "pseudonym/"
HIDDEN = (
    r"^(?:REDACTED|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{48}|[0-9a-f]{56}|[0-9a-f]{64}"
    r"|[0-9a-f]{96}|[0-9a-f]{128})$"
)
NOTICE = (
    "4CAT hid authors in this file: they are told apart within it at most, and are nobody outside."
)
_HIDDEN = re.compile(HIDDEN)


def is_hidden(value: str) -> bool:
    """Whether a value was replaced.

    >>> is_hidden("REDACTED"), is_hidden("kicau_shop")
    (True, False)
    """
    return _HIDDEN.match(value) is not None


def shown(value: str | None) -> str | None:
    """Give a value unless it was replaced."""
    return None if value is None or is_hidden(value) else value


def opaque(value: str | None) -> str | None:
    """Give an id for a value that was replaced by a hash; None for others."""
    if value is None or value == REDACTED or not is_hidden(value):
        return None
    return PREFIX + value


def author_columns(said: pl.DataFrame, names: Mapping[str, str]) -> dict[str, pl.Series]:
    """Lay out who wrote each row of a table.

    Parameters
    ----------
    said : polars.DataFrame
        ``id handle name`` as found, and ``has_group``: whether the row names a group, in which
        somebody may be known by name alone.
    names : mapping of str to str
        What ``id``, ``handle`` and ``name`` are called in the table.

    Returns
    -------
    dict of str to polars.Series
        ``account_id account_handle account_name``, and under the table's own names whatever is in
        none of these: what was replaced, and the names of those whom nothing else tells.
    """
    is_hidden_author = _replaced("id")
    with_ids = said.with_columns(
        pl.when(~is_hidden_author)
        .then("id")
        .when(pl.col("id") != REDACTED)
        .then(PREFIX + pl.col("id"))
        .alias("account_id"),
        *(
            pl.when(~is_hidden_author & ~_replaced(name)).then(name).alias(f"account_{name}")
            for name in ("handle", "name")
        ),
    )
    has_key = pl.any_horizontal(pl.col("account_id", "account_handle").is_not_null())
    told = with_ids.with_columns(pl.when(has_key | pl.col("has_group")).then("account_name"))
    kept = told.select(
        pl.when(pl.col(f"account_{name}").is_null()).then(name).alias(name)
        for name in ("id", "handle", "name")
    )
    return {
        **{name: told[name] for name in ("account_id", "account_handle", "account_name")},
        **{names[name]: kept[name] for name in kept.columns if name in names},
    }


def saying_so(read: Read) -> Read:
    """Make a reader say when a file's authors are hidden."""

    def read_and_say(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
        for batch in read(path, name, options):
            hidden = pl.col("account_key").str.contains(f":{PREFIX}", literal=True) | pl.col(
                "extra"
            ).str.contains(f'"{REDACTED}"', literal=True)
            found = batch.posts.select(hidden.any()).item()
            yield replace(batch, notices=(*batch.notices, NOTICE)) if found else batch

    return read_and_say


def _replaced(name: str) -> pl.Expr:
    """Whether a column's value was replaced."""
    return pl.col(name).str.contains(HIDDEN).fill_null(value=False)
