"""Two days made comparable: snapshots with the same settings and calibration, made if need be."""

from __future__ import annotations

from app.finding import find_networks
from app.material import material_of
from app.steps import Steps
from graph.calibration import read_calibration
from graph.detect import overridden
from graph.detection import Detection
from graph.settings import DetectionSettings
from graph.snapshots import read_snapshot, snapshots_alike, write_snapshot
from graph.tables import Tables
from graph.workspace import Workspace
from ingest.judgements import judged


def snapshot_of(
    workspace: Workspace,
    settings: DetectionSettings,
    as_of: str,
    told: Steps,
    *,
    after: Detection | None = None,
    known: Tables | None = None,
    shown: bool = False,
) -> Detection:
    """Take the snapshot of a day, made now unless one made alike is there.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock; its sources have been extracted.
    settings : DetectionSettings
        The settings of the comparison; the calibration is the workspace's.
    as_of : str
        The day.
    told : callable
        Told what is being done.
    after : Detection, optional
        The earlier day of the comparison: only a snapshot whose ids go on from it will do, and
        one that obeys all that is judged by now. Without it, a snapshot keeps what was judged
        when it was made, so that the comparison shows what later judgements changed.
    known : Tables, optional
        What is known by that day, where it has been read already.
    shown : bool
        Make it the one that is shown.
    """
    calibration = overridden(read_calibration(workspace.calibration_file), settings).name
    material = material_of(workspace, as_of)
    alike = [
        each.snapshot
        for each in snapshots_alike(workspace, settings, calibration)
        if (each.as_of, each.material) == (as_of, material)
        and (after is None or each.before == after.snapshot)
    ]
    if alike:
        found = read_snapshot(workspace, alike[-1])
        if after is None or found.judgements.equals(judged(workspace, as_of).table):
            if shown:
                write_snapshot(workspace, found)
            return found
    return find_networks(
        workspace, settings, as_of, told, known=known, after=after, aside=not shown
    )
