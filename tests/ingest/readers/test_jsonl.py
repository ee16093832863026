from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import SourceError
from tests.builders import post, write_csv, write_jsonl
from tests.ingest.readers.reading import read


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_same_rows_as_in_csv(tmp_path: Path) -> None:
    rows = [post(n, text=f'quote " and\nnewline {n}', note="=1+1") for n in range(5)]
    from_lines = read(write_jsonl(tmp_path / "t.jsonl", rows))
    from_table = read(write_csv(tmp_path / "t.csv", rows))
    assert from_lines.format == "jsonl"
    assert from_lines.posts.drop("locator").equals(from_table.posts.drop("locator"))
    assert from_lines.posts["locator"].to_list() == [f"line {n}" for n in range(1, 6)]


def test_values_are_kept_as_written(tmp_path: Path) -> None:
    line = (
        '{"platform":"x","account_id":90071992547409931,"text":"t","price":1.50,'
        '"collected_at":1772366400,"ok":true,"none":null,"list":[1,"a"],"big":1e400}'
    )
    (row,) = read(write(tmp_path / "t.jsonl", line)).posts.to_dicts()
    assert (row["account_key"], row["price"]) == ("x:90071992547409931", "1.50")
    assert json.loads(row["extra"]) == {"ok": "true", "list": "1\na", "big": "1E+400"}


def test_broken_lines_are_refused_with_their_place(tmp_path: Path) -> None:
    good = json.dumps(post(1))
    path = write(
        tmp_path / "t.jsonl",
        good,
        "",
        "[1, 2]",
        '{"platform": "x", "text": "\\ud83d"}',
        "[" * 100_000,
        '{"a": ' + "9" * 5_000 + "}",
        json.dumps(post(2))[:-9],
    )
    found = read(path)
    assert found.rows_accepted == 1
    assert found.rejected["locator"].to_list() == [f"line {n}" for n in (3, 4, 5, 6, 7)]
    words = ["not an object", "half a character", "nested too deep", "too many digits", "not whole"]
    for reason, word in zip(found.reasons, words, strict=True):
        assert word in reason


def test_names_may_differ_between_lines(tmp_path: Path) -> None:
    rows = [post(1), {"account_id": "2", "platform": "x", "text": "t", "rare": "r"}]
    extra = read(write_jsonl(tmp_path / "t.jsonl", rows)).posts["extra"].to_list()
    assert extra == [None, '{"rare":"r"}']


def test_line_of_200_megabytes_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    with path.open("wb") as file:
        file.write(json.dumps(post(1)).encode() + b'\n{"text": "')
        for _ in range(200):
            file.write(b"z" * 1_000_000)
        file.write(b'"}\n' + json.dumps(post(2)).encode())
    found = read(path)
    assert found.posts["locator"].to_list() == ["line 1", "line 3"]
    assert found.reasons == ["the line is longer than 4,000,000 characters"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('{"platform": "x", "text": "t"}\n', "lacks 'account_id'"),
        ('{"text": "' + "z" * 5_000_000, "longer than 4,000,000"),
    ],
)
def test_files_that_are_no_json_lines(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(content)
    with pytest.raises(SourceError) as error:
        read(path)
    assert complaint in str(error.value)


def test_too_many_names(tmp_path: Path) -> None:
    rows = [post(1) | {f"n{n}-{k}": "1" for k in range(500)} for n in range(9)]
    with pytest.raises(SourceError, match="different names"):
        read(write_jsonl(tmp_path / "t.jsonl", rows))
