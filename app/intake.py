"""Taking material in from file to graph: read, archive, extract, load."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl

from app.rebuild import make_current
from app.steps import OpenStore, Steps
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import derived
from ingest.intake import Progress, ingest
from ingest.own_alike import may_be_own
from ingest.readers.options import ReadOptions
from ingest.report import IntakeReport
from ingest.source_record import Custody


def take_in(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    who: str,
    options: ReadOptions,
    custody: Custody,
    open_store: OpenStore,
    format_name: str | None = None,
    reading: Progress | None = None,
    steps: Steps | None = None,
    on_wait: Callable[[], None] | None = None,
    pictures: bool = True,
    passed_over: Callable[[Path], bool] | None = None,
) -> IntakeReport:
    """Read sources into the archive, extract contact details, and load the graph.

    Parameters
    ----------
    workspace : Workspace
        Where to.
    paths : sequence of Path
        Files, folders and zips.
    who : str
        Who does this.
    options, custody, format_name
        As of `ingest.intake.ingest`.
    open_store : callable
        Opens the graph; called only once something was read.
    reading, steps : callable, optional
        Told how far the reading, and then the other steps, have come.
    on_wait : callable, optional
        Called once when another command is writing to the workspace.
    pictures, passed_over
        As of `ingest.intake.ingest`.

    Returns
    -------
    IntakeReport
        With the contact details found in each source, and the accounts that may be our own
        side's where nobody has decided yet.
    """
    report = ingest(
        workspace,
        paths,
        options,
        who=who,
        custody=custody,
        format_name=format_name,
        progress=reading,
        on_wait=on_wait,
        pictures=pictures,
        passed_over=passed_over,
    )
    with workspace.writer(on_wait=on_wait):
        make_current(workspace, who=who, open_store=open_store, steps=steps)
    waiting = may_be_own(Archive(workspace))
    return report.with_contact_details(_count_details(workspace, report)).asking_about(waiting)


def _count_details(workspace: Workspace, report: IntakeReport) -> dict[str, int]:
    """Distinct contact details of each source of a report."""
    return {
        source.sha256: derived(workspace, source.sha256, "details")
        .select(pl.col("detail_key").n_unique())
        .collect()
        .item()
        for source in report.sources
        if source.sha256 and not source.error
    }
