from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.proposal import known_format, preview, take_sample
from ingest.readers.mapping import Mapping
from ingest.readers.options import ReadOptions
from tests.builders import post, write_csv, write_xlsx

HEADER = "Nr;Wer;Was;Wann"
ROWS = "1;u1;Vogel;2026-01-01\n2;u2;Käfig;2026-01-02\n"


def test_a_header_below_titles(tmp_path: Path) -> None:
    path = tmp_path / "t"
    for above in ("", "Liste der Anbieter\n\n", "Liste;;;\n;;;\n", "Liste\nStand: März; 2026\n"):
        path.write_text(f"{above}{HEADER}\n{ROWS}", encoding="utf-8")
        sample = take_sample(path, "t", ReadOptions())
        assert list(sample.columns) == HEADER.split(";"), above
        assert sample.columns["Wer"] == ["u1", "u2"]


def test_a_sheet_below_titles_beside_another(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Liste", "", ""], ["Wer", "Was", "Wann"], ["u1", "Vogel", "x"]]
    path = write_xlsx(tmp_path / "t.xlsx", {"Notes": [["a"], ["b"], ["c"]], "Data": rows})
    sample = take_sample(path, "t", ReadOptions())
    assert list(sample.columns) == ["Wer", "Was", "Wann"]
    assert (sample.layout.sheet, sample.layout.header_row) == ("Data", 2)


def test_the_longest_list_of_a_document(tmp_path: Path) -> None:
    path = tmp_path / "t"
    found = {"tags": [{"a": 1}], "data": {"posts": [{"id": n} for n in range(3)]}}
    path.write_text(json.dumps(found, indent=1))
    sample = take_sample(path, "t", ReadOptions())
    assert (sample.format, sample.layout.items) == ("json", "data.posts")
    assert sample.columns == {"id": ["0", "1", "2"]}


def test_at_most_a_thousand_rows(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [{"a": str(n), "b": "x"} for n in range(1_500)])
    assert len(take_sample(path, "t", ReadOptions()).rows.locators) == 1_000


def test_a_format_of_its_own_needs_no_mapping(tmp_path: Path) -> None:
    path = tmp_path / "t"
    path.write_text("AuthorID,Author,Date,Content,Attachments,Reactions\n1,a,b,c,,\n")
    assert known_format(path, ReadOptions()) == "discord-csv"
    path.write_text(HEADER)
    assert known_format(path, ReadOptions()) is None


@pytest.mark.parametrize("content", [b"", b"\n\n", b"hello there", b"%PDF-1.4", b"\x89PNG\r\n"])
def test_files_that_are_no_tables(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t"
    path.write_bytes(content)
    with pytest.raises(SourceError) as error:
        take_sample(path, "t", ReadOptions())
    assert str(error.value).startswith("t: ")


def test_a_preview_says_what_would_be_read(tmp_path: Path) -> None:
    rows = [post(1), post(2), post(2), post(3, posted_at="soon"), post(4, account_id="")]
    path = write_csv(tmp_path / "t.csv", rows)
    mapping = Mapping(columns={"account_id": ["account_id"], "text": ["text"],
                               "posted_at": ["posted_at"]})  # fmt: skip
    sample = take_sample(path, "t", ReadOptions())
    options = ReadOptions(mapping=mapping, region="US", platform="forum")
    found = preview(sample.rows, "t", options)
    assert (found.rows_read, found.rows_accepted, found.rows_merged, found.rows_rejected) == (
        5, 2, 1, 2,
    )  # fmt: skip
    assert found.reasons == {"a value cannot be read as a time": 1, "no account is named": 1}
    assert found.details == {"phone": 2}
    assert found.rows[0]["account"] == "forum:a1"
    assert found.rows[0]["contact_details"] == ["phone:+12025550101"]
    nothing = preview(sample.rows, "t", ReadOptions(mapping=mapping))
    assert "lacks 'platform'" in (nothing.problem or "")


def test_an_account_may_be_known_by_its_handle(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "t.csv", [{"who": "@Shop_1", "what": "a"}, {"who": "", "what": "b"}]
    )
    mapping = Mapping(
        columns={"account_handle": ["who"], "text": ["what"]}, constants={"platform": "x"}
    )
    found = preview(take_sample(path, "t", ReadOptions()).rows, "t", ReadOptions(mapping=mapping))
    assert (found.rows_accepted, found.reasons) == (1, {"no account is named": 1})
    assert found.rows[0]["account"] == "x:@shop_1"
