"""Posts over weeks, taken in once and read as they were known by the end of a day."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from graph import detect
from graph.detection import Detection
from graph.settings import DetectionSettings
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.worlds import START, calibration, known, post

Row = dict[str, str | None]
CHATTERERS = 4


def day_after(days: int) -> str:
    """The day so many days after the start."""
    return (START + timedelta(days=days)).date().isoformat()


def chatter(group: str, first: int, last: int) -> list[Row]:
    """Strangers who talk in a group every day, so that it is observed."""
    return [
        post(f"{group}-talker{who}", f"{group} {who} says {day} of birds", day=day, group=group)
        for day in range(first, last + 1)
        for who in (day % CHATTERERS,)
    ]


def sells(
    account: str, details: str, days: range, group: str | None, what: str = "bird"
) -> list[Row]:
    """Posts of an account that shows contact details on given days."""
    return [
        post(account, f"{account} {what} number {day} call {details}", day=day, group=group)
        for day in days
    ]


def take_in(rows: list[Row], folder: Path) -> Workspace:
    """A workspace that holds the rows."""
    known(rows, folder)
    return open_workspace(folder / "workspace")


def detected(
    workspace: Workspace, days: int, before: Detection | None = None, seed: int = 1
) -> Detection:
    """What is detected as known by the end of a day after the start."""
    ensure_derived(workspace, Archive(workspace))
    settings = DetectionSettings(seed=seed)
    return detect.run(tables(workspace, day_after(days)), settings, calibration(), before=before)


def collect(workspace: Workspace, rows: list[Row], folder: Path, name: str) -> None:
    """Take more rows in."""
    import polars as pl

    file = folder / f"{name}.csv"
    pl.DataFrame(rows, infer_schema_length=None).write_csv(file)
    assert not ingest(workspace, [file], ReadOptions(region="ID"), who="test").failed
