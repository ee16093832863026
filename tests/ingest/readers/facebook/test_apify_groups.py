from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.ingest.readers.facebook.files import FIXTURES
from tests.ingest.readers.reading import Read, read

GROUP = "facebook:group:5550001"


@pytest.fixture(scope="module")
def found() -> Read:
    return read(FIXTURES / "groups.json")


def post(found: Read, post_id: str) -> dict[str, object]:
    (row,) = found.posts.filter(post_id=post_id).to_dicts()
    return row


def test_every_row_is_accounted_for(found: Read) -> None:
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (10, 7, 3)
    assert found.rejected.select("locator", "field").rows() == [
        ("item 1, comment 3", None),
        ("item 5", "error"),
        ("item 6", "legacyId"),
    ]
    assert "kosong.fiktif: no_items" in found.reasons[1]


def test_a_post(found: Read) -> None:
    row = post(found, "7001")
    assert row["post_key"] == "post:facebook:7001"
    assert row["account_key"] == "facebook:100000001"
    assert row["group_key"] == GROUP
    assert row["posted_at"] == datetime(2026, 3, 1, 8, 15, 30, tzinfo=UTC)
    assert row["time_zone_assumed"] is False
    assert (row["price"], row["currency"], row["location"]) == ("Rp750.000", "IDR", "Sorejaya")
    extra = json.loads(str(row["extra"]))
    assert (extra["isMarketplaceListing"], extra["likesCount"]) == ("true", "4")


def test_comments_are_rows_of_their_own(found: Read) -> None:
    rows = found.posts.filter(found.posts["reply_to"].is_not_null())
    assert rows.select("locator", "post_id", "reply_to", "account_key").rows() == [
        ("item 1, comment 1", "8001", "post:facebook:7001", "facebook:100000002"),
        ("item 1, comment 2", "8002", "post:facebook:7001", "facebook:5550001/pfbid0Opaque111"),
        ("item 1, comment 2, reply 1", "8003", "post:facebook:8002", "facebook:100000001"),
    ]


def test_the_name_in_an_address_is_another_key_of_the_group_and_of_the_seller(found: Read) -> None:
    assert found.aliases.select("key", "same_as").rows() == [
        ("facebook:@budi.contoh.fiktif", "facebook:100000001"),
        ("facebook:group:@kicau.fajar.fiktif", GROUP),
    ]


def test_words_in_a_picture_are_kept_apart(found: Read) -> None:
    row = post(found, "7002")
    assert row["text"] is None
    assert row["image"] == "https://img.example/full1.jpg\nhttps://img.example/t2.jpg"
    assert "+1 202 555 0102" in json.loads(str(row["extra"]))["picture_text"]


def test_an_anonymous_participant_is_not_matched(found: Read) -> None:
    keys = [post(found, number)["account_key"] for number in ("7003", "7004")]
    assert keys == ["facebook:5550001/anonymous-7003", "facebook:5550001/anonymous-7004"]
    assert json.loads(str(post(found, "7003")["extra"]))["called"] == "Anonymous participant 145"
    assert "facebook:990001" not in found.accounts["account_key"]
    assert not any("Anonymous" in (name or "") for name in found.accounts["name"])


def test_the_table_says_the_same() -> None:
    found = read(FIXTURES / "groups.csv")
    assert (found.rows_read, found.rows_accepted) == (3, 3)
    assert found.posts.select("locator", "post_id", "account_key", "image").rows() == [
        (
            "row 2",
            "7001",
            "facebook:100000001",
            "https://img.example/a.jpg\nhttps://img.example/b.jpg",
        ),
        ("row 2, comment 1", "8001", "facebook:100000002", None),
        ("row 3", "7005", "facebook:100000001", None),
    ]
    assert found.groups["group_key"].to_list() == [GROUP]


def test_lines_say_the_same(tmp_path: Path, found: Read) -> None:
    path = tmp_path / "posts.jsonl"
    items = json.loads((FIXTURES / "groups.json").read_text())
    path.write_text("\n".join(map(json.dumps, items)))
    lines = read(path)
    assert lines.posts["post_key"].to_list() == found.posts["post_key"].to_list()
    assert lines.posts["locator"].to_list()[0] == "line 1"


def test_columns_in_each_others_way_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("facebookUrl,legacyId,user,user/id,text\n,7001,Budi,100000001,x\n")
    (row,) = read(path).posts.to_dicts()
    assert json.loads(row["extra"]) == {"user/id": "100000001"}


def test_a_file_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    path.write_bytes((FIXTURES / "groups.json").read_bytes()[:2_200])
    found = read(path)
    assert found.rows_accepted >= 4
    assert found.reasons[-1] == "it ends too early"
