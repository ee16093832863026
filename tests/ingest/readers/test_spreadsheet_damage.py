from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.exports.csv import _write as write_export
from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.builders import post, table_of, write_csv, write_xlsx
from tests.ingest.readers.reading import Read, read

CYRILLIC = "platform;account_id;text\nvk;1;Продам щегла, самец поёт, пишите в личку\n"
FRENCH = "platform;account_id;text\nx;1;À vendre, très bon état, élevé en volière à côté de Sète\n"
CHINESE = "platform,account_id,text\nx,1,出售，画眉鸟。健康，会唱，早上。联系，微信，包邮，当天\n"


def read_rows(tmp_path: Path, rows: list[dict[str, str]], region: str | None = None) -> Read:
    return read(write_csv(tmp_path / "t.csv", rows), ReadOptions(region=region))


def test_a_contact_cut_short_does_not_lose_the_post(tmp_path: Path) -> None:
    rows = [
        post(1, contact="a@b.example; 6.28E+12"),
        post(2, contact="4,47e+11"),
        post(3, contact="+1 202 555 0101"),
    ]
    found = read_rows(tmp_path, rows)
    assert found.posts["contact"].to_list() == ["a@b.example", None, "+1 202 555 0101"]
    assert [extra and json.loads(extra) for extra in found.posts["extra"]] == [
        {"contact (damaged)": "a@b.example; 6.28E+12"},
        {"contact (damaged)": "4,47e+11"},
        None,
    ]
    (notice,) = found.notices
    assert notice.startswith("2 cells hold contact details that a spreadsheet cut short")


def test_a_phone_cut_short_is_no_account(tmp_path: Path) -> None:
    found = read_rows(tmp_path, [post(1, platform="whatsapp", account_id="4.47E+11")])
    assert found.reasons == ["'4.47E+11' is a number that a spreadsheet cut short"]


@pytest.mark.parametrize("error", ["#NAME?", "#N/A", "#BEZUG!", "#ИМЯ?"])
def test_errors_are_neither_ids_nor_contact_details(tmp_path: Path, error: str) -> None:
    rows = [post(1, account_id=error), post(2, contact=f"{error}; a@b.example"), post(3)]
    found = read_rows(tmp_path, [*rows, post(4, contact="#BIRDS!")])
    assert found.reasons == [f"'{error}' is a spreadsheet's error"]
    assert found.posts["contact"].to_list() == ["a@b.example", None, "#BIRDS!"]


def test_a_number_in_a_cell_of_a_workbook_is_whole(tmp_path: Path) -> None:
    header = ["platform", "account_id", "text", "contact"]
    path = write_xlsx(tmp_path / "t.xlsx", {"S": [header, ["x", "1", "t", 12025550101]]})
    assert read(path).posts["contact"].to_list() == ["12025550101"]


def test_numbers_without_their_zero(tmp_path: Path) -> None:
    rows = [
        post(1, contact="2079460123"),
        post(2, contact="2079460124; a@b.example"),
        post(3, contact="02079460125"),
        post(4, contact="12"),
    ]
    (notice,) = read_rows(tmp_path, rows).notices
    assert notice.startswith("2 cells hold bare digits, perhaps national numbers whose leading")
    (notice,) = read_rows(tmp_path, rows, "GB").notices
    assert notice.startswith("2 cells hold national numbers of GB without their leading zero")
    assert read_rows(tmp_path, rows, "US").notices == []


def test_dates_that_became_numbers(tmp_path: Path) -> None:
    rows = [
        post(1, posted_at="45231", collected_at=""),
        post(2, posted_at="45231.5", collected_at="45232.4166666667"),
        post(3, posted_at="2023-11-01T00:00:00Z", collected_at=""),
    ]
    found = read_rows(tmp_path, rows)
    assert found.posts["posted_at"].to_list() == [
        datetime(2023, 11, 1, tzinfo=UTC),
        datetime(2023, 11, 1, 12, tzinfo=UTC),
        datetime(2023, 11, 1, tzinfo=UTC),
    ]
    assert found.posts["collected_at"][1] == datetime(2023, 11, 2, 10, tzinfo=UTC)
    assert found.posts["time_zone_assumed"].to_list() == [True, True, False]
    assert found.posts["posted_at_raw"][1] == "45231.5"
    assert found.notices == [
        "3 cells hold a date as a number, read as a spreadsheet's count of days from 1900."
    ]


def test_a_date_as_a_number_is_in_the_zone_that_the_user_says(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [post(1, posted_at="45231.5")])
    found = read(path, ReadOptions(time_zone="Asia/Jakarta")).posts
    assert found["posted_at"][0] == datetime(2023, 11, 1, 5, tzinfo=UTC)
    assert found["time_zone_assumed"].to_list() == [False]


@pytest.mark.parametrize("day", ["4523", "452310", "12345", "99999", "45231,5"])
def test_other_numbers_are_no_dates(tmp_path: Path, day: str) -> None:
    found = read_rows(tmp_path, [post(1, posted_at=day)])
    assert found.reasons == [f"'{day}' cannot be read as a time"]
    assert found.notices == []


def test_rounded_ids_are_refused(tmp_path: Path) -> None:
    ids = ["7123456789012340000", "7223456789012350000", "7323456789012360000", "77"]
    found = read_rows(tmp_path, [post(n, post_id=each) for n, each in enumerate(ids)])
    assert found.posts["post_id"].to_list() == ["77"]
    assert found.rejected["field"].to_list() == ["post_id"] * 3
    assert found.reasons[0] == (
        "'7123456789012340000' is an id that a spreadsheet rounded to 15 digits"
    )


@pytest.mark.parametrize(
    "ids",
    [
        ["7123456789012340000", "7223456789012350000"],
        ["7123456789012340000"] * 3,
        [*(f"7{n}23456789012340000" for n in (1, 2, 3)), "7423456789012367001"],
        ["712345678901200", "722345678901200", "732345678901200"],
    ],
    ids=["too few", "one thrice", "one is whole", "short enough"],
)
def test_ids_that_may_be_whole_are_kept(tmp_path: Path, ids: list[str]) -> None:
    rows = [post(n, post_id=each) for n, each in enumerate(ids)]
    assert read_rows(tmp_path, rows).rows_accepted == len(ids)


def test_ids_that_a_workbook_rounded(tmp_path: Path) -> None:
    header = ["platform", "account_id", "text"]
    ids = [1_234_567_890_123_456, 2_234_567_890_123_456, 3_234_567_890_123_456]
    rows = [["x", each // 10 * 10, "t"] for each in ids]
    found = read(write_xlsx(tmp_path / "t.xlsx", {"S": [header, *rows]}))
    assert (len(found.posts), len(found.rejected)) == (0, 3)


@pytest.mark.parametrize(
    ("text", "encoding"), [(CYRILLIC, "cp1251"), (FRENCH, "cp1252"), (CHINESE, "gb18030")]
)
def test_an_encoding_is_named_and_never_guessed(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(encoding))
    with pytest.raises(SourceError, match=rf"is not UTF-8 text.* --encoding {encoding}, which"):
        read(path)
    (row,) = read(path, ReadOptions(encoding=encoding)).posts.to_dicts()
    assert row["text"] == text.strip().rsplit("1" + text[8], 1)[1]


def test_a_damaged_byte_in_utf8_is_no_other_encoding(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(CYRILLIC.encode().replace("щ".encode(), b"\xff"))
    with pytest.raises(SourceError, match=r"or name its encoding \(--encoding cp1252"):
        read(path)


@pytest.mark.parametrize("sign", "=+-@")
def test_what_looks_like_a_formula_is_text_and_does_nothing_in_an_export(
    tmp_path: Path, sign: str
) -> None:
    words = f'{sign}HYPERLINK("https://a.example";"birds")'
    rows = [post(1, text=words, account_name=words)]
    from_table = read_rows(tmp_path, rows)
    from_sheet = read(write_xlsx(tmp_path / "t.xlsx", {"S": table_of(rows)}))
    assert from_table.posts["text"][0] == from_sheet.posts["text"][0] == words
    write_export(from_table.accounts.select("name"), tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["name"], ["'" + words]]
