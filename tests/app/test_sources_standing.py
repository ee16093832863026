"""What a person may have to look at of sources, without a graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.sources_standing import SourceStanding, sources_standing
from graph import keys
from graph.workspace import Workspace, open_workspace
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from ingest.source_record import Custody
from tests.builders import write_csv

TODAY = date(2026, 7, 1)
CHAT = "12/06/2026, 21:14 - Ana: Murai batu for sale\n12/06/2026, 21:20 - Budi: How much?\n"
ROW = {"platform": "facebook", "account_id": "1", "post_id": "1", "text": "siskin",
       "posted_at": "2026-06-01T10:00:00Z"}  # fmt: skip


def standing(workspace: Workspace, cut_off: tuple[str, ...] = ()) -> dict[str, SourceStanding]:
    found = sources_standing(workspace, cut_off, TODAY)
    return {Path(each.record.path).name: each for each in found}


def take_in(workspace: Workspace, path: Path, *, zone: str | None = None,
            retention: str | None = None) -> None:  # fmt: skip
    report = ingest(
        workspace, [path], ReadOptions(region="ID", time_zone=zone), who="ana",
        custody=Custody(retention=retention),
    )  # fmt: skip
    assert not report.failed


def test_each_need_is_told_of_the_source_that_has_it(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "workspace")
    assert sources_standing(workspace, (), TODAY) == []
    for name, zone in (("WhatsApp Chat with A.txt", None), ("WhatsApp Chat with B.txt", "UTC")):
        path = tmp_path / name
        path.write_text(CHAT.replace("Ana", f"Ana {zone}"), encoding="utf-8")
        take_in(workspace, path, zone=zone)
    broken = write_csv(tmp_path / "broken.csv", [ROW, ROW | {"post_id": "2", "platform": ""}])
    take_in(workspace, broken, retention="2026-06-30")
    found = standing(workspace)
    assert [*found] == ["broken.csv", "WhatsApp Chat with B.txt", "WhatsApp Chat with A.txt"]
    told = {
        name: (each.is_refused, each.zone_assumed, each.is_past) for name, each in found.items()
    }
    assert told == {
        "broken.csv": (True, False, True),
        "WhatsApp Chat with B.txt": (False, False, False),
        "WhatsApp Chat with A.txt": (False, True, False),
    }
    key = keys.source(found["broken.csv"].record.sha256)
    assert {name for name, each in standing(workspace, (key,)).items() if each.is_cut_off} == {
        "broken.csv"
    }
