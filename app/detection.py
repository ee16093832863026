"""A detection from archive to graph: tables read, ties found, frozen, written."""

from __future__ import annotations

from collections.abc import Callable

from app.intake import OpenStore, Steps, bring_up_to_date
from graph import detect
from graph.calibration import read_calibration
from graph.results import write_results
from graph.settings import DetectionSettings
from graph.snapshots import write_snapshot
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.tables import tables


def detect_networks(
    workspace: Workspace,
    settings: DetectionSettings,
    *,
    as_of: str | None,
    who: str,
    open_store: OpenStore,
    steps: Steps | None = None,
    on_wait: Callable[[], None] | None = None,
) -> detect.Detection:
    """Detect networks as known by the end of a day, freeze them, and write them to the graph.

    Parameters
    ----------
    workspace : Workspace
        Whose evidence.
    settings : DetectionSettings
        Method, seed, layers.
    as_of : str or None
        The day (``YYYY-MM-DD``, UTC); None: the day of the latest sighting.
    who : str
        Who does this; noted in the journal.
    open_store : callable
        Opens the graph.
    steps, on_wait : callable, optional
        As of `app.intake.take_in`.

    Returns
    -------
    graph.detect.Detection
    """
    told = steps or (lambda step, done, in_all: None)
    with workspace.writer(on_wait=on_wait):
        bring_up_to_date(workspace, open_store=open_store, steps=steps)
        told("Weighing evidence", 0, 1)
        known = tables(workspace, as_of)
        found = detect.run(known, settings, read_calibration(workspace.calibration_file))
        told("Weighing evidence", 1, 1)
        write_snapshot(workspace, found)
        with open_store(workspace) as store:
            write_results(
                store, found, progress=lambda done, all_: told("Writing networks", done, all_)
            )
        Journal(workspace).append(
            "detect",
            who,
            snapshot=found.snapshot,
            as_of=found.as_of,
            calibration=found.calibration,
        )
    return found
