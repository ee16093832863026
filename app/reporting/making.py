"""Making a report: two days made comparable, compared, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from app.comparing import snapshot_of
from app.finding import note_detection, show_networks
from app.rebuild import make_current
from app.reporting.compared import Compared, compare
from app.reporting.contents import contents_of
from app.reporting.period import Asked, Period, period_of, weeks_between
from app.snapshots import read_snapshot
from app.steps import OpenStore, Steps, silent
from graph.detection import Detection
from graph.lineage_results import write_lineage
from graph.lookup.overview import latest_snapshot
from graph.settings import DetectionSettings, read_settings
from graph.snapshots import snapshots_alike
from graph.successor_results import write_successors
from graph.workspace import Workspace
from ingest.judgements import judged_successors
from ingest.tables import known_sources, known_span, tables

MOST_DAYS = 9
"""So many snapshots made alike are followed in the picture of lines of descent."""


def make_report(
    workspace: Workspace,
    asked: Asked,
    *,
    who: str,
    open_store: OpenStore,
    steps: Steps | None = None,
    on_wait: Callable[[], None] | None = None,
) -> dict[str, Any]:
    """Say what changed in a period, making the snapshots of both its days if need be.

    Parameters
    ----------
    workspace : Workspace
        Whose evidence.
    asked : Asked
        The period; by default the week of the latest sighting.
    who : str
        Who does this; noted in the journal.
    open_store : callable
        Opens the graph.
    steps, on_wait : callable, optional
        As of `app.intake.take_in`.

    Returns
    -------
    dict
        `app.reporting.contents.contents_of`.

    Raises
    ------
    UsageError
        If the period is none.
    WorkspaceError
        If the workspace holds no source.

    Notes
    -----
    A snapshot of the latest day becomes the one that is shown, in the graph too; those of other
    days are made aside.
    """
    told = steps or silent
    with workspace.writer(on_wait=on_wait):
        make_current(workspace, who=who, open_store=open_store, steps=steps, results=False)
        _, latest = known_span(workspace)
        return _make(workspace, period_of(asked, latest), latest, who, open_store, told)


def make_reports(
    workspace: Workspace,
    *,
    who: str,
    open_store: OpenStore,
    steps: Steps | None = None,
    on_wait: Callable[[], None] | None = None,
) -> Iterator[dict[str, Any]]:
    """Say what changed in each ISO week of the archive, the earliest first.

    The parameters are those of `make_report`.
    """
    told = steps or silent
    with workspace.writer(on_wait=on_wait):
        make_current(workspace, who=who, open_store=open_store, steps=steps, results=False)
        first, latest = known_span(workspace)
        for period in weeks_between(first, latest):
            yield _make(workspace, period, latest, who, open_store, told)


def _make(
    workspace: Workspace, period: Period, latest: str, who: str, open_store: OpenStore, told: Steps
) -> dict[str, Any]:
    """Make the report of one period."""
    settings = read_settings(workspace)
    is_latest = latest <= period.end
    before = _before(workspace, settings, period, told)
    known = tables(workspace, period.end)
    now = snapshot_of(
        workspace, settings, period.end, told, after=before, known=known, shown=is_latest
    )
    told("Comparing", 0, 1)
    decided = judged_successors(workspace, period.end)
    found = compare(period, before, now, known, decided)
    told("Comparing", 1, 1)
    if is_latest:
        _show(workspace, found, who, open_store, told)
    return contents_of(workspace, found, _days(workspace, settings, now), who)


def _show(
    workspace: Workspace, found: Compared, who: str, open_store: OpenStore, told: Steps
) -> None:
    """Show the second day in the graph, and what it goes on from."""
    with open_store(workspace) as store:
        shown = latest_snapshot(store)
        if shown is None or shown.id != found.now.snapshot:
            show_networks(store, found.now, told)
            note_detection(workspace, found.now, who)
        write_lineage(store, found.before, found.now, found.events.sure)
        write_successors(store, found.successors, found.now.snapshot)


def _before(
    workspace: Workspace, settings: DetectionSettings, period: Period, told: Steps
) -> Detection | None:
    """Take the snapshot of the first day; None where nothing was known by then."""
    if not known_sources(workspace, period.start):
        return None
    return snapshot_of(workspace, settings, period.start, told)


def _days(workspace: Workspace, settings: DetectionSettings, now: Detection) -> list[Detection]:
    """Read the last snapshots made alike, a week or more apart, the earliest first."""
    alike = {
        each.as_of: each.snapshot
        for each in snapshots_alike(workspace, settings, now.calibration)
        if each.as_of < now.as_of
    }
    chosen: list[str] = []
    day = date.fromisoformat(now.as_of)
    for as_of in sorted(alike, reverse=True):
        if day - date.fromisoformat(as_of) >= timedelta(days=7) and len(chosen) < MOST_DAYS - 1:
            chosen.append(alike[as_of])
            day = date.fromisoformat(as_of)
    return [*(read_snapshot(workspace, name) for name in reversed(chosen)), now]
