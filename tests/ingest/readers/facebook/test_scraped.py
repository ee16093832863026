from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.ingest.readers.facebook.files import FIXTURES
from tests.ingest.readers.reading import Read, read

JAKARTA = ReadOptions(time_zone="Asia/Jakarta", encoding="cp1252")


@pytest.fixture(scope="module")
def found() -> Read:
    return read(FIXTURES / "scraped.json", JAKARTA)


def test_commas_for_posts_left_out_do_no_harm(found: Read) -> None:
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (6, 4, 2)
    assert found.posts["locator"].to_list() == [
        "item 1",
        "item 1, comment 1",
        "item 1, comment 1, reply 1",
        "item 2",
    ]
    assert found.posts["text"][0] == 'Jual murai, ada "}, , ,{" juga'


def test_an_epoch_goes_before_the_machines_own_time(found: Read) -> None:
    assert found.posts["posted_at"].to_list() == [
        datetime(2026, 3, 1, 8, 15, 30, tzinfo=UTC),
        datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
        None,
        datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
    ]


def test_who_wrote_where(found: Read) -> None:
    assert found.posts.select("account_key", "group_key", "reply_to").rows() == [
        ("facebook:100000001", "facebook:group:5550001", None),
        ("facebook:100000002", "facebook:group:5550001", "post:facebook:7001"),
        ("facebook:@tono.contoh.fiktif", "facebook:group:5550001", "post:facebook:8001"),
        ("facebook:100000001", "facebook:group:@kicau.fajar.fiktif", None),
    ]
    assert found.accounts["url"][0] == "https://www.facebook.com/budi.contoh.fiktif"


def test_words_passed_on_are_not_the_posters(found: Read) -> None:
    first, second = (found.posts.row(at, named=True) for at in (0, 3))
    assert (first["forwarded_from"], second["forwarded_from"]) == (None, "Orang Lain")
    assert json.loads(first["extra"])["shared_text"] == "kata orang, WA +1 202 555 0103"
    assert second["text"] == "kata orang"


def test_the_table_of_another_machine() -> None:
    found = read(FIXTURES / "scraped.csv", JAKARTA)
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (5, 4, 1)
    assert found.posts.select("locator", "text", "reply_to").rows() == [
        ("row 2", "Jual murai – hub", None),
        ("row 2, comment 1", "masih ada?", "post:facebook:7001"),
        ("row 2, comment 1, reply 1", "ada", "post:facebook:8001"),
        ("row 3", "kata orang", None),
    ]
    assert found.posts["posted_at"][1] == datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    assert found.posts["image"][0] == "https://img.example/1.jpg\nhttps://img.example/2.jpg"
    assert found.rejected.select("locator", "reason").rows() == [
        ("row 3, comments", "they cannot be read")
    ]


def test_without_its_encoding_the_table_is_not_read() -> None:
    with pytest.raises(SourceError, match="UTF-8"):
        read(FIXTURES / "scraped.csv")


def test_the_group_can_be_told_and_markup_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    post = {"post_id": "1", "post_url": None, "username": "Budi", "is_live": False}
    path.write_text(json.dumps([{**post, "text": "x", "source": "<div>x</div>"}]))
    found = read(path, ReadOptions(chat="5550009"))
    assert found.posts.select("group_key", "account_key").rows() == [
        ("facebook:group:5550009", "facebook:5550009/Budi")
    ]
    assert found.notices == [
        "The posts' markup, which facebook-scraper saved as 'source', is not kept."
    ]


def test_a_listing_may_have_a_title_only(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    post = {"post_id": "1", "post_url": None, "username": "Budi", "user_url": None, "text": ""}
    path.write_text(json.dumps([{**post, "listing_title": "Murai", "listing_price": "Rp1"}]))
    found = read(path)
    assert found.posts.select("text", "price").rows() == [("Murai", "Rp1")]
