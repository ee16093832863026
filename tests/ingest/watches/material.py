"""A market of three weeks with something to watch in it; invented, numbers kept for fiction."""

from __future__ import annotations

from pathlib import Path

from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from tests.builders import post, write_csv

NUMBER = "phone:+12025550143"
WRITTEN = ("(202) 555-0143", "+1 202 555 0143", "２０２.555.0143")


def take_in(workspace: Workspace, path: Path, rows: list[dict[str, str]]) -> str:
    """Ingest and extract rows; the source's SHA-256."""
    report = ingest(workspace, [write_csv(path, rows)], ReadOptions(region="US"), who="ana")
    ensure_derived(workspace, Archive(workspace))
    return report.sources[0].sha256 or ""


def said(number: int, day: int, text: str, **changed: str) -> dict[str, str]:
    """A post of November 2026."""
    when = f"2026-11-{day:02d}T10:00:00Z"
    return post(number, posted_at=when, text=text, **changed)


def first_weeks() -> list[dict[str, str]]:
    """Posts of the first and second week: the number, a taxon and words, each once a week."""
    return [
        said(1, 2, f"Cages for sale, call {WRITTEN[0]}", account_id="a1", group_id="g1"),
        said(2, 3, "A pair of Panthera tigris cubs, ask inside", account_id="a2", group_id="g1"),
        said(3, 4, "ขายนกกรงหัวจุกราคาถูก", account_id="a3", group_id="g2"),
        said(4, 9, f"Still for sale: {WRITTEN[1]}", account_id="a4", group_id="g2"),
        said(5, 10, "Looking for seed, nothing else", account_id="a1", group_id="g3"),
        said(6, 11, "MURAI-BATU jinak, siap kirim", account_id="a2", group_id="g3"),
    ]


def third_week() -> list[dict[str, str]]:
    """Posts of the third week, and the second week's over again."""
    return [
        *first_weeks()[3:],
        said(7, 16, f"New stock, {WRITTEN[2]}", account_id="a5", group_id="g1"),
        said(8, 17, "muraibatu is one word here, and no pair", account_id="a1", group_id="g1"),
        said(9, 18, "Murai batu and นกกรงหัวจุก together", account_id="a6", group_id="g2"),
    ]
