from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from graph.errors import UsageError
from graph.records import RECORD_SCHEMAS
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.intake import ingest
from ingest.journal import Journal
from ingest.readers.options import ReadOptions
from ingest.source_record import Custody
from tests.builders import membership, post, table_of, write_csv, write_jsonl, write_xlsx

ROOT = Path(__file__).parents[2]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def everything(workspace: Workspace) -> dict[str, dict[str, list[tuple]]]:
    """All records of all sources, and that the originals are what their names say."""
    archive = Archive(workspace)
    for source in archive.sources():
        assert digest(archive.original(source.sha256)) == source.sha256
    return {
        source.sha256: {
            table: archive.records(source.sha256, table).collect().rows()
            for table in RECORD_SCHEMAS
        }
        for source in archive.sources()
    }


def test_a_source_is_archived_with_its_custody(workspace: Workspace, material: Path) -> None:
    rows = [post(1), post(2), post(2), post(3, account_id=""), membership("a1", "g9")]
    path = write_csv(material / "t.csv", rows)
    custody = Custody("Ana", "court order 5", "case 7", "TLP:AMBER", "2030-01-01")
    options = ReadOptions(platform="tg", region="ID", time_zone="Asia/Jakarta")
    report = ingest(workspace, [path], options, who="ben", custody=custody)
    (entry,) = report.to_json()["sources"]
    assert entry | {"warning": ""} == {
        "path": str(path),
        "sha256": digest(path),
        "format": "csv",
        "rows_read": 5,
        "rows_accepted": 3,
        "rows_rejected": 1,
        "rows_merged": 1,
        "accounts": 2,
        "groups": 3,
        "posts": 2,
        "contact_details": None,
        "pictures": 0,
        "warning": "",
    }
    (record,) = Archive(workspace).sources()
    assert (record.collector, record.legal_basis, record.purpose) == (
        "Ana",
        "court order 5",
        "case 7",
    )
    assert (record.handling, record.retention) == ("TLP:AMBER", "2030-01-01")
    assert (record.platform, record.region, record.time_zone) == ("tg", "ID", "Asia/Jakarta")
    assert (record.ingested_by, record.size) == ("ben", path.stat().st_size)
    assert Archive(workspace).original(record.sha256).read_bytes() == path.read_bytes()
    (noted,) = Journal(workspace).entries("ingest")
    assert (noted["by"], noted["sha256"]) == ("ben", record.sha256)


def test_the_same_bytes_twice_change_nothing(workspace: Workspace, material: Path) -> None:
    rows = [post(1), post(1), post(2), post(3, posted_at="soon")]
    path = write_csv(material / "t.csv", rows)
    twin = write_csv(material / "twin.csv", rows)
    first = ingest(workspace, [path], who="ana").sources[0]
    before = everything(workspace)
    again = ingest(workspace, [path, twin], who="ben")
    assert everything(workspace) == before
    assert len(Journal(workspace).entries()) == 1
    for source in again.sources:
        assert (source.rows_read, source.rows_accepted) == (first.rows_read, 0)
        assert (source.rows_rejected, source.rows_merged) == (1, 3)
    assert again.sources[1].path == str(twin)


def test_other_options_for_known_bytes_are_not_heeded_silently(
    workspace: Workspace, material: Path
) -> None:
    path = write_csv(material / "t.csv", [post(1)])
    ingest(workspace, [path], who="ana")
    again = ingest(workspace, [path], ReadOptions(region="ID"), who="ana")
    assert "read with other options" in (again.sources[0].warning or "")


def test_a_source_that_cannot_be_read_leaves_nothing_and_stops_nothing(
    workspace: Workspace, material: Path
) -> None:
    (material / "a.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (material / "b.csv").write_text("")
    (material / "c.jsonl").write_text('{"platform": "x", "acc')
    write_xlsx(material / "d.xlsx", {"A": table_of([post(4)])})
    late = write_jsonl(material / "e.jsonl", [post(n) for n in range(50_001)])
    with late.open("a") as file:
        file.write(json.dumps({"Text": "twice", "text": "twice"}))
    write_csv(material / "f.csv", [post(5)])
    report = ingest(workspace, [material, material / "absent"], who="ana")
    assert report.failed
    read = {Path(source.path).name for source in report.sources if source.error is None}
    assert read == {"d.xlsx", "f.csv"}
    errors = [source.error for source in report.sources if source.error]
    assert len(errors) == 5
    assert all(str(material) in error and "\n" not in error for error in errors)
    assert len(everything(workspace)) == 2
    assert not list((workspace.evidence / "drafts").iterdir())
    assert len(list((workspace.evidence / "originals").rglob("*/*"))) == 2


def test_many_refused_rows_are_said_loudly(workspace: Workspace, material: Path) -> None:
    few = write_csv(material / "few.csv", [post(n) for n in range(40)] + [post(1, account_id="")])
    many = write_csv(material / "many.csv", [post(n) for n in range(9)] + [post(1, account_id="")])
    report = ingest(workspace, [few, many], who="ana")
    assert report.sources[0].warning is None
    assert "1 of 10 rows (10%) were refused" in (report.sources[1].warning or "")
    assert not report.failed


def test_a_zip(workspace: Workspace, material: Path) -> None:
    table = write_csv(material / "in.csv", [post(1)])
    sheet = write_xlsx(material / "in.xlsx", {"A": table_of([post(2)])})
    inner = material / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(table, "deep.csv")
    outer = material / "outer.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(table, "a.csv")
        archive.write(sheet, "b.xlsx")
        archive.write(inner, "c.zip")
        archive.writestr("../d.csv", table.read_bytes())
    report = ingest(workspace, [outer], who="ana")
    found = {source.path.split("!")[1]: source for source in report.sources}
    assert (found["a.csv"].posts, found["b.xlsx"].posts) == (1, 1)
    assert "zip inside a zip" in (found["c.zip"].error or "")
    assert "leads out of the zip" in (found["../d.csv"].error or "")
    records = {record.path: record for record in Archive(workspace).sources()}
    assert set(records) == {f"{outer}!a.csv", f"{outer}!b.xlsx"}
    assert {record.container_sha256 for record in records.values()} == {digest(outer)}
    assert records[f"{outer}!a.csv"].sha256 == digest(table)


def test_a_dry_run_keeps_nothing(workspace: Workspace, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(1), post(2)])
    with workspace.writer():
        report = ingest(workspace, [path], who="ana", dry_run=True)
    assert (report.sources[0].rows_accepted, report.sources[0].posts) == (2, 2)
    assert everything(workspace) == {}
    assert Journal(workspace).entries() == []
    assert not any(path.is_file() for path in workspace.evidence.rglob("*"))


def test_named_format(workspace: Workspace, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(1)])
    assert ingest(workspace, [path], who="ana", format_name="csv").sources[0].format == "csv"
    with pytest.raises(UsageError, match="spoor formats"):
        ingest(workspace, [path], who="ana", format_name="pdf")


def test_a_named_format_that_the_file_does_not_have(workspace: Workspace, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(1)])
    for name in ("xlsx", "jsonl"):
        (source,) = ingest(workspace, [path], who="ana", format_name=name).sources
        assert (source.error or "").startswith(f"{path}: ")
    assert everything(workspace) == {}


def test_a_disk_that_is_full_is_said(workspace: Workspace, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(n) for n in range(2_000)])
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); "
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "from pathlib import Path; from graph.workspace import open_workspace; "
        "from graph.errors import WorkspaceError; from ingest.intake import ingest\n"
        "try: ingest(open_workspace(Path(sys.argv[1])), [Path(sys.argv[2])], who='ana')\n"
        "except WorkspaceError as error: print(error)"
    )
    command = [sys.executable, "-c", script, str(workspace.root), str(path)]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert "the archive cannot be written (File too large)" in said
    assert everything(workspace) == {}
    assert ingest(workspace, [path], who="ana").sources[0].posts == 2_000


def test_progress_reaches_the_end(workspace: Workspace, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(n) for n in range(10)])
    told: list[tuple[str, int, int]] = []
    ingest(workspace, [path], who="ana", progress=lambda *step: told.append(step))
    assert told[-1] == (str(path), path.stat().st_size, path.stat().st_size)


def test_when_sightings_count_as_known(workspace: Workspace, material: Path) -> None:
    collected = datetime(2026, 5, 1, tzinfo=UTC)
    timed = write_csv(material / "timed.csv", [post(1), post(2)])
    partly = write_csv(material / "partly.csv", [post(1), post(2, posted_at="")])
    untimed = write_csv(material / "untimed.csv", [post(3, posted_at="")])
    ingest(workspace, [timed, partly, untimed], who="ana")
    ingest(
        workspace,
        [write_csv(material / "told.csv", [post(4, posted_at=""), post(5)])],
        ReadOptions(collected_at=collected),
        who="ana",
    )
    records = {Path(record.path).stem: record for record in Archive(workspace).sources()}
    assert records["timed"].known_at_latest == "2026-03-03T10:00:00+00:00"
    assert records["partly"].known_at_default == "2026-03-02T10:00:00+00:00"
    assert records["untimed"].known_at_default == records["untimed"].ingested_at
    assert records["told"].known_at_latest == collected.isoformat()


def test_progress_of_the_archive_is_found_again_in_order(
    workspace: Workspace, material: Path
) -> None:
    for number in (3, 1, 2):
        ingest(workspace, [write_csv(material / f"{number}.csv", [post(number)])], who="ana")
    assert [Path(record.path).stem for record in Archive(workspace).sources()] == ["3", "1", "2"]


INGEST = """
import sys
from pathlib import Path
from graph.workspace import open_workspace
from ingest.intake import ingest
def told(path, done, size): print("reading", flush=True)
def waiting(): print("waiting", flush=True)
report = ingest(open_workspace(Path(sys.argv[1])), [Path(p) for p in sys.argv[2:]], who="ana",
                progress=told, on_wait=waiting)
print("done", sum(source.rows_accepted for source in report.sources), flush=True)
"""


def start_ingest(workspace: Workspace, *paths: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", INGEST, str(workspace.root), *map(str, paths)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def strip_times(records: dict[str, dict[str, list[tuple]]]) -> list[tuple]:
    return sorted(
        (sha256, table, rows)
        for sha256, tables in records.items()
        for table, rows in tables.items()
    )


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.2])
def test_killed_while_archiving_then_rerun_equals_an_undisturbed_run(
    tmp_path: Path, workspace: Workspace, material: Path, delay: float
) -> None:
    for name in "abcdef":
        rows = [post(n, account_id=f"{name}{n}", text=f"{name} {n}") for n in range(1_000)]
        write_csv(material / f"{name}.csv", rows)
    process = start_ingest(workspace, material)
    assert process.stdout is not None
    assert process.stdout.readline() == "reading\n"
    time.sleep(delay)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    for source in Archive(workspace).sources():
        assert source.rows_accepted == 1_000
    ingest(workspace, [material], who="ana")
    undisturbed = open_workspace(tmp_path / "undisturbed")
    ingest(undisturbed, [material], who="ana")
    assert strip_times(everything(workspace)) == strip_times(everything(undisturbed))
    assert not list((workspace.evidence / "drafts").iterdir())
    noted = [entry["sha256"] for entry in Journal(workspace).entries("ingest")]
    assert sorted(noted) == sorted(everything(undisturbed))


def test_killed_between_archive_and_journal(workspace: Workspace, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(1)])
    ingest(workspace, [path], who="ana")
    Journal(workspace).path.unlink()
    (workspace.evidence / "drafts" / "left").mkdir()
    ingest(workspace, [path], who="ben")
    (noted,) = Journal(workspace).entries("ingest")
    assert noted["by"] == "ana"
    assert not list((workspace.evidence / "drafts").iterdir())


def test_a_second_writer_waits(workspace: Workspace, material: Path) -> None:
    path = write_csv(material / "t.csv", [post(1)])
    with workspace.writer():
        process = start_ingest(workspace, path)
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        assert process.poll() is None
        assert everything(workspace) == {}
    assert process.communicate()[0].endswith("done 1\n")
    assert len(everything(workspace)) == 1


def test_two_ingests_of_overlapping_material_at_once(workspace: Workspace, material: Path) -> None:
    for name in "abcd":
        write_csv(material / f"{name}.csv", [post(n, text=name) for n in range(500)])
    processes = [start_ingest(workspace, material) for _ in range(2)]
    counts = [int(process.communicate()[0].split()[-1]) for process in processes]
    assert sorted(counts) == [0, 2000]
    assert (
        pl.Series(len(tables["posts"]) for tables in everything(workspace).values()).sum() == 2000
    )
