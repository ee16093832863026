"""One detection, step by step: found and frozen, shown in the graph, noted."""

from __future__ import annotations

from dataclasses import replace

from app.material import material_of
from app.own_side import to_be_made_for
from app.steps import Steps
from graph import detect
from graph.calibration import read_calibration
from graph.results import write_results
from graph.settings import DetectionSettings
from graph.snapshots import snapshot_near, write_snapshot
from graph.store import GraphStore
from graph.tables import Tables
from graph.workspace import Workspace
from ingest.extraction import extractor_of
from ingest.journal import Journal
from ingest.judgements import judged
from ingest.tables import tables


def find_networks(
    workspace: Workspace,
    settings: DetectionSettings,
    as_of: str | None,
    told: Steps,
    *,
    known: Tables | None = None,
    after: detect.Detection | None = None,
    aside: bool = False,
) -> detect.Detection:
    """Detect networks as known by the end of a day, and freeze them.

    The caller holds the workspace's writer lock; its sources have been extracted. ``known``: what
    is known by that day, where it has been read already; ``after``: the detection whose clusters'
    ids it goes on with, by default the nearest made alike; ``aside``: made to be compared with,
    not to be shown.
    """
    told("Weighing evidence", 0, 1)
    known = known or tables(workspace, as_of)
    calibration = read_calibration(workspace.calibration_file)
    in_force = detect.overridden(calibration, settings).name
    before = after or snapshot_near(workspace, known.as_of, settings, in_force)
    found = detect.run(known, settings, calibration, judged(workspace, known.as_of), before)
    told("Weighing evidence", 1, 1)
    found = replace(found, material=material_of(workspace, found.as_of))
    write_snapshot(workspace, found, aside=aside)
    return found


def show_networks(store: GraphStore, found: detect.Detection, told: Steps) -> None:
    """Write a detection into the graph as the latest."""
    write_results(store, found, progress=lambda done, all_: told("Writing networks", done, all_))


def note_detection(workspace: Workspace, found: detect.Detection, who: str) -> None:
    """Enter a detection into the journal, with what it was made from."""
    screened = to_be_made_for(workspace).screened
    Journal(workspace).append(
        "detect",
        who,
        snapshot=found.snapshot,
        as_of=found.as_of,
        calibration=found.calibration,
        extractor=extractor_of(workspace).version,
        **({"own": screened} if screened else {}),
    )
