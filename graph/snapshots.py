"""Snapshots: a detection frozen in files, whole or absent."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from graph.detection import Detection
from graph.dossier.tables import ALTERNATIVES, HOLDS, INTERACTIONS, MEASURES, ROLES
from graph.errors import NotFound
from graph.judged import JUDGED
from graph.lifecycle.cluster_activity import CLUSTER_ACTIVITY
from graph.lifecycle.tables import ARRIVALS, PRESENCE, TOLD, TRACES
from graph.settings import DetectionSettings
from graph.ties.left_out import LEFT_OUT
from graph.workspace import Workspace

PARTS = ("ties", "reasons", "hubs", "texts", "clusters", "members", "coverage", "judgements",
         "left_out", "interactions", "roles", "measures", "holds", "alternatives",
         "presence", "traces", "activity", "told",
         "arrivals")  # fmt: skip
STANDING = ("told", "arrivals")
"""Parts that depend on the detection that one goes on from, whatever it is called."""
LATER_PARTS = {
    "judgements": JUDGED, "left_out": LEFT_OUT, "interactions": INTERACTIONS, "roles": ROLES,
    "measures": MEASURES, "holds": HOLDS, "alternatives": ALTERNATIVES,
    "presence": PRESENCE, "traces": TRACES, "told": TOLD, "arrivals": ARRIVALS,
    "activity": CLUSTER_ACTIVITY,
}  # fmt: skip
"""Parts that snapshots of earlier versions lack; they are read as empty there."""


ASIDE = 0
"""The place of snapshots that were made to be compared with, and are not shown unless asked for."""


@dataclass(frozen=True)
class SnapshotName:
    """A snapshot in the list of snapshots.

    Attributes
    ----------
    snapshot : str
        Its name.
    as_of : str
        The day whose knowledge it rests on.
    made : int
        Its place in the order in which they were made, from 1; `ASIDE`.
    calibration : str
    settings : DetectionSettings
        What it was made with.
    material : str or None
        What it was made from; null: a version that did not say made it.
    before : str or None
        The snapshot whose clusters' ids it goes on with.
    """

    snapshot: str
    as_of: str
    made: int
    calibration: str
    settings: DetectionSettings
    material: str | None
    before: str | None


def write_snapshot(workspace: Workspace, detection: Detection, *, aside: bool = False) -> Path:
    """Freeze a detection; a snapshot of the same name is the same, but for what it goes on from.

    Parameters
    ----------
    workspace : Workspace
    detection : Detection
    aside : bool
        Made to be compared with: what was made last stays what is shown.

    Returns
    -------
    Path
        The snapshot's folder: one Parquet file per table, the calibration, ``snapshot.json``.
    """
    target = workspace.snapshots / detection.snapshot
    if target.exists():
        for part in STANDING:
            _replace_part(target, part, getattr(detection, part))
        _write_about(target, detection)
        if not aside:
            _write_order(target, _next(workspace))
        return target
    draft = workspace.snapshots / f".{detection.snapshot}.draft"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    for part in PARTS:
        getattr(detection, part).write_parquet(draft / f"{part}.parquet")
    shutil.copyfile(workspace.calibration_file, draft / workspace.calibration_file.name)
    _write_about(draft, detection)
    _write_order(draft, ASIDE if aside else _next(workspace))
    draft.replace(target)
    return target


def read_snapshot(workspace: Workspace, name: str | None = None) -> Detection:
    """Read a snapshot, the one made last if none is named.

    Raises
    ------
    NotFound
        If there is no such snapshot, or none at all.
    """
    chosen = name or _latest(workspace)
    folder = workspace.snapshots / chosen
    if "/" in chosen or not (folder / "snapshot.json").exists():
        known = ", ".join(entry.snapshot for entry in list_snapshots(workspace)) or "none yet"
        raise NotFound(f"snapshot {chosen} does not exist; there are: {known}.")
    about = json.loads((folder / "snapshot.json").read_text(encoding="utf-8"))
    about["settings"] = DetectionSettings.model_validate(about["settings"])
    about.update({part: _read_part(folder, part) for part in PARTS})
    return Detection(**about)


def list_snapshots(workspace: Workspace, *, aside: bool = False) -> list[SnapshotName]:
    """List a workspace's snapshots in the order in which they were last made.

    Parameters
    ----------
    workspace : Workspace
    aside : bool
        Also those that were made to be compared with; they come first.
    """
    found = []
    for folder in workspace.snapshots.iterdir():
        if folder.name.startswith(".") or not (folder / "snapshot.json").exists():
            continue
        about = json.loads((folder / "snapshot.json").read_text(encoding="utf-8"))
        made = int((folder / "made").read_text(encoding="utf-8"))
        if made == ASIDE and not aside:
            continue
        settings = DetectionSettings.model_validate(about["settings"])
        found.append(
            SnapshotName(
                about["snapshot"], about["as_of"], made, about["calibration"], settings,
                about.get("material"), about.get("before"),
            )
        )  # fmt: skip
    return sorted(found, key=lambda entry: (entry.made, entry.as_of, entry.snapshot))


def snapshots_alike(
    workspace: Workspace, settings: DetectionSettings, calibration: str
) -> list[SnapshotName]:
    """List the snapshots with these settings and this calibration, those set aside first."""
    return [
        each
        for each in list_snapshots(workspace, aside=True)
        if (each.settings, each.calibration) == (settings, calibration)
    ]


def snapshot_near(
    workspace: Workspace, as_of: str, settings: DetectionSettings, calibration: str
) -> Detection | None:
    """Read the snapshot made alike whose clusters' ids a detection goes on with.

    That is the latest of that day or an earlier one, of several the one made last; else the
    earliest of a later day; None if none was made alike.
    """
    alike = snapshots_alike(workspace, settings, calibration)
    until = [each for each in alike if each.as_of <= as_of]
    later = [each for each in alike if each.as_of > as_of]
    if until:
        chosen = max(until, key=lambda each: (each.as_of, each.made))
    elif later:
        chosen = min(later, key=lambda each: (each.as_of, -each.made))
    else:
        return None
    return read_snapshot(workspace, chosen.snapshot)


def _read_part(folder: Path, part: str) -> pl.DataFrame:
    """Read one table of a snapshot."""
    file = folder / f"{part}.parquet"
    if part in LATER_PARTS and not file.exists():
        return LATER_PARTS[part].to_frame()
    return pl.read_parquet(file)


def _replace_part(folder: Path, part: str, table: pl.DataFrame) -> None:
    """Write one table of a snapshot anew, whole or not at all."""
    draft = folder / f".{part}.draft"
    table.write_parquet(draft)
    draft.replace(folder / f"{part}.parquet")


def _latest(workspace: Workspace) -> str:
    """The snapshot made last."""
    names = list_snapshots(workspace)
    if not names:
        raise NotFound("there is no snapshot yet; run `spoor detect` first.")
    return names[-1].snapshot


def _next(workspace: Workspace) -> int:
    """The next number in the order of making."""
    names = list_snapshots(workspace)
    return names[-1].made + 1 if names else 1


def _write_about(folder: Path, detection: Detection) -> None:
    """Note what a snapshot is of, and what it was made from."""
    about = {
        "snapshot": detection.snapshot,
        "as_of": detection.as_of,
        "calibration": detection.calibration,
        "settings": detection.settings.model_dump(mode="json"),
        "accounts": detection.accounts,
        "material": detection.material,
        "before": detection.before,
    }
    draft = folder / ".snapshot.draft"
    draft.write_text(json.dumps(about, indent=1), encoding="utf-8")
    draft.replace(folder / "snapshot.json")


def _write_order(folder: Path, made: int) -> None:
    """Note the place in the order of making."""
    draft = folder / ".made.draft"
    draft.write_text(str(made), encoding="utf-8")
    draft.replace(folder / "made")
