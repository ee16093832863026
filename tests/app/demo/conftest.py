"""The demonstration's material, taken in and detected on once for all its tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.demo.material import planted_truth, write_demo
from app.demo.truth import PlantedTruth
from graph import detect
from graph.calibration import read_calibration
from graph.detect import Detection
from graph.records import Tables
from graph.settings import read_settings
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.report import IntakeReport
from ingest.tables import tables


@dataclass(frozen=True)
class Demo:
    """The demonstration as far as detection."""

    files: list[Path]
    report: IntakeReport
    workspace: Workspace
    tables: Tables
    detection: Detection
    truth: PlantedTruth


def detected(workspace: Workspace, known: Tables) -> Detection:
    """Detect as the command does."""
    return detect.run(known, read_settings(workspace), read_calibration(workspace.calibration_file))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The material, read by the real readers, and what detection makes of it."""
    folder = tmp_path_factory.mktemp("demo")
    files = write_demo(folder / "material")
    workspace = open_workspace(folder / "workspace")
    report = ingest(workspace, [folder / "material"], who="test")
    ensure_derived(workspace, Archive(workspace))
    known = tables(workspace)
    return Demo(files, report, workspace, known, detected(workspace, known), planted_truth())
