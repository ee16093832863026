from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.ingest.readers.reading import Read, read

BUDI = "12025550101@s.whatsapp.net Budi Contoh"
OWNER = "12025550100@s.whatsapp.net (owner)"
CHAT = "12025550100-1400000000@g.us"


def rows(*lines: str) -> list[list[str]]:
    """Cells stand between bars; a tilde is a new line within one."""
    return [[cell.replace("~", "\n") for cell in line.split("|")] for line in lines]


SHEETS = {
    "Device Info": rows("#|Name|Value", "1|Detected Phone Model|Contoh 7", "2|MSISDN|+12025550100"),
    "Chats": rows(
        "Chats (3)",
        "#|Chat #|Identifier|Name|Participants|"
        "From|To|Body|Timestamp: Time|Source|Deleted|Attachment #1",
        f"1|1|{CHAT}|Pasar Fiksi|{BUDI}~{OWNER}~12025550103@s.whatsapp.net|"
        f"{BUDI}||Dijual|13/03/2026 8:15:00 AM(UTC+7)|WhatsApp||IMG-1.jpg",
        f"2|1||||{OWNER}||Berapa?|01/04/2026 20:16:00(UTC+0)|WhatsApp|Yes|",
        "3|1||||System Message System Message||joined|01/04/2026 20:17:00(UTC+0)|WhatsApp||",
    ),
    "Call Log": rows(
        "#|Parties|Direction|Time|Duration|Source",
        "1|From: +12025550104 Sari|Incoming|02/04/2026 10:00:00(UTC+0)|00:00:05|",
    ),
    "Contacts": rows(
        "Contacts (1)",
        "#|Name|Entries|Source",
        "1|Toko Contoh|User ID-Facebook Id: 100000000000001~Phone-Mobile: +12025550105|"
        "Facebook Messenger",
    ),
    "Locations": rows("#|Name", "1|Fiksi"),
}


def write(path: Path, sheets: dict[str, list[list[str]]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, cell)
    return path


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return read(write(tmp_path_factory.mktemp("report") / "file.data", SHEETS))


def test_counts_every_row_once(report: Read) -> None:
    assert report.format == "cellebrite-xlsx"
    counts = (len(report.posts), len(report.memberships), len(report.links), report.rows_described)
    assert (*counts, len(report.rejected)) == (2, 3, 1, 2, 0)


def test_messages_are_posts_of_their_chat(report: Read) -> None:
    offered, asked = report.posts.rows(named=True)
    assert (offered["account_key"], offered["text"], offered["image"]) == (
        "whatsapp:+12025550101",
        "Dijual",
        "IMG-1.jpg",
    )
    assert offered["group_key"] == asked["group_key"] == f"whatsapp:group:{CHAT}"
    assert str(offered["posted_at"]) == "2026-03-13 01:15:00+00:00"
    assert str(asked["posted_at"]) == "2026-04-01 20:16:00+00:00"
    extra = json.loads(asked["extra"])
    assert (extra["deleted_state"], extra["is_phone_owner"]) == ("Yes", "true")


def test_calls_contacts_and_the_rest(report: Read) -> None:
    assert report.links.select("from_key", "to_key", "kind").rows() == [
        ("phone:+12025550104", "phone:+12025550100", "call")
    ]
    shop = next(r for r in report.accounts.rows(named=True) if r["platform"] == "facebook")
    assert (shop["account_key"], shop["contact"]) == ("facebook:100000000000001", "+12025550105")
    assert "Passed over in the report: 2 rows of sheet 'Locations'." in report.notices
    assert any("Contoh 7" in notice for notice in report.notices)


def test_dates_that_may_be_read_two_ways_ask(tmp_path: Path) -> None:
    sheets = {**SHEETS, "Chats": [*SHEETS["Chats"][:2], SHEETS["Chats"][3]]}
    book = write(tmp_path / "file.data", sheets)
    with pytest.raises(SourceError, match="date-order"):
        read(book)
    found = read(book, ReadOptions(date_order="mdy"))
    assert str(found.posts["posted_at"][0]) == "2026-01-04 20:16:00+00:00"


def test_a_sheet_without_a_known_header_is_refused(tmp_path: Path) -> None:
    book = write(tmp_path / "file.data", {**SHEETS, "Emails": [["Von", "An"], ["a", "b"]]})
    assert read(book).rejected["locator"].to_list() == ["Emails"]


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_cells_of_any_content_never_break(tmp_path_factory, data: st.DataObject) -> None:
    sheets = {name: [list(row) for row in table] for name, table in SHEETS.items()}
    row = data.draw(st.sampled_from(sheets[data.draw(st.sampled_from(sorted(sheets)))]))
    place = data.draw(st.integers(0, len(row) - 1))
    row[place] = data.draw(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
    book = write(tmp_path_factory.mktemp("fuzz") / "file.data", sheets)
    try:
        read(book, format_name="cellebrite-xlsx")
    except SourceError:
        return
