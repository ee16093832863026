"""Small worlds for the analysis: posts written by hand, taken in by the real readers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl

from graph.calibration import Calibration, read_calibration
from graph.tables import Tables
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.tables import tables

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
SHIPPED = Path(__file__).resolve().parent.parent / "graph" / "calibration" / "calibration.toml"
CATALOGUE = [
    "young lovebird hand fed very tame ready for a new home this week only",
    "two zebra finches with cage and feeder for sale because we are moving abroad",
    "champion singing shama three years old sings from morning until late evening daily",
    "pair of cockatiels proven parents eggs twice a year healthy and full feathered now",
]


def calibration() -> Calibration:
    """The shipped calibration."""
    return read_calibration(SHIPPED)


def post(
    account: str, text: str, *, day: float = 0, group: str | None = None, **more: str
) -> dict[str, str | None]:
    """One row of a plain table: a Facebook post some days after the start."""
    when = (START + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"platform": "facebook", "account_id": account, "text": text, "posted_at": when}
    return {**row, "group_id": group, **more}


def own_text(account: str) -> str:
    """A text that no other account has."""
    return " ".join(f"{account}{word}" for word in "abcdefghijklmnop")


def phone(number: int) -> str:
    """A made-up Indonesian mobile number."""
    return f"+62811{number:07d}"


def known(rows: list[dict[str, str | None]] | pl.DataFrame, folder: Path) -> Tables:
    """What detection reads when the rows have been ingested into a new workspace."""
    frame = rows if isinstance(rows, pl.DataFrame) else pl.DataFrame(rows, infer_schema_length=None)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "rows.csv"
    frame.write_csv(file)
    workspace = open_workspace(folder / "workspace")
    report = ingest(workspace, [file], ReadOptions(region="ID"), who="test")
    assert not report.failed
    assert report.sources[0].rows_accepted == len(frame)
    ensure_derived(workspace, Archive(workspace))
    return tables(workspace)


def pairs(ties: pl.DataFrame) -> set[tuple[str, str]]:
    """The pairs of accounts in a table of ties, by their ids."""
    return {
        (a.removeprefix("facebook:"), b.removeprefix("facebook:"))
        for a, b in ties.select("account_a", "account_b").iter_rows()
    }
