"""``spoor map`` and ``spoor formats``: an unknown table from the first look to the ingestion."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.commands.ingest_report import print_report
from ingest.readers import READERS
from ingest.report import IntakeReport, SourceReport
from tests.app.commands.running import Spoor
from tests.builders import post, write_csv

ROWS = [
    {
        "ID Penjual": f"10001234567{n}",
        "Nama Penjual": f"Budi {n}",
        "Isi": f"Burung {n} siap dikirim, WA 0812-5550-10{n:02d}",
        "Tanggal": f"{13 + n}/02/2026",
        "Warna": "biru",
    }
    for n in range(4)
]


@pytest.fixture
def table(material: Path) -> Path:
    """A table with columns of its own."""
    return write_csv(material / "penjual.csv", ROWS)


def test_a_table_is_mapped_corrected_kept_and_read(
    offline: Spoor, table: Path, material: Path
) -> None:
    first = offline("map", table)
    assert "pass --platform NAME" in first.err
    assert "account_id, sure" in " ".join(first.out.split())
    mapping = material / "mapping.yaml"
    done = offline("map", table, "--platform", "facebook", "--region", "ID", "--output", mapping)
    assert "4 would be accepted and 0 rejected" in done.out
    assert "4 phone" in done.out
    assert "phone:+62812555010" in done.out
    assert f"--mapping {mapping}" in done.err
    read = offline("ingest", table, "--mapping", mapping, "--dry-run", "--json").data
    assert read["totals"]["rows_accepted"] == 4
    corrected = mapping.read_text().replace("text: Isi", "account_bio: Isi")
    mapping.write_text(corrected)
    seen = offline("map", table, "--mapping", mapping, "--json").data
    assert seen["preview"]["rows_rejected"] == 4
    offline("map", table, "--platform", "facebook", "--save")
    (kept,) = (offline.workspace / "mappings").iterdir()
    read = offline("ingest", table, "--dry-run", "--json").data["sources"][0]
    assert read["rows_accepted"] == 4
    assert str(kept) in read["notices"][0]
    (entry,) = offline("log", "--json").data
    assert (entry["kind"], entry["output"]) == ("keep mapping", str(kept))


def test_the_proposal_as_json(offline: Spoor, table: Path) -> None:
    found = offline("map", table, "--platform", "facebook", "--json").data
    by_column = {each["column"]: each["becomes"] for each in found["columns"]}
    assert by_column == {"ID Penjual": "account_id", "Nama Penjual": "account_name",
                         "Isi": "text", "Tanggal": "posted_at", "Warna": None}  # fmt: skip
    assert found["mapping"]["time"] == {"format": "%d/%m/%Y"}
    assert found["preview"]["rows_accepted"] == 4
    assert (found["missing"], found["written"]) == ([], [])
    assert not offline.workspace.exists()


def test_what_is_there_is_not_overwritten_and_what_is_unfinished_not_kept(
    offline: Spoor, table: Path, material: Path
) -> None:
    taken = material / "mine.yaml"
    taken.write_text("mine")
    assert "there is such a file" in offline("map", table, "--output", taken, code=2).sentence(2)
    assert taken.read_text() == "mine"
    assert "not complete" in offline("map", table, "--save", code=2).sentence(2)
    assert not offline.workspace.exists()


def test_a_format_of_its_own_needs_no_mapping(offline: Spoor, material: Path) -> None:
    path = material / "result.json"
    path.write_text(json.dumps({"name": "A", "type": "public_supergroup", "id": 1, "messages": []}))
    assert "needs no mapping" in offline("map", path).out
    assert offline("map", path, "--json").data["format"] == "telegram"


@pytest.mark.parametrize("content", ["", "hello", '{"a": 1', "[1, 2]", "\x00\x01\x02" * 50])
def test_files_that_cannot_be_mapped_are_said_in_a_sentence(
    offline: Spoor, material: Path, content: str
) -> None:
    path = material / "f"
    path.write_text(content)
    assert str(path) in offline("map", path, code=1).sentence(1)


def test_a_folder_and_a_file_that_is_not_there(offline: Spoor, material: Path) -> None:
    for path in (material, material / "none"):
        assert str(path) in offline("map", path, code=1).sentence(1)


def test_formats_lists_every_reader(offline: Spoor) -> None:
    listed = offline("formats", "--json").data
    assert [each["name"] for each in listed] == list(READERS)
    shown = offline("formats").out
    for reader in READERS.values():
        assert any(line.split()[:1] == [reader.name] for line in shown.splitlines())
        assert reader.title in shown
    assert not offline.workspace.exists()


def test_notices_of_many_files_are_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    sources = [
        SourceReport(f"f{n}", "s", "csv", rows_read=100, rows_rejected=rejected,
                     notices=[f"f{n}: no zone", "the same"],
                     warning=f"f{n}: {rejected} refused" if rejected else None)
        for n, rejected in enumerate((0, 50, 3))
    ]  # fmt: skip
    single = SourceReport("g", "s", "csv", rows_read=1, notices=["only here"])
    print_report(IntakeReport((*sources, single), 0), dry_run=True)
    printed = capsys.readouterr()
    assert [line.split()[0] for line in printed.out.splitlines()][2:] == ["f1", "f0", "f2", "g"]
    assert printed.err.splitlines() == [
        "f1: 50 refused", "f2: 3 refused", "3 files: no zone", "3 files: the same",
        "g: only here",
    ]  # fmt: skip


def test_refused_rows_are_counted_by_file_and_exported(offline: Spoor, material: Path) -> None:
    few = write_csv(material / "few.csv", [post(n) for n in range(9)] + [post(9, account_id="")])
    rows = [post(n, posted_at="=1+1", text="=cmd") for n in range(5)]
    many = write_csv(material / "many.csv", rows)
    offline("ingest", few, many, code=1)
    lines = [line.split() for line in offline("rejected").out.splitlines()]
    assert [line[:4] for line in lines[2:4]] == [
        ["many.csv", "5", "5", "100.0%"], ["few.csv", "10", "1", "10.0%"],
    ]  # fmt: skip
    output = material / "out.csv"
    done = offline("rejected", "--output", output, "--source", "many.csv")
    assert "5 rows" in done.err
    text = output.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "file,source,place,field,reason,raw"
    assert text.count("\n") == 6
    assert len(offline("rejected", "--source", few, "--json").data) == 1
    assert "none.csv" in offline("rejected", "--source", "none.csv", code=1).sentence(1)
