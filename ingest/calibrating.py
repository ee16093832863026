"""Changing a workspace's calibration: on purpose, by a named person, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.calibration import Calibration, read_calibration
from graph.calibration.text import Place, with_values
from graph.errors import NotFound, WorkspaceError
from graph.workspace import Workspace
from ingest.journal import Journal

CALIBRATE = "calibrate"
ACCEPT, UNDO = "accept", "undo"


def accept(
    workspace: Workspace, new: Calibration, values: Mapping[Place, float], *, why: str | None,
    who: str,
) -> Path:  # fmt: skip
    """Put a calibration in the place of the workspace's own.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    new : Calibration
        What is to be in force.
    values : mapping
        The numbers that differ, by their keys.
    why : str or None
        In the person's words.
    who : str
        Who accepts it.

    Returns
    -------
    Path
        The file that keeps the old calibration, named by its version.

    Raises
    ------
    WorkspaceError
        If the file in force is not the one that ``values`` were found with, or cannot be written;
        nothing is changed then.
    """
    place = workspace.calibration_file
    old = read_calibration(place)
    text = with_values(place.read_text(encoding="utf-8"), {**values, ("version",): new.version})
    draft = _draft(place, text)
    if read_calibration(draft).name != new.name:
        draft.unlink()
        raise WorkspaceError(
            f"{place}: the calibration was changed meanwhile; run `spoor calibrate` again."
        )
    kept = _keep(workspace, old.name)
    Journal(workspace).append(
        CALIBRATE, who, action=ACCEPT, before=old.name, after=new.name, kept=kept.name,
        numbers={".".join(key): value for key, value in values.items()},
        **({"why": why} if why else {}),
    )  # fmt: skip
    draft.replace(place)
    return kept


def undo(workspace: Workspace, *, why: str | None, who: str) -> tuple[str, str]:
    """Put back the calibration that the one in force took the place of.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    why : str or None
    who : str

    Returns
    -------
    tuple of str
        Names of the calibration given up, and of the one in force again.

    Raises
    ------
    NotFound
        If the one in force took nobody's place.
    WorkspaceError
        If the old file is missing or was changed.
    """
    place = workspace.calibration_file
    now = read_calibration(place).name
    entry = next((it for it in reversed(accepted(workspace)) if it["after"] == now), None)
    if entry is None:
        raise NotFound(f"the calibration {now} was not made by `spoor calibrate`; nothing to undo.")
    kept = workspace.root / str(entry["kept"])
    if read_calibration(kept).name != entry["before"]:
        raise WorkspaceError(f"{kept}: this was changed by hand; restore it from a backup.")
    _keep(workspace, now)
    draft = _draft(place, kept.read_text(encoding="utf-8"))
    Journal(workspace).append(
        CALIBRATE, who, action=UNDO, before=now, after=entry["before"],
        **({"why": why} if why else {}),
    )  # fmt: skip
    draft.replace(place)
    return now, str(entry["before"])


def accepted(workspace: Workspace) -> list[dict[str, Any]]:
    """Read which calibrations were accepted, in order."""
    return [it for it in Journal(workspace).entries(CALIBRATE) if it.get("action") == ACCEPT]


def _keep(workspace: Workspace, name: str) -> Path:
    """Copy the calibration in force beside itself, under its version and fingerprint."""
    kept = workspace.root / f"calibration-{name}.toml"
    if not kept.exists():
        text = workspace.calibration_file.read_text(encoding="utf-8")
        _draft(kept, text).replace(kept)
    return kept


def _draft(place: Path, text: str) -> Path:
    """Write a file's new text beside it."""
    draft = place.with_name(f".{place.name}.draft")
    try:
        draft.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"{draft}: the calibration cannot be written ({error.strerror}); free some space or "
            "mend the permissions and try again."
        ) from None
    return draft
