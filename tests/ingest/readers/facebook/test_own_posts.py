from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from ingest.readers.options import ReadOptions
from tests.ingest.readers.facebook.files import FIXTURES
from tests.ingest.readers.reading import read

POSTS = FIXTURES / "own_posts.json"


def test_posts() -> None:
    found = read(POSTS)
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (3, 2, 1)
    assert found.posts["text"].to_list() == [
        "Jual Løvebird, WA +44 7700 900123\nhttps://toko.example/1",
        "Sangkar\nbekas",
    ]
    assert found.posts["image"].to_list() == ["posts/media/1.jpg", None]
    assert found.posts.select("price", "location").rows()[1] == ("Rp50.000", "Sorejaya")
    assert found.posts["posted_at"][0] == datetime(2026, 3, 1, 8, 15, tzinfo=UTC)
    assert json.loads(found.posts["extra"][0])["title"] == "Søren Contoh posted something."
    assert found.reasons == ["it holds neither words nor a picture nor a link"]


def test_the_owner_is_known_by_name_and_marked_so() -> None:
    found = read(POSTS)
    assert set(found.posts["account_key"]) == {"facebook:name/søren contoh"}
    assert "known by name only (Søren Contoh); pass --chat" in found.notices[0]
    assert list(found.suggested_own) == ["facebook:name/søren contoh"]


def test_the_owner_can_be_told() -> None:
    found = read(POSTS, ReadOptions(chat="100000009"))
    assert set(found.posts["account_key"]) == {"facebook:100000009"}
    assert (found.notices, list(found.suggested_own)) == ([], ["facebook:100000009"])
    by_handle = read(POSTS, ReadOptions(chat="soren.contoh"))
    assert set(by_handle.posts["account_key"]) == {"facebook:@soren.contoh"}


def test_without_a_name_the_posts_are_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    said = {"timestamp": 1772352900, "data": [{"post": "Jual"}], "title": "Budi membagikan tautan."}
    path.write_text(json.dumps([said]))
    found = read(path)
    assert found.posts["account_key"].to_list() == [None]
    assert "does not say whose posts these are" in found.notices[0]
    assert found.suggested_own == {}


def test_posts_in_groups() -> None:
    found = read(FIXTURES / "own_group_posts.json")
    assert (found.rows_read, found.rows_accepted) == (3, 3)
    group = "facebook:group:name/birds in sorejaya"
    assert found.posts["group_key"].to_list() == [group, group, None]
    assert set(found.posts["account_key"]) == {"facebook:name/budi contoh"}


def test_comments_in_groups() -> None:
    found = read(FIXTURES / "own_group_comments.json")
    assert found.posts.select("text", "group_key", "account_key").rows() == [
        ("minat", "facebook:group:name/birds in sorejaya", "facebook:name/budi contoh")
    ]
