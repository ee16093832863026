from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.readers.reading import Read
from tests.ingest.readers.zeeschuimer.saved import captures, lifted, post_at, read_lines

KIKI, RUDI, SARI = (f"tiktok:680000000000000000{number}" for number in (1, 2, 3))


@pytest.fixture
def videos(tmp_path: Path) -> Read:
    return read_lines(tmp_path, captures("tiktok"))


@pytest.fixture
def comments(tmp_path: Path) -> Read:
    return read_lines(tmp_path, captures("comments"))


def test_a_video(videos: Read) -> None:
    row = post_at(videos, "line 1")
    assert row["post_key"] == "post:tiktok:7300000000000000001"
    assert row["post_url"] == "https://www.tiktok.com/@kiki.lori/video/7300000000000000001"
    assert row["account_key"] == KIKI
    assert row["text"] == "Lories ready #lory #bird\nCall +1 202 555 0177"
    assert row["posted_at"].isoformat() == "2026-02-28T12:00:00+00:00"
    assert (row["image"], row["location"]) == ("https://img.example/cover.jpg", "ID")
    extra = row["extra"]
    assert (extra["plays"], extra["likes"], extra["saves"]) == ("312", "10", "0")
    assert json.loads(extra["hashtags"]) == ["lory", "bird", "parrotsoftiktok"]
    assert json.loads(extra["mentions"]) == ["rudi_aviary"]
    assert extra["collected_from_url"] == "https://www.tiktok.com/search?q=lory+bird"
    assert "is_ad" not in extra
    assert "duet_from" not in extra


def test_a_video_seen_again_is_another_sighting(videos: Read) -> None:
    seen = videos.posts.filter(post_key="post:tiktok:7300000000000000001")
    assert [time.isoformat() for time in seen["collected_at"]] == [
        "2026-03-01T12:00:00+00:00",
        "2026-03-02T12:00:00+00:00",
    ]
    plays = [json.loads(extra)["plays"] for extra in seen["extra"]]
    assert plays == ["312", "400"]
    assert videos.rows_merged == 1


def test_an_author_may_be_a_handle_with_the_name_beside_it(videos: Read) -> None:
    row = post_at(videos, "line 4")
    assert row["account_key"] == RUDI
    assert row["posted_at"].isoformat() == "2026-02-28T13:00:00+00:00"
    assert row["collected_at"].isoformat() == "2026-03-01T12:00:00.001000+00:00"
    assert row["image"] == "https://img.example/1.jpg\nhttps://img.example/2.jpg"
    assert row["location"] == "Pasar Burung, Jakarta"
    assert row["extra"]["duet_from"] == "7300000000000000001"
    assert row["extra"]["is_ad"] == "true"


def test_a_handle_alone_is_an_account(tmp_path: Path) -> None:
    capture = captures("tiktok")[3]
    del capture["data"]["authorId"]
    found = read_lines(tmp_path, [capture])
    assert found.posts["account_key"].to_list() == ["tiktok:@rudi_aviary"]
    assert found.aliases.is_empty()


def test_accounts_are_described_and_their_handles_told(videos: Read) -> None:
    (kiki,) = videos.accounts.filter(account_key=KIKI).to_dicts()
    assert (kiki["handle"], kiki["name"]) == ("kiki.lori", "Kiki Lori")
    assert kiki["bio"] == "Birds | WA +1 202 555 0134"
    assert kiki["contact"] == "https://birds.example/kiki"
    assert set(videos.aliases.select("key", "same_as").iter_rows()) == {
        ("tiktok:@kiki.lori", KIKI),
        ("tiktok:@rudi_aviary", RUDI),
    }


def test_comments_answer_the_comment_above_them_else_the_video(comments: Read) -> None:
    assert comments.posts.select("locator", "account_key", "post_key", "reply_to").rows() == [
        ("line 1", RUDI, "post:tiktok:7400000000000000001", "post:tiktok:7300000000000000001"),
        (
            "line 1, reply 1",
            KIKI,
            "post:tiktok:7400000000000000002",
            "post:tiktok:7400000000000000001",
        ),
        ("line 2", SARI, "post:tiktok:7400000000000000003", "post:tiktok:7400000000000000002"),
    ]
    first = post_at(comments, "line 1")
    assert first["text"] == "How much? WA +1 202 555 0155"
    assert first["posted_at"].isoformat() == "2026-02-28T14:46:40+00:00"
    assert first["image"] == "https://img.example/c.jpg"
    assert first["extra"]["video"] == "7300000000000000001"
    assert comments.reasons == ["the capture names no comment"]


def test_profiles_of_those_who_comment(comments: Read) -> None:
    (rudi,) = comments.accounts.filter(account_key=RUDI).to_dicts()
    assert (rudi["handle"], rudi["bio"]) == ("rudi_aviary", "Breeder")
    assert rudi["contact"] == "https://www.instagram.com/rudi.aviary"


def test_authors_that_4cat_hides_are_known_by_their_hash_alone(tmp_path: Path) -> None:
    capture = captures("tiktok")[0]
    for name, mark in (("id", "a"), ("uniqueId", "b"), ("nickname", "c"), ("signature", "d")):
        capture["data"]["author"][name] = mark * 48
    gone = captures("tiktok")[3]
    gone["data"]["author"] = gone["data"]["authorId"] = "REDACTED"
    found = read_lines(tmp_path, [lifted(capture), lifted(gone)])
    assert found.posts["account_key"].to_list() == [f"tiktok:pseudonym/{'a' * 48}", None]
    assert found.posts["post_url"].to_list() == [None, None]
    assert found.aliases.is_empty()
    assert found.accounts.select("handle", "name", "bio").rows() == [(None, None, None)]
