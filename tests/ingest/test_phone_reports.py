from __future__ import annotations

import zipfile
from pathlib import Path

from ingest.sources import find_sources

REPORT = b'<?xml version="1.0"?><project xmlns="http://pa.cellebrite.com/report/2.0"></project>'


def write(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_ufdr_is_its_report(tmp_path: Path) -> None:
    ufdr = write(
        tmp_path / "Phone.ufdr",
        {
            "report.xml": REPORT,
            "files/Database/msgstore.db": b"SQLite format 3\0",
            "DbData/database.db": b"PGDMP",
            "settings.json": b"{}",
        },
    )
    found = find_sources([ufdr])
    assert [source.path for source in found.sources] == [f"{ufdr}!report.xml"]
    assert (found.attachments, found.refusals) == (3, [])


def test_what_lies_in_another_folder_is_a_source(tmp_path: Path) -> None:
    case = write(
        tmp_path / "case.zip",
        {
            "phone/Report.xml": REPORT.decode().encode("utf-16"),
            "phone/files/Text/notes.csv": b"a,b\n",
            "telegram/result.json": b"{}",
        },
    )
    found = find_sources([case])
    names = [source.path.partition("!")[2] for source in found.sources]
    assert (names, found.attachments) == (["phone/Report.xml", "telegram/result.json"], 1)


def test_another_report_hides_nothing(tmp_path: Path) -> None:
    other = write(tmp_path / "other.zip", {"report.xml": b"<report/>", "chat.csv": b"a,b\n"})
    assert len(find_sources([other]).sources) == 2
