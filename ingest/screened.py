"""The archive as everything beyond it sees it: without our own side, one key for each."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import polars as pl

from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import derived, derived_of
from ingest.handles import Handles, handles_of
from ingest.screen import Screen, screen_of
from ingest.source_record import SourceRecord


class Screened:
    """The evidence of a workspace without our own accounts, hidden in what others say of them.

    What was captured under a handle stands under the id that the handle was stated to be of.

    Parameters
    ----------
    workspace : Workspace
        Whose evidence.

    Notes
    -----
    Whatever leaves the archive for the graph, a detection, an export or a person is read through
    this; `Archive` itself is for taking in, for extraction, and for our own side asked by name.
    Neither is taken for the other. Without an own side both show the same.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._archive = Archive(workspace)

    @property
    def workspace(self) -> Workspace:
        """Whose evidence this is."""
        return self._workspace

    @cached_property
    def screen(self) -> Screen | None:
        """What is left out and hidden; None when there is no own side."""
        return screen_of(self._archive)

    @cached_property
    def handles(self) -> Handles:
        """Which handles stand for which ids."""
        return handles_of(self._archive)

    def sources(self, *, withdrawn: bool = False) -> list[SourceRecord]:
        """List the sources, by default those not withdrawn, in the order of their ingestion."""
        found = self._archive.sources(withdrawn=withdrawn)
        return found if self.screen is None else [_hidden(each, self.screen) for each in found]

    def records(self, sha256: str, table: str) -> pl.LazyFrame:
        """Scan a table of a source's records, without our own side; see `Archive.records`."""
        return self._of_others(table, self._archive.records(sha256, table))

    def derived(self, sha256: str, table: str) -> pl.LazyFrame:
        """Scan what was derived from a source, without our own side; see `ingest.derived`."""
        return self._of_others(table, derived(self._workspace, sha256, table))

    def all_records(self, table: str) -> pl.LazyFrame:
        """Scan a table of all sources' records, with ``source``, without our own side."""
        rows = self._archive.records_of(self._in_order, table)
        return self._of_others(table, rows)

    def all_derived(self, table: str) -> pl.LazyFrame:
        """Scan what was derived from all sources, with ``source``, without our own side."""
        return self._of_others(table, derived_of(self._workspace, self._in_order, table))

    @cached_property
    def _in_order(self) -> list[str]:
        """The sources that were not withdrawn, in the order of their ingestion."""
        return [source.sha256 for source in self._archive.sources()]

    def _of_others(self, table: str, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Leave our own side out of a table."""
        kept = rows if self.screen is None else self.screen.of_others(table, rows)
        return self.handles.resolved(table, kept)


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
