"""A large workspace for the pages: a planted history, taken in, detected and in a real Neo4j."""

from __future__ import annotations

import time
from pathlib import Path

from app.commands.caller import open_store
from app.detection import detect_networks
from app.intake import take_in
from graph.settings import read_settings
from graph.workspace import Workspace, open_workspace
from ingest.readers.options import ReadOptions
from ingest.source_record import Custody
from tests.bench.history.files import write_csv
from tests.bench.history.shape import Shape
from tests.bench.history.world import history

WHO = "bench"


def make_workspace(folder: Path, posts: int, seed: int) -> Workspace:
    """Take a planted history in and detect its networks, as a user would.

    Parameters
    ----------
    folder : Path
        An empty folder, for the files and the workspace.
    posts : int
        About how many posts the history has.
    seed : int
        Of the history.
    """
    files = write_csv(history(seed, Shape.of(posts)), folder / "files")
    workspace = open_workspace(folder / "workspace")
    begun = time.perf_counter()
    report = take_in(
        workspace, files, who=WHO, options=ReadOptions(region="ID"), custody=Custody(),
        open_store=open_store,
    )  # fmt: skip
    if report.failed:
        raise RuntimeError("the readers did not take every file of the planted history.")
    taken_in = time.perf_counter()
    detect_networks(workspace, read_settings(workspace), as_of=None, who=WHO, open_store=open_store)
    print(
        f"  taken in and loaded in {(taken_in - begun) / 60:.1f} minutes, detected in "
        f"{(time.perf_counter() - taken_in) / 60:.1f}"
    )
    return workspace
