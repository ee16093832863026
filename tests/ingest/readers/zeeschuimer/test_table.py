from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.reading import Read, read
from tests.ingest.readers.zeeschuimer.saved import FIXTURES


def read_table(folder: Path, name: str) -> Read:
    path = folder / "a file"
    shutil.copy(FIXTURES / f"{name}.csv", path)
    found = read(path)
    assert found.format == "zeeschuimer-csv"
    assert (found.rows_read, len(found.posts), len(found.rejected)) == (2, 2, 0)
    return found


def rows_of(folder: Path, name: str) -> list[dict[str, Any]]:
    rows = read_table(folder, name).posts.to_dicts()
    return [{**row, "extra": json.loads(row["extra"])} for row in rows]


def test_tiktok(tmp_path: Path) -> None:
    first, second = rows_of(tmp_path, "tiktok")
    assert first["post_key"] == "post:tiktok:7300000000000000001"
    assert first["account_key"] == "tiktok:@kiki.lori"
    assert first["text"] == "Lories ready; #lory\ntwo of them\nCall +1 202 555 0177"
    assert first["posted_at"].isoformat() == "2026-02-28T12:00:00+00:00"
    assert first["location"] == "ID"
    assert (first["extra"]["plays"], first["extra"]["hashtags"]) == ("300", "lory")
    assert first["extra"]["collected_from_url"] == "https://www.tiktok.com/search?q=lory"
    assert second["text"] == "From the page"
    assert second["posted_at"].isoformat() == "2026-02-28T13:00:00+00:00"
    assert not second["time_zone_assumed"]


def test_tiktok_comments(tmp_path: Path) -> None:
    first, second = rows_of(tmp_path, "comments")
    assert first["post_key"] == "post:tiktok:7400000000000000001"
    assert first["reply_to"] == "post:tiktok:7300000000000000001"
    assert second["reply_to"] == "post:tiktok:7400000000000000001"
    assert first["account_key"] == "tiktok:@rudi_aviary"
    assert second["account_key"] == "tiktok:6800000000000000003"
    assert first["extra"]["video"] == "7300000000000000001"
    assert "comment_url" not in first["extra"]


def test_instagram(tmp_path: Path) -> None:
    first, second = rows_of(tmp_path, "instagram")
    assert first["post_key"] == "post:instagram:DAbC-1_x"
    assert first["account_key"] == "instagram:50000000001"
    assert first["posted_at"].isoformat() == "2026-02-28T12:00:00+00:00"
    assert first["image"] == "https://img.example/1.jpg\nhttps://img.example/2.jpg"
    assert first["location"] == "Pasar Burung Jakarta (-6.2,106.8)"
    assert first["extra"]["coauthors"] == "rudi_aviary"
    assert second["account_key"] == "instagram:@kiki_lori"
    assert (second["posted_at"], second["extra"]["partial_item"]) == (None, "true")


def test_x(tmp_path: Path) -> None:
    first, second = rows_of(tmp_path, "x")
    assert first["post_key"] == "post:x:1990000000000000123"
    assert first["post_url"] == "https://x.com/kiki_lori/status/1990000000000000123"
    assert (first["account_key"], first["text"]) == ("x:1600000000000000001", "Lories & cages")
    assert (first["forwarded_from"], first["location"]) == (None, "Jakarta, Indonesia")
    assert (second["forwarded_from"], second["text"]) == ("kiki_lori", "Lories & cages")


@pytest.mark.parametrize("name", ["tiktok", "comments", "instagram", "x"])
def test_posts_have_the_keys_of_the_captures(tmp_path: Path, name: str) -> None:
    keys = {row["post_key"] for row in rows_of(tmp_path, name)}
    assert keys <= set(read(FIXTURES / f"{name}.ndjson").posts["post_key"])


def test_a_table_of_no_platform_is_refused_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("id;body\n1;words\n", encoding="utf-8")
    assert read(path, format_name="zeeschuimer-csv").reasons == ["no platform is named"]
