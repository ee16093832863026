from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.errors import SourceError, UsageError
from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions
from tests.builders import write_csv, write_xlsx
from tests.ingest.readers.reading import Read, read

LISTING = {
    "ID": "1",
    "date": "31/12/2025",
    "shop": "eBay",
    "seller": "s1",
    "title": "Painted bat",
    "description": "framed",
    "price": "9",
    "views": "",
}
MAPPING = """
columns:
  account_id: seller
  platform: shop
  post_id: ID
  text: [title, description]
  collected_at: date
constants:
  currency: USD
time: {format: "%d/%m/%Y"}
"""


def mapped(tmp_path: Path, table: Path, mapping: str) -> Read:
    path = tmp_path / "mapping.yaml"
    path.write_text(mapping, encoding="utf-8")
    return read(table, ReadOptions(mapping=load_mapping(path)))


def test_a_foreign_table(tmp_path: Path) -> None:
    rows = [LISTING, LISTING | {"ID": "2", "title": "", "views": "7"}]
    found = mapped(tmp_path, write_csv(tmp_path / "t.csv", rows), MAPPING)
    first, second = found.posts.to_dicts()
    assert (first["post_key"], first["account_key"]) == ("post:ebay:1", "ebay:s1")
    assert (first["text"], second["text"]) == ("Painted bat\nframed", "framed")
    assert (first["currency"], first["price"]) == ("USD", None)
    assert first["collected_at"] == datetime(2025, 12, 31, tzinfo=UTC)
    assert json.loads(first["extra"]) == {"price (source)": "9"}
    assert json.loads(second["extra"]) == {"price (source)": "9", "views": "7"}


def test_layout(tmp_path: Path) -> None:
    table = tmp_path / "t.txt"
    table.write_bytes("Список\nдата#кто#что\n2026-03-01#7#щегол\n".encode("cp1251"))
    found = mapped(
        tmp_path,
        table,
        "delimiter: '#'\nencoding: cp1251\nheader_row: 2\n"
        "columns: {posted_at: дата, account_id: кто, text: что}\nconstants: {platform: vk}\n",
    )
    assert found.posts.select("account_key", "text", "locator").rows() == [
        ("vk:7", "щегол", "row 3")
    ]


def test_sheet(tmp_path: Path) -> None:
    sheets = {"A": [["who", "what"], ["1", "a"]], "B": [["who", "what"], ["2", "b"]]}
    table = write_xlsx(tmp_path / "t.xlsx", sheets)
    mapping = "sheet: B\ncolumns: {account_id: who, text: what}\nconstants: {platform: x}\n"
    assert mapped(tmp_path, table, mapping).posts["account_key"].to_list() == ["x:2"]
    with pytest.raises(SourceError, match="there is no sheet 'C' \\(there is 'A', 'B'\\)"):
        mapped(tmp_path, table, mapping.replace("sheet: B", "sheet: C"))


def test_layout_alone_keeps_the_plain_table(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes("Platform,Account ID,text\nx,1,müde\n".encode("cp1252"))
    with pytest.raises(SourceError, match="cp1252"):
        read(table)
    found = mapped(tmp_path, table, "encoding: cp1252\n")
    assert found.posts["text"].to_list() == ["müde"]


def test_a_mapped_column_that_the_table_lacks(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "t.csv", [LISTING])
    with pytest.raises(SourceError, match="lacks 'vendor', which the mapping names"):
        mapped(tmp_path, table, MAPPING.replace("seller", "vendor"))


@pytest.mark.parametrize(
    ("mapping", "complaint"),
    [
        ("", "says nothing"),
        ("just words", "says nothing"),
        ("columns: [", "not YAML"),
        ("colums: {}", "`colums` is not a key of a mapping"),
        ("columns: {seller: account_id}", "`columns.seller`: the plain table has no such column"),
        ("columns: {text: []}", "`columns.text`"),
        ("columns: {text: 5}", "`columns.text`"),
        (
            "constants: {platform: 5}",
            "`constants.platform`: Input should be a valid string; put it",
        ),
        ("encoding: klingon", "`encoding`: there is no such encoding"),
        ("delimiter: ';;'", "`delimiter`"),
        ("header_row: 0", "`header_row`"),
        ("format: pdf", "`format`"),
        ("time: {form: x}", "`time.form`"),
        ("time: {format: '%d/%m'}", "`time.format`: no date can be read in this form"),
        ("time: {format: '%d/%m/%Y %H'}", "`time.format`: no date"),
        ("time: {format: ''}", "`time.format`: no date"),
        ("columns: {text: a}\nconstants: {text: b}", "'text' stands under both"),
        ("\xff\xfe", "mapping.yaml"),
    ],
)
def test_mistakes_name_file_key_and_remedy(tmp_path: Path, mapping: str, complaint: str) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(mapping, encoding="latin-1")
    with pytest.raises(UsageError) as error:
        load_mapping(path)
    assert complaint in str(error.value)
    assert str(error.value).startswith(str(path))


def test_no_mapping_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_mapping(tmp_path / "absent.yaml")


def test_a_table_of_links(tmp_path: Path) -> None:
    rows = [
        {"Pengirim": "+12025550101", "Penerima": "+12025550102", "Jumlah": "500",
         "Tgl": "31/12/2025"},
        {"Pengirim": "", "Penerima": "+12025550102", "Jumlah": "1", "Tgl": "31/12/2025"},
    ]  # fmt: skip
    mapping = (
        "table: links\ncolumns: {from: Pengirim, to: Penerima, amount: Jumlah, time: Tgl}\n"
        "constants: {kind: transfer}\ntime: {format: '%d/%m/%Y'}\n"
    )
    table = write_csv(tmp_path / "t.csv", rows)
    found = mapped(tmp_path, table, mapping)
    (link,) = found.links.to_dicts()
    assert (link["from_key"], link["to_key"]) == ("phone:+12025550101", "phone:+12025550102")
    assert (link["kind"], link["amount"]) == ("transfer", "500")
    assert link["occurred_at"] == datetime(2025, 12, 31, tzinfo=UTC)
    assert len(found.rejected) == 1
    with pytest.raises(SourceError, match="says nothing of 'kind'"):
        mapped(tmp_path, table, mapping.replace("constants: {kind: transfer}\n", ""))
    with pytest.raises(UsageError, match="the links table has no such column; it has from, to"):
        mapped(tmp_path, table, mapping.replace("{from:", "{text:"))
