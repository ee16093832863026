from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.readers.delimited import load
from ingest.readers.layout import Layout
from tests.builders import post, write_csv
from tests.ingest.readers.reading import read

HEADER = "platform,account_id,text\n"


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [post(n, text=f"Murai; batu, 100% | «ялинка» 鸟\t{n}") for n in range(3)]
    found = read(write_csv(tmp_path / "t.csv", rows, delimiter=delimiter, encoding=encoding))
    assert found.format == ("tsv" if delimiter == "\t" else "csv")
    assert found.posts["text"].to_list() == [row["text"] for row in rows]


def test_places_as_spreadsheet_and_editor_count(tmp_path: Path) -> None:
    path = write(
        tmp_path / "t.csv", HEADER + 'x,1,"two\nlines"\n\nx,2,plain\nx,3,"a\r\n\r\nb"\nx,4,end'
    )
    assert read(path).posts["locator"].to_list() == [
        "row 2",
        "row 4, line 5",
        "row 5, line 6",
        "row 6, line 9",
    ]


def test_ragged_rows_are_refused_with_their_place(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", HEADER + "x,1,a\nx,2\nx,3,b,c\nx,4,d\n")
    found = read(path)
    assert found.posts["account_key"].to_list() == ["x:1", "x:4"]
    assert found.rejected["locator"].to_list() == ["row 3", "row 4"]
    assert found.rejected["raw"].to_list() == ["x,2\n", "x,3,b,c\n"]
    assert found.reasons[0] == "the row has 2 cells where the header has 3"


def test_unclosed_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", HEADER + 'x,1,a\nx,2,"b\nx,3,c\nx,4,d\n')
    found = read(path)
    assert found.posts["account_key"].to_list() == ["x:1", "x:3", "x:4"]
    assert found.posts["locator"].to_list() == ["row 2", "row 4", "row 5"]
    assert found.rejected.row(0)[0] == "row 3"
    assert found.reasons == ["a quotation mark is opened here and not closed"]


def test_undoubled_quotation_mark_is_refused_not_swallowed(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", HEADER + 'x,1,"he said "hi" to me"\nx,2,5" pipe\n')
    found = read(path)
    assert found.posts["text"].to_list() == ['5" pipe']
    assert found.reasons == ["a quotation mark inside a quoted cell is not doubled"]


def test_line_of_200_megabytes_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with path.open("wb") as file:
        file.write(HEADER.encode() + b"x,1,a\nx,2,")
        for _ in range(200):
            file.write(b"z" * 1_000_000)
        file.write(b'\nx,3,"c\n')
        for _ in range(9):
            file.write(b"z" * 1_000_000)
        file.write(b"\nx,4,d\n")
    found = read(path)
    assert found.posts["account_key"].to_list() == ["x:1", "x:4"]
    assert found.rejected["locator"].to_list() == ["row 3", "row 4", "row 5"]
    assert found.reasons[0] == "the line is longer than 4,000,000 characters"
    assert found.rejected["raw"].str.len_chars().max() == 2_000


def test_blank_rows_are_no_rows(tmp_path: Path) -> None:
    found = read(write(tmp_path / "t.csv", "\n" + HEADER + "\n,,\nx,1,a\n\n"))
    assert (found.rows_read, found.posts["locator"][0]) == (1, "row 5")


def test_excel_separator_line_is_passed_over(tmp_path: Path) -> None:
    found = read(write(tmp_path / "t.csv", "sep=;\nplatform;account_id;text\nx;1;a,b\n"))
    assert found.posts["text"].to_list() == ["a,b"]
    assert found.posts["locator"].to_list() == ["row 3"]


def test_nul_characters_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", HEADER + "x,1,a\0b\n" + "x,2,longer text\n" * 9)
    found = read(path)
    assert found.reasons == ["the row holds a NUL character"]
    assert (found.rows_accepted, found.rows_merged) == (1, 8)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"platform,account_id,text\n", "no rows"),
        (b"just a note\nto myself\n", "header of a table"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "an image"),
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<html></html>", "web page"),
        (b"platform,text\nx,a\n", "'account_id'"),
        (b"platform,account_id,text,text\nx,1,a,b\n", "'text' more than once"),
        (b"platform,account_id,text,Text\nx,1,a,b\n", "more than one column is called 'text'"),
        (b"platform,account_id\nx,1\n", "nothing about them"),
        (b"account_id,text\n1,a\n", "--platform"),
        (b"platform,account_id,text\nx,1,\xe9t\xe9\n", "byte 30 is not UTF-8"),
        (b"platform,account_id,text\nx,1,a\xe2\x82", "is not UTF-8"),
        (b'platform,"account_id,text\nx,1,a\n', "header"),
        (b"a,b\n" * 3, "lacks 'platform', 'account_id' (it has 'a', 'b')"),
        (b"z" * 5_000_000, "header of a table"),
    ],
)
def test_files_that_are_no_table(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(SourceError) as error:
        read(path)
    assert complaint in str(error.value)
    assert str(error.value).startswith("t.csv: ")


def test_too_many_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", ",".join(f"c{n}" for n in range(2_001)) + "\n")
    with pytest.raises(SourceError, match="2,001 columns"):
        read(path)


def test_batches_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "".join(f"x,{n},t\n" for n in range(120_000)))
    batches = list(load(path, "t.csv", Layout()))
    assert [len(batch.locators) for batch in batches] == [50_000, 50_000, 20_000]
    assert batches[2].locators[0] == "row 100002"
    assert batches[2].bytes_read == path.stat().st_size
