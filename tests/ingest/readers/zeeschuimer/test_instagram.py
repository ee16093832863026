from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.readers.reading import Read
from tests.ingest.readers.zeeschuimer.saved import captures, post_at, read_lines

KIKI, RUDI, SARI, TONO = (f"instagram:5000000000{number}" for number in (1, 2, 3, 4))


@pytest.fixture
def posts(tmp_path: Path) -> Read:
    return read_lines(tmp_path, captures("instagram"))


def test_todays_shape(posts: Read) -> None:
    row = post_at(posts, "line 1")
    assert row["post_key"] == "post:instagram:DAbC-1_x"
    assert row["post_url"] == "https://www.instagram.com/p/DAbC-1_x/"
    assert row["account_key"] == KIKI
    assert row["text"] == "Two lories, WA +1 202 555 0134"
    assert row["posted_at"].isoformat() == "2026-02-28T12:00:00+00:00"
    assert row["image"] == "https://img.example/1.jpg\nhttps://img.example/2.jpg"
    assert row["location"] == "Pasar Burung, Jakarta (-6.2,106.8)"
    assert json.loads(row["extra"]["fellow_authors"]) == ["rudi_aviary"]
    assert json.loads(row["extra"]["tagged"]) == ["sari_birds"]


def test_counts_that_are_hidden_are_not_told(posts: Read) -> None:
    extra = post_at(posts, "line 1")["extra"]
    assert extra["likes_hidden"] == "true"
    assert "likes" not in extra
    assert post_at(posts, "line 2")["extra"]["likes"] == "5"


def test_those_who_post_together_are_described(posts: Read) -> None:
    assert posts.rows_described == 1
    (rudi,) = posts.accounts.filter(locator="line 1, author 2").to_dicts()
    assert (rudi["account_key"], rudi["handle"], rudi["name"]) == (RUDI, "rudi_aviary", "Rudi")


def test_comments_that_came_with_a_post(posts: Read) -> None:
    first, second = (post_at(posts, f"line 1, comment {number}") for number in (1, 2))
    assert (first["account_key"], first["text"]) == (TONO, "Price?")
    assert first["reply_to"] == second["reply_to"] == "post:instagram:DAbC-1_x"
    assert (second["account_key"], second["text"]) == ("instagram:@sari_birds", None)
    assert post_at(posts, "line 3, comment 1")["account_key"] == SARI


def test_a_post_without_words_and_with_another_owner(posts: Read) -> None:
    row = post_at(posts, "line 2")
    assert (row["text"], row["account_key"]) == (None, KIKI)
    assert row["extra"]["owner"] == "another_owner"
    assert row["extra"]["is_ad"] == "true"


def test_the_shape_before(posts: Read) -> None:
    row = post_at(posts, "line 3")
    assert row["post_key"] == "post:instagram:CAbC-3_x"
    assert (row["account_key"], row["text"]) == (RUDI, "Old shape")
    assert row["posted_at"].isoformat() == "2026-02-28T14:00:00+00:00"
    assert row["image"] == "https://img.example/4.jpg\nhttps://img.example/5.jpg"
    assert row["extra"]["likes"] == "7"


def test_the_sparse_shape_lacks_time_and_words(posts: Read) -> None:
    row = post_at(posts, "line 4")
    assert row["post_key"] == "post:instagram:DAbC-4_x"
    assert (row["posted_at"], row["text"]) == (None, None)
    assert row["image"] == "https://img.example/6.jpg"
    assert row["extra"]["is_partial"] == "true"


def test_metas_own_number_of_an_account_is_not_instagrams(posts: Read) -> None:
    assert post_at(posts, "line 4")["account_key"] == "instagram:@kiki_lori"
    assert ("instagram:@kiki_lori", KIKI) in posts.aliases.select("key", "same_as").rows()


def test_a_highlights_code_names_another_post(posts: Read) -> None:
    row = post_at(posts, "line 5")
    assert (row["post_key"], row["post_url"]) == ("post:instagram:18100000000000001", None)
    assert posts.reasons == ["the capture names no post"]
