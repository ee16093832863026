from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import keys
from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from ingest.readers.records.file_id import file_id
from tests.ingest.readers.reading import Read, read

FIXTURES = Path(__file__).parent / "fixtures"
TABLE = FIXTURES / "links.csv"
JAKARTA = ReadOptions(time_zone="Asia/Jakarta")


@pytest.fixture(scope="module")
def links() -> Read:
    return read(TABLE, JAKARTA)


def test_counts_every_row_once(links: Read) -> None:
    assert links.format == "links"
    counts = (links.rows_read, len(links.links), len(links.rejected), links.rows_merged)
    assert counts == (11, 5, 5, 1)


def test_keys_stand_as_they_are_and_numbers_become_details(links: Read) -> None:
    ends = links.links.select("from_key", "to_key").rows()
    record = f"record:{file_id(TABLE)}/"
    assert ends == [
        ("telegram:user7100", "phone:+12025550101"),
        ("phone:+12025550102", "phone:+442079460123"),
        (f"{record}PT Fiksi Jaya", f"{record}Budi Contoh"),
        (f"{record}PT Fiksi Jaya", "iban:GB33BUKB20201555555555"),
        ("handle:telegram:contoh_shop", "email:budi@contoh.example"),
    ]


def test_amount_and_what_else_is_said_stay_as_written(links: Read) -> None:
    paid = links.links.row(3, named=True)
    assert (paid["amount"], paid["currency"], paid["handling"]) == (
        "1.500.000,00",
        "IDR",
        "TLP:RED",
    )
    assert links.links["extra"].to_list()[0] == '{"Vessel":"MV Fiksi"}'
    assert links.links["origin"].to_list()[:2] == ["register of a port", "phone bill"]
    assert links.links["grade"].to_list()[0] == "B2"


def test_times_are_of_the_zone_and_undated_links_stay_undated(links: Read) -> None:
    times = links.links["occurred_at"].dt.strftime("%Y-%m-%d %H:%M").to_list()
    assert times == [
        "2026-03-01 08:00",
        "2026-03-01 03:15",
        None,
        "2026-03-01 17:00",
        "2026-03-02 17:00",
    ]
    assert links.links["time_zone_assumed"].to_list() == [False, False, None, False, False]


def test_the_key_is_of_who_what_when_and_how_much(links: Read) -> None:
    call = links.links.row(1, named=True)
    assert call["link_key"] == keys.link(
        "phone:+12025550102", "phone:+442079460123", "call", "2026-03-01T03:15:00.000000Z", ""
    )
    assert call["locator"] == "row 3"


def test_refused_rows_say_why(links: Read) -> None:
    assert links.rejected.select("locator", "field", "reason").rows() == [
        ("row 8", "from", "one end of the relation is missing"),
        ("row 9", "to", "'6.28123E+12' is a number that a spreadsheet cut short"),
        ("row 10", "to", "'telegram:group:9' is a group; a link joins accounts and details"),
        ("row 11", "kind", "no kind of relation is named"),
        ("row 12", "time", "'03/04/2026' may begin with the day or the month; pass --date-order"),
    ]


def test_names_are_accounts_of_this_file_alone(links: Read, tmp_path: Path) -> None:
    described = links.accounts.select("platform", "name", "contact").rows()
    assert sorted(described) == [
        ("record", "Budi Contoh", None),
        ("record", "PT Fiksi Jaya", None),
    ]
    other = tmp_path / "other.csv"
    other.write_text("from,to,kind\nPT Fiksi Jaya,Budi Contoh,director\n")
    assert read(other).links["from_key"][0] not in links.links["from_key"].to_list()


def test_the_date_order_decides_and_the_region_reads_national_numbers(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("from\tto\tkind\ttime\n020 7946 0123\tBudi\tcall\t3/4/2026 9:05\n")
    found = read(table, ReadOptions(region="GB", date_order="dmy", time_zone="UTC"))
    assert found.links["from_key"].to_list() == ["phone:+442079460123"]
    assert str(found.links["occurred_at"][0]) == "2026-04-03 09:05:00+00:00"


def test_numbers_without_country_join_nothing_and_that_is_said(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("from,to,kind\n020 7946 0123,+12025550101,call\n")
    found = read(table)
    assert found.links["from_key"].to_list() == [f"record:{file_id(table)}/020 7946 0123"]
    assert found.notices == [
        "Some ends are numbers without a country code; they join nothing outside this file until "
        "it is read with --region."
    ]


def test_a_name_with_a_number_is_an_account_that_has_the_number(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("from,to,kind\nBudi +12025550101,+12025550102,call\n")
    found = read(table)
    assert found.accounts.select("name", "contact").rows() == [
        ("Budi +12025550101", "+12025550101")
    ]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("whatsapp:+62 812-3456-7890", "whatsapp:+6281234567890"),
        ("12025550101@s.whatsapp.net", "whatsapp:+12025550101"),
        ("whatsapp:12025550101", "whatsapp:+12025550101"),
        ("Telegram:@Contoh_Shop", "telegram:@contoh_shop"),
        ("handle:telegram:Contoh", "handle:telegram:contoh"),
        ("bank:id:bca:123 456", "bank:ID:BCA:123456"),
        ("wechat:abc123", "wechat:abc123"),
        ("parcel:jp 1234 5678", "parcel:JP12345678"),
        ("company:ID:812 000", "company:ID:812000"),
        ("phone:+1 202 555 0101", "phone:+12025550101"),
        ("btc:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "btc:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        (
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "btc:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        ),
        ("record:0123456789ab/PT Fiksi", "record:0123456789ab/PT Fiksi"),
        ("https://www.instagram.com/contoh.shop/", "handle:instagram:contoh.shop"),
    ],
)
def test_ends_that_are_known_everywhere(tmp_path: Path, written: str, key: str) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"from,to,kind\n{written},PT Fiksi: Jaya,owns\n")
    found = read(table).links
    assert found["from_key"].to_list() == [key]
    assert found["to_key"][0].endswith("/PT Fiksi: Jaya")


@pytest.mark.parametrize(
    "written",
    [
        "#NAME?",
        "iban:GB34BUKB20201555555555",
        "phone:0812345678",
        "phone:+1",
        "email:nobody",
        "bank:1",
        "unknown",
        "Private number",
        "nan",
        "0",
        "telegram:0",
    ],
)
def test_keys_that_are_none_are_refused(tmp_path: Path, written: str) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"from,to,kind\n{written},PT Fiksi,owns\n")
    assert read(table).rejected["field"].to_list() == ["from"]


def test_json_lines_and_sheets_read_alike(tmp_path: Path) -> None:
    lines = tmp_path / "a.data"
    lines.write_text(
        '{"from": "telegram:user1", "to": "+12025550101", "kind": "uses", "time": 1770000000}\n'
        '{"from": "telegram:user1", "to": null, "kind": "uses"}\nno json\n'
    )
    found = read(lines)
    assert (found.format, len(found.links), len(found.rejected)) == ("links", 1, 2)

    book = tmp_path / "b.data"
    with xlsxwriter.Workbook(str(book)) as workbook:
        first, second = workbook.add_worksheet("links"), workbook.add_worksheet("notes")
        first.write_row(0, 0, ["From", "To", "Kind"])
        first.write_row(1, 0, ["telegram:user1", "+12025550101", "uses"])
        second.write_row(0, 0, ["remark", "by"])
        second.write_row(1, 0, ["checked", "an analyst"])
    found = read(book)
    assert (found.format, len(found.links)) == ("links", 1)
    assert found.reasons == ["the sheet lacks 'from', 'to', 'kind'"]


def test_a_chart_of_i2_and_call_records(tmp_path: Path) -> None:
    chart = tmp_path / "chart.data"
    chart.write_text(
        "Entity 1,Entity 1 Type,Entity 2,Entity 2 Type,Link Type,Date,Time\n"
        "Budi Contoh,Person,PT Fiksi Jaya,Organization,Director,2026-01-02,9:30\n"
    )
    found = read(chart)
    assert (found.format, found.links["kind"].to_list()) == ("i2-links", ["Director"])
    assert found.links["occurred_at_raw"].to_list() == ["2026-01-02 9:30"]
    assert '"Entity 1 Type":"Person"' in found.links["extra"][0]

    calls = tmp_path / "calls.data"
    calls.write_text(
        "Calling Number,Called Number,Start Time,Duration,Call Type\n"
        "+12025550101,+12025550102,2026-01-02 09:30:00,62,MOC\n"
        "+12025550101,+12025550102,2026-01-02 09:31:00,,SMS-MO\n"
    )
    found = read(calls)
    assert (found.format, found.links["kind"].to_list()) == ("call-records", ["call", "sms"])
    assert found.links["extra"].to_list() == [
        '{"call type":"MOC","Duration":"62"}',
        '{"call type":"SMS-MO"}',
    ]


def test_a_table_of_messages_is_no_links_table(tmp_path: Path) -> None:
    talk = tmp_path / "talk.csv"
    talk.write_text("from,to,type,date,text\nA,B,sms,2026-01-02,hello\n")
    with pytest.raises(SourceError):
        read(talk)


@settings(max_examples=40, deadline=None)
@given(
    place=st.integers(0, TABLE.stat().st_size - 1),
    junk=st.sampled_from([b"", b"\0", b'"', b",,", b"\n", b"\xff", "🐦".encode(), b"9" * 600]),
)
def test_damaged_tables_never_break(tmp_path_factory, place: int, junk: bytes) -> None:
    whole = TABLE.read_bytes()
    damaged = tmp_path_factory.mktemp("fuzz") / "table.csv"
    damaged.write_bytes(whole[:place] + junk + whole[place + len(junk) :])
    try:
        read(damaged, format_name="links")
    except SourceError:
        return


def test_every_end_is_an_account_or_a_detail(links: Read) -> None:
    ends = pl.concat([links.links["from_key"], links.links["to_key"]])
    described = set(links.accounts["account_key"])
    assert {key for key in ends if key.startswith("record:")} == described


def test_dates_as_days_from_1900_are_read_and_said(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("from,to,kind,time\ntelegram:user1,+12025550101,uses,46082\n")
    found = read(table)
    assert str(found.links["occurred_at"][0]) == "2026-03-01 00:00:00+00:00"
    assert any("1900" in notice for notice in found.notices)
