from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.readers.reading import Read
from tests.ingest.readers.zeeschuimer.saved import captures, post_at, read_lines

KIKI, RUDI = "x:1600000000000000001", "x:1600000000000000002"


@pytest.fixture
def posts(tmp_path: Path) -> Read:
    return read_lines(tmp_path, captures("x"))


def test_a_post(posts: Read) -> None:
    row = post_at(posts, "line 1")
    assert row["post_key"] == "post:x:1990000000000000123"
    assert row["post_url"] == "https://x.com/kiki_lori/status/1990000000000000123"
    assert row["account_key"] == KIKI
    assert row["posted_at"].isoformat() == "2026-02-28T12:00:00+00:00"
    assert row["posted_at_raw"] == "Sat Feb 28 12:00:00 +0000 2026"
    assert not row["time_zone_assumed"]
    assert row["location"] == "Jakarta, Indonesia"
    assert row["image"] == "https://img.example/1.jpg\nhttps://img.example/2.jpg"
    extra = row["extra"]
    assert (extra["views"], extra["likes"], extra["promoted"]) == ("321", "4", "true")
    assert extra["collected_from_url"] == "https://x.com/search?q=lory"
    assert json.loads(extra["hashtags"]) == ["lory"]


def test_words_are_those_that_x_shows(posts: Read) -> None:
    assert post_at(posts, "line 1")["text"] == "Lories & cages https://wa.me/12025550134"


def test_a_repost_passes_on_the_words_of_another(posts: Read) -> None:
    row, inner = post_at(posts, "line 2"), post_at(posts, "line 2, reposted")
    assert (row["account_key"], row["forwarded_from"]) == (RUDI, "kiki_lori")
    assert row["text"] == inner["text"] == "Lories & cages https://wa.me/12025550134"
    assert row["extra"]["reposts_post"] == "1990000000000000123"
    assert (inner["account_key"], inner["forwarded_from"]) == (KIKI, None)
    assert inner["post_key"] == "post:x:1990000000000000123"
    assert inner["posted_at"].isoformat() == "2026-02-28T12:00:00+00:00"


def test_a_long_post_is_read_whole_by_its_unrounded_id(posts: Read) -> None:
    row = post_at(posts, "line 3")
    assert row["post_key"] == "post:x:1990000000000000125"
    assert row["text"] == "Look, a long post of which all is read https://birds.example/long"
    assert row["reply_to"] == "post:x:1990000000000000001"
    assert row["extra"]["quotes_post"] == "1990000000000000123"


def test_a_quoted_post_seen_twice_in_one_moment_is_merged(posts: Read) -> None:
    assert post_at(posts, "line 4")["extra"]["quotes_post"] == "1990000000000000123"
    assert posts.rows_merged == 1
    assert len(posts.posts.filter(locator="line 4, quoted")) == 0


def test_the_form_before(posts: Read) -> None:
    row = post_at(posts, "line 5")
    assert (row["post_key"], row["account_key"]) == ("post:x:1990000000000000127", RUDI)
    assert row["text"] == "Old form"


def test_posts_that_are_gone_and_times_that_never_were(posts: Read) -> None:
    assert sorted(posts.reasons) == [
        "'Sat Feb 30 14:00:00 +0000 2026' cannot be read as a time",
        "X shows no post here",
    ]


def test_accounts_old_and_new(posts: Read) -> None:
    told = posts.accounts.select("account_key", "handle", "name", "bio", "contact").unique().rows()
    assert sorted(told) == [
        (KIKI, "kiki_lori", "Kiki", "Birds & cages", "https://birds.example/kiki"),
        (RUDI, "rudi_aviary", "Rudi", "Breeder", None),
    ]
