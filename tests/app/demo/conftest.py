"""The demonstration's material, taken in and detected on once for all its tests."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.demo.compare import compare
from app.demo.comparison import Comparison
from app.demo.material import Material, planted_truth, write_demo
from app.demo.taking_in import Taken, chats_of, read_material, set_own_side_aside
from app.demo.truth import PlantedTruth
from graph import detect
from graph.calibration import read_calibration
from graph.detect import Detection
from graph.settings import read_settings
from graph.tables import Tables
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.tables import tables


@dataclass(frozen=True)
class Demo:
    """The demonstration as far as detection."""

    files: list[Material]
    taken: list[Taken]
    own: list[str]
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
    taken = read_material(workspace, files, who="test")
    own = set_own_side_aside(workspace, who="test")
    ensure_derived(workspace, Archive(workspace))
    known = tables(workspace)
    truth = planted_truth().as_read(chats_of(Archive(workspace)))
    return Demo(files, taken, own, workspace, known, detected(workspace, known), truth)


@pytest.fixture(scope="session")
def comparison(demo: Demo) -> Comparison:
    """What was found, compared with what was planted."""
    return compare(demo.detection, demo.truth, demo.tables.accounts, demo.own)
