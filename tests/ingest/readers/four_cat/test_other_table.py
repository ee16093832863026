from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from tests.ingest.readers.four_cat.exports import NOON, anonymised, pseudonymised, table, tiktok
from tests.ingest.readers.reading import read


def bare(number: int = 1, **cells: Any) -> dict[str, object]:
    """Write a row with the columns of every table."""
    five = {"id": number, "thread_id": number, "author": "sari_demo", "body": "Jual"}
    return {**five, "timestamp": "2024-05-01 12:00:00", **cells}


def post(folder: Path, row: dict[str, Any], platform: str | None = None) -> dict[str, Any]:
    """Read a table of one row."""
    return read(table(folder, [row]), ReadOptions(platform=platform)).posts.row(0, named=True)


def test_tiktok(tmp_path: Path) -> None:
    found = read(table(tmp_path, [tiktok(body="Jual murai", likes=3)]))
    assert (found.format, found.rows_read, found.rows_accepted) == ("4cat", 1, 1)
    only = found.posts.row(0, named=True)
    assert only["post_key"] == "post:tiktok:7300000000000000001"
    assert only["account_key"] == "tiktok:6800000000000000001"
    assert only["post_url"].endswith("/video/7300000000000000001")
    assert only["posted_at"] == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert only["time_zone_assumed"] is False
    assert found.aliases["key"].to_list() == ["tiktok:@sari_demo"]
    assert found.accounts["name"].to_list() == ["Sari Dewi"]
    assert json.loads(only["extra"])["likes"] == "3"


def test_without_a_platform_it_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        read(table(tmp_path, [bare()]))
    assert str(refused.value) == (
        "a.csv: this 4CAT table does not say which platform it is of; pass --platform NAME."
    )


def test_the_user_names_the_platform(tmp_path: Path) -> None:
    only = post(tmp_path, bare(unix_timestamp=NOON), "Gab")
    assert (only["platform"], only["account_key"]) == ("gab", "gab:@sari_demo")
    assert only["posted_at"] == datetime(2024, 5, 1, 10, tzinfo=UTC)


def test_a_column_states_the_platform(tmp_path: Path) -> None:
    rows = [bare(1, platform="IG"), bare(2, platform="tiktok.com")]
    assert read(table(tmp_path, rows)).posts["platform"].to_list() == ["instagram", "tiktok"]


def test_an_address_that_leads_elsewhere_states_nothing(tmp_path: Path) -> None:
    address = "https://www.tiktok.com/@x/video/99"
    with pytest.raises(SourceError):
        read(table(tmp_path, [bare(1, url=address)]))
    only = post(tmp_path, bare(1, url=address, subreddit="demo"))
    assert (only["platform"], only["post_url"]) == ("reddit", None)
    assert only["group_key"] == "reddit:group:@demo"
    assert json.loads(only["extra"])["url"] == address


def test_comments(tmp_path: Path) -> None:
    row = bare(
        22,
        thread_id=21,
        author="@6800000000000000009",
        comment_url="https://m.tiktok.com/v/21.html?share_comment_id=22&u_code=secret",
        is_comment_on_comment="no",
        post_id=21,
        post_url="https://m.tiktok.com/v/21",
    )
    only = post(tmp_path, row)
    assert (only["platform"], only["account_key"]) == ("tiktok", "tiktok:6800000000000000009")
    assert (only["post_key"], only["reply_to"]) == ("post:tiktok:22", "post:tiktok:21")
    assert "secret" not in only["extra"]


def test_a_repost_on_x(tmp_path: Path) -> None:
    row = bare(
        1790000000000000123,
        link="https://x.com/sari_demo/status/1790000000000000000",
        author_id=42,
        is_retweet="yes",
        retweeted_user="budi_demo",
    )
    only = post(tmp_path, row)
    assert (only["platform"], only["account_key"]) == ("x", "x:42")
    assert only["forwarded_from"] == "budi_demo"
    assert only["post_url"] == "https://x.com/sari_demo/status/1790000000000000123"


def test_an_answer_in_a_thread(tmp_path: Path) -> None:
    assert post(tmp_path, bare(2, thread_id=1), "gab")["reply_to"] == "post:gab:1"
    assert post(tmp_path, bare(2, thread_id=2), "gab")["reply_to"] is None


def test_the_address_of_a_post_states_the_platform(tmp_path: Path) -> None:
    only = post(tmp_path, bare(77, url="https://www.threads.net/@sari_demo/post/77"))
    assert (only["platform"], only["account_key"]) == ("threads", "threads:@sari_demo")
    assert only["post_url"].endswith("/post/77")


@pytest.mark.parametrize("author", ["Anonymous", "[deleted]", "Two Words", ""])
def test_names_that_are_no_handles(tmp_path: Path, author: str) -> None:
    only = post(tmp_path, bare(author=author), "forum")
    assert only["account_key"] is None
    assert json.loads(only["extra"]).get("author", "") == author


def test_hidden_authors(tmp_path: Path) -> None:
    rows = [tiktok(1, author_id=""), tiktok(2, author="budi_demo", author_id="")]
    found = read(table(tmp_path, map(pseudonymised, rows)))
    keys = found.posts["account_key"].to_list()
    assert len(set(keys)) == 2 and all(key.startswith("tiktok:pseudonym/") for key in keys)
    assert len(found.aliases) == 0
    found = read(table(tmp_path, map(anonymised, rows)))
    assert found.posts["account_key"].to_list() == [None, None]


def test_the_plain_table_is_none_of_4cats(tmp_path: Path) -> None:
    row = bare(platform="gab", account_id="7")
    assert read(table(tmp_path, [row])).format == "csv"
