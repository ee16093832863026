from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.builders import post, table_of, write_csv, write_xlsx
from tests.ingest.readers.reading import read


def test_the_same_rows_as_in_csv(tmp_path: Path) -> None:
    rows = [post(n, text=f'=1+1 "quoted"\nline <b>{n}</b>', note="+x") for n in range(5)]
    from_sheet = read(write_xlsx(tmp_path / "t.xlsx", {"Posts": table_of(rows)}))
    from_table = read(write_csv(tmp_path / "t.csv", rows))
    assert from_sheet.format == "xlsx"
    assert from_sheet.posts.drop("locator").equals(from_table.posts.drop("locator"))
    assert from_sheet.posts["locator"].to_list() == [f"Posts row {n}" for n in range(2, 7)]


def test_cells_as_text(tmp_path: Path) -> None:
    header = ["platform", "account_id", "text", "posted_at", "price", "contact", "seen"]
    row = ["x", 628123456789, 1, datetime(2026, 3, 1, 10, 30), 1.5, "(202) 555-0101", True]
    (found,) = read(write_xlsx(tmp_path / "t.xlsx", {"S": [header, row]})).posts.to_dicts()
    assert (found["account_key"], found["text"], found["price"]) == ("x:628123456789", "1", "1.5")
    assert found["posted_at"] == datetime(2026, 3, 1, 10, 30, tzinfo=UTC)
    assert found["extra"] == '{"seen":"true"}'


def test_identifiers_too_large_for_a_spreadsheet_are_refused(tmp_path: Path) -> None:
    header = ["platform", "account_id", "text"]
    rows = [
        ["x", 2**53 - 1, "a"],
        ["x", 2**53, "b"],
        ["x", 12345678901234567890, "c"],
        ["x", "5", 2**60],
    ]
    found = read(write_xlsx(tmp_path / "t.xlsx", {"S": [header, *rows]}))
    assert found.posts["account_key"].to_list() == ["x:9007199254740991", "x:5"]
    assert found.rejected["locator"].to_list() == ["S row 3", "S row 4"]
    assert all("cut short" in reason for reason in found.reasons)


def test_every_sheet_with_the_table_is_read_and_others_are_refused_row_by_row(
    tmp_path: Path,
) -> None:
    path = write_xlsx(
        tmp_path / "t.xlsx",
        {
            "Notes": [["what", "who"], ["call back", "me"], ["", ""], ["x", "y"]],
            "Empty": [],
            "A": table_of([post(1)]),
            "B": [[], ["", ""], *table_of([post(2)])],
        },
    )
    found = read(path)
    assert found.posts["locator"].to_list() == ["A row 2", "B row 4"]
    assert found.rejected["locator"].to_list() == ["Notes row 2", "Notes row 4"]
    assert "sheet 'Notes'" in found.reasons[0]


def test_no_sheet_with_the_table(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", {"A": [["who"], ["me"]], "B": [["what"], ["it"]]})
    with pytest.raises(SourceError, match="sheet 'A': the table lacks 'platform', 'account_id'"):
        read(path)


def test_spreadsheets_that_cannot_be_read(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "t.xlsx", {"A": table_of([post(1)])}).read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceError, match=r"cut\.xlsx: it begins as a zip"):
        read(cut)
    with pytest.raises(SourceError, match="no rows"):
        read(write_xlsx(tmp_path / "empty.xlsx", {"A": []}))
    with pytest.raises(SourceError, match="no rows"):
        read(write_xlsx(tmp_path / "header.xlsx", {"A": [["platform", "account_id", "text"]]}))


def test_damaged_part(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", {"A": table_of([post(n) for n in range(99)])})
    with zipfile.ZipFile(path) as book:
        sheet = book.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    at = sheet.header_offset + 200
    content[at : at + 40] = b"\xff" * 40
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"t\.xlsx"):
        read(path)


def test_unpacking_to_far_too_much_is_refused_unread(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "bomb.xlsx", {"A": table_of([post(1)])})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/zeros.xml", b"0" * (64 << 20))
    with pytest.raises(SourceError, match=r"bomb\.xlsx: the spreadsheet unpacks to"):
        read(path)


def test_a_cell_far_out_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["platform", "account_id", "text"])
        sheet.write(1_048_575, 16_383, "far out")
    with pytest.raises(SourceError, match="1,048,576 rows and 16,384 columns"):
        read(path)


def test_platform_option_reaches_every_sheet(tmp_path: Path) -> None:
    row = {"account_id": "1", "text": "t"}
    path = write_xlsx(tmp_path / "t.xlsx", {"A": table_of([row])})
    assert read(path, ReadOptions(platform="TG")).posts["account_key"].to_list() == [
        "telegram:user1"
    ]
