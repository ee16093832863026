"""The tables of the material: a scraper's with its mapping, members, and the volunteers' sheet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml
from python_calamine import CalamineWorkbook

from app.demo.calendar import WEEKS
from app.demo.material import Material, write_demo
from ingest.readers.columns import COLUMNS
from ingest.readers.plain_table import plain_name


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Material]:
    return write_demo(tmp_path_factory.mktemp("tables"))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def path_of(files: list[Material], name: str, week: str = WEEKS[0]) -> Path:
    return next(file.path for file in files if (file.path.name, file.week) == (name, week))


def test_the_mapping_explains_the_scrapers_columns(files: list[Material]) -> None:
    table = path_of(files, "facebook-posts.csv")
    mapping = yaml.safe_load((table.parent.parent / "facebook-columns.yaml").read_text("utf-8"))
    rows = rows_of(table)
    assert set(mapping["columns"].values()) <= set(rows[0])
    assert not set(mapping["columns"]) & set(rows[0]) - {"text", "url"}
    told = next(file.options.mapping for file in files if file.path == table)
    assert told is not None
    assert told.constants == {"platform": "facebook"}


def test_the_table_has_one_row_twice_and_two_that_cannot_be_read(files: list[Material]) -> None:
    rows = [tuple(row.items()) for row in rows_of(path_of(files, "facebook-posts.csv"))]
    assert len(rows) - len(set(rows)) == 1
    assert sum(not row["user/id"] for row in map(dict, rows)) == 1
    assert sum(row["time"].startswith("yesterday") for row in map(dict, rows)) == 1


def test_members_are_listed_once(files: list[Material]) -> None:
    assert sum(file.path.name == "facebook-members.csv" for file in files) == 1
    rows = rows_of(path_of(files, "facebook-members.csv"))
    assert len(rows) > 300
    assert all(None not in row.values() for row in rows)
    assert set(rows[0]) <= set(COLUMNS)


def test_the_sheet_is_typed_by_hand(files: list[Material]) -> None:
    book = CalamineWorkbook.from_path(path_of(files, "cyber-spotters.xlsx"))
    header, *rows = book.get_sheet_by_index(0).to_python()
    known = [plain_name(str(name)) for name in header]
    assert {"platform", "account_id", "posted_at", "text", "contact"} <= set(known)
    assert {"Spotter", "Note"} <= set(known)
    typed = {row[0] for row in rows}
    assert {"FB", "IG", "TG", "Facebook"} <= typed
    ids = {row[known.index("group_id")] for row in rows if row[0] == "TG"}
    assert all(str(each).startswith("-10042900000") for each in ids)
    assert rows[-1][known.index("account_id")] == "9.99E+14"


def test_what_each_reader_is_told(files: list[Material]) -> None:
    told = {
        file.path.name: (file.options.time_zone, file.options.region)
        for file in files
        if "DataExport" not in str(file.path)
    }
    assert told == {
        "result.json": ("Asia/Jakarta", "ID"),
        "WhatsApp Chat - Lapak Burung Embunsari.zip": ("Asia/Jakarta", "ID"),
        "facebook-posts.csv": (None, None),
        "facebook-members.csv": (None, None),
        "cyber-spotters.xlsx": ("Europe/Berlin", None),
    }
    assert all(file.options.collected_at for file in files)
