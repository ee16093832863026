"""From rows to a workspace and a graph, by the program's own steps."""

from __future__ import annotations

from pathlib import Path

from app.commands.caller import open_store
from app.detection import detect_networks
from app.intake import take_in
from graph.detect import Detection
from graph.settings import read_settings
from graph.workspace import Workspace, open_workspace
from ingest.readers.options import ReadOptions
from ingest.source_record import Custody
from tests.app.small_world import SmallWorld
from tests.builders import write_csv

SOURCE_NAME = "posts <b>week 6<br> [a](http:evil).csv"
CUSTODY = Custody(
    collector="A. Tester",
    legal_basis="none needed: fictional",
    purpose="tests of the pages",
    handling="TLP:AMBER <b>x</b>",
    retention="2026-06-30",
)


def take_world_in(folder: Path, world: SmallWorld) -> Workspace:
    """Take a world in; Neo4j is the environment's, else private."""
    workspace = open_workspace(folder / "workspace")
    path = write_csv(folder / SOURCE_NAME, world.rows)
    report = take_in(
        workspace,
        [path],
        who="A. Tester",
        options=ReadOptions(region="US"),
        custody=CUSTODY,
        open_store=open_store,
    )
    assert not report.failed
    return workspace


def load_world(folder: Path, world: SmallWorld) -> tuple[Workspace, Detection]:
    """Take a world in and detect its networks."""
    workspace = take_world_in(folder, world)
    found = detect_networks(
        workspace,
        read_settings(workspace),
        as_of=None,
        who="A. Tester",
        open_store=open_store,
    )
    return workspace, found
