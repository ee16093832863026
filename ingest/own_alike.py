"""Accounts that may be our own side's too, because they share something with one that is."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from ingest.archive import Archive
from ingest.own import decisions, suggested_own
from ingest.screen import Screen, screen_of

TELLING_NAME = 8
"""Names of one word and fewer characters are borne by many."""


def may_be_own(archive: Archive) -> dict[str, tuple[str, str]]:
    """Give the accounts that may be our own side's and that nobody has decided about.

    Parameters
    ----------
    archive : Archive
        As it is, with our own side.

    Returns
    -------
    dict
        From key to the reason and the path of the source: what sources suggest, then accounts
        with the handle or name of an own one, then those to whom a source gives its posts.

    Notes
    -----
    The same name never makes accounts the same; it is reason enough to ask a person.
    """
    found = suggested_own(archive)
    screen = screen_of(archive)
    if screen is None:
        return found
    undecided = ~pl.col("account_key").is_in(
        pl.Series(sorted(screen.accounts | set(decisions(archive.workspace)))).implode()
    )
    for source in archive.sources():
        called = archive.records(source.sha256, "accounts").filter(undecided)
        wrote = archive.records(source.sha256, "posts").filter(undecided)
        for reason, keys in _reasons(called, wrote, screen):
            for key in keys:
                found.setdefault(key, (reason, source.path))
    return {key: told for key, told in found.items() if key not in screen.accounts}


def _reasons(
    called: pl.LazyFrame, wrote: pl.LazyFrame, screen: Screen
) -> list[tuple[str, list[str]]]:
    """Find the accounts of one source that share something with an own one, by what."""
    handles = _series(screen.traits.words)
    names = _series(name for name in screen.traits.names if _is_telling(name))
    handle = pl.col("handle").str.strip_chars().str.strip_chars_start("@").str.to_lowercase()
    return [
        ("it has the handle of one of your own", _keys(called, handle.is_in(handles))),
        ("it is called as one of your own is", _keys(called, pl.col("name").is_in(names))),
        (
            "another source gives its posts to one of your own",
            _keys(wrote, pl.col("post_key").is_in(_series(screen.posts))),
        ),
    ]


def _keys(rows: pl.LazyFrame, chosen: pl.Expr) -> list[str]:
    """Keys of the accounts of some rows, sorted."""
    return (
        rows.filter(chosen)
        .select(pl.col("account_key").unique().sort())
        .collect()
        .to_series()
        .to_list()
    )


def _series(values: Iterable[str]) -> pl.Series:
    """Make a set of values that a column can be compared with."""
    return pl.Series(sorted(values), dtype=pl.String).implode()


def _is_telling(name: str) -> bool:
    """Whether few would bear a name by chance."""
    return len(name.split()) > 1 or len(name) >= TELLING_NAME
