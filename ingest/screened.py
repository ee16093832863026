"""The archive as everything beyond it sees it: without our own side."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import polars as pl

from ingest.archive import Archive
from ingest.derived import derived
from ingest.screen import Screen, screen_of
from ingest.source_record import SourceRecord


class Screened(Archive):
    """The evidence of a workspace without our own accounts, hidden in what others say of them.

    Notes
    -----
    Whatever leaves the archive for the graph, a detection, an export or a person is read through
    this; `Archive` itself is for taking in, for extraction, and for our own side asked by name.
    Without an own side both are the same.
    """

    @cached_property
    def screen(self) -> Screen | None:
        """What is left out and hidden; None when there is no own side."""
        return screen_of(Archive(self.workspace))

    def source(self, sha256: str) -> SourceRecord:
        """Look up one archived source; see `Archive.source`."""
        found = super().source(sha256)
        return found if self.screen is None else _hidden(found, self.screen)

    def records(self, sha256: str, table: str) -> pl.LazyFrame:
        """Scan a table of a source's records, without our own side; see `Archive.records`."""
        return self._of_others(table, super().records(sha256, table))

    def derived(self, sha256: str, table: str) -> pl.LazyFrame:
        """Scan what was derived from a source, without our own side; see `ingest.derived`."""
        return self._of_others(table, derived(self.workspace, sha256, table))

    def _of_others(self, table: str, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Leave our own side out of a table."""
        return rows if self.screen is None else self.screen.of_others(table, rows)


class Unscreened(Screened):
    """The same with our own side, for those who ask for it by name."""

    screen = None


def _hidden(source: SourceRecord, screen: Screen) -> SourceRecord:
    """Hide our own side in what a source is called and in what its reader was told."""

    def text(said: str | None) -> str | None:
        return screen.mask.text(pl.Series([said], dtype=pl.String))[0]

    return replace(
        source,
        path=text(source.path) or "",
        chat=text(source.chat),
        mapping=text(source.mapping),
        private=[text(each) or "" for each in source.private],
        suggested_own={},
        notices=[text(each) or "" for each in source.notices],
    )
