"""What a detection would be made of now, for those who test or tune it without detecting."""

from __future__ import annotations

from typing import NamedTuple

from app.steps import Steps
from graph.calibration import Calibration, read_calibration
from graph.judged import Judged
from graph.settings import DetectionSettings, read_settings
from graph.tables import Tables
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.judgements import judged
from ingest.tables import tables


class Considered(NamedTuple):
    """What a detection is made of.

    Attributes
    ----------
    known : Tables
        What is known as of a day.
    settings : DetectionSettings
    calibration : Calibration
    judged : Judged
        What people decided.
    """

    known: Tables
    settings: DetectionSettings
    calibration: Calibration
    judged: Judged


def known_in(workspace: Workspace, as_of: str | None, told: Steps) -> Tables:
    """Read what detection would read; the caller holds the workspace's writer lock."""
    ensure_derived(
        workspace,
        Archive(workspace),
        lambda done, all_: told("Finding contact details", done, all_),
    )
    return tables(workspace, as_of)


def consider(workspace: Workspace, as_of: str | None, told: Steps) -> Considered:
    """Read all that a detection would be made of.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    as_of : str or None
        The day; None: that of the latest sighting.
    told : callable
        Told what is being done.
    """
    known = known_in(workspace, as_of, told)
    return Considered(
        known,
        read_settings(workspace),
        read_calibration(workspace.calibration_file),
        judged(workspace, known.as_of),
    )
