from __future__ import annotations

import json
from datetime import UTC, datetime

from ingest.readers.options import ReadOptions
from tests.ingest.readers.facebook.files import FIXTURES
from tests.ingest.readers.reading import read


def test_posts_in_a_group_are_nobodys() -> None:
    found = read(FIXTURES / "crowdtangle_groups.csv")
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (4, 3, 1)
    assert found.posts["account_key"].null_count() == 3
    assert set(found.posts["group_key"]) == {"facebook:group:5550001"}
    assert found.posts["post_key"].to_list() == [
        f"post:facebook:{number}" for number in (7001, 7006, 7007)
    ]
    assert found.aliases["key"].to_list() == ["facebook:group:@kicau.fajar.fiktif"]
    assert found.reasons == ["'5.55E+06' is a number that a spreadsheet cut short"]


def test_the_name_of_the_zone_is_heeded_and_kept() -> None:
    found = read(FIXTURES / "crowdtangle_groups.csv")
    assert found.posts["posted_at"].to_list() == [
        datetime(2026, 1, 5, 13, 15, 30, tzinfo=UTC),
        datetime(2026, 7, 5, 12, 15, 30, tzinfo=UTC),
        datetime(2026, 7, 5, 8, 15, 30, tzinfo=UTC),
    ]
    assert found.posts["time_zone_assumed"].to_list() == [False, False, True]
    stamps = [json.loads(extra)["Post Created"] for extra in found.posts["extra"]]
    assert [stamp[-3:] for stamp in stamps] == ["EST", "EDT", "IST"]


def test_a_zone_of_several_meanings_is_the_users_to_tell() -> None:
    options = ReadOptions(time_zone="Asia/Kolkata")
    found = read(FIXTURES / "crowdtangle_groups.csv", options)
    assert found.posts["posted_at"][2] == datetime(2026, 7, 5, 2, 45, 30, tzinfo=UTC)


def test_counts_and_links_are_kept() -> None:
    extra = json.loads(read(FIXTURES / "crowdtangle_groups.csv").posts["extra"][0])
    assert extra["Total Interactions"] == "1234"
    assert extra["Image Text"] == "harga 750"
    assert extra["Final Link"] == "https://toko.example/"
    assert extra["Link"] == "https://www.facebook.com/photo.php?fbid=1"


def test_posts_on_a_page_are_the_pages() -> None:
    found = read(FIXTURES / "crowdtangle_pages.csv")
    assert (found.rows_read, found.rows_accepted) == (2, 2)
    assert found.posts["account_key"].to_list() == ["facebook:4440001"] * 2
    assert found.posts["group_key"].null_count() == 2
    assert found.posts["posted_at"].to_list() == [
        datetime(2026, 1, 5, 16, 15, 30, tzinfo=UTC),
        datetime(2026, 1, 6, 3, 0, tzinfo=UTC),
    ]
    first, second = found.posts["post_key"]
    assert first == "post:facebook:9001"
    assert second.startswith("post:facebook:url-")
    assert found.aliases["key"].to_list() == ["facebook:@toko.fiktif"]
