from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import write_xlsx
from tests.ingest.readers.reading import read
from tests.ingest.readers.spoiled_tables import EDITS, read_or_refuse, spoiled

FIXTURE = Path(__file__).parent / "fixtures/sheet.csv"
HEADER = ["Link", "Archive status", "Archive location", "Archive date", "Text content", "Hash"]


def sheet(path: Path, *rows: list[str]) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return path


def test_archived_pages(tmp_path: Path) -> None:
    neutral = tmp_path / "t.csv"
    neutral.write_bytes(FIXTURE.read_bytes())
    found = read(neutral)
    assert found.format == "auto-archiver"
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (9, 5, 4)
    assert found.posts["post_key"].to_list()[:4] == [
        "post:telegram:@pasar_burung_demo/45",
        "post:facebook:9008007006005",
        "post:instagram:C4abcDEF_1-",
        "post:tiktok:7345678901234567890",
    ]
    assert found.posts["platform"][4] == "birds.example"
    assert found.posts["account_key"].to_list() == [
        None, None, "instagram:@kicau.demo", "tiktok:@kicau_demo", None,
    ]  # fmt: skip
    assert found.posts["group_key"].to_list()[:2] == [
        "telegram:group:@pasar_burung_demo",
        "facebook:group:1002003004005",
    ]
    assert found.posts["text"].to_list() == [
        "Magpies ready, call +1 202 555 0143",
        "Two shama, male",
        "New stock in our shop",
        "=cmd|' /C calc'!A0",
        "Offers",
    ]


def test_times_are_the_archivers_utc() -> None:
    posts = read(FIXTURE).posts
    assert posts["posted_at"][0] == datetime(2026, 3, 1, 10, 15, tzinfo=UTC)
    assert posts["posted_at"][1] == datetime(2026, 3, 1, 10, 20, tzinfo=UTC)
    assert posts["collected_at"][1] == datetime(2026, 3, 2, 8, 5, tzinfo=UTC)
    assert posts["time_zone_assumed"].to_list()[:3] == [False] * 3


def test_fingerprints_of_pictures_are_images_and_those_of_pages_are_kept() -> None:
    found = read(FIXTURE)
    assert found.images.select("post_key", "sha256", "perceptual_hash").rows() == [
        ("post:telegram:@pasar_burung_demo/45", None, "pdq:" + "f8" * 32),
        ("post:telegram:@pasar_burung_demo/45", None, "pdq:" + "c3" * 32),
        ("post:facebook:9008007006005", "1b" * 32, "pdq:" + "f8" * 32),
    ]
    extra = json.loads(found.posts["extra"][0])
    assert extra["hash"] == "SHA-256:" + "0a" * 32
    assert extra["thumbnail"] == '=IMAGE("https://archive.example/a/t.jpg")'
    assert extra["investigator note"] == "first lead"
    (notice,) = found.notices
    assert notice.startswith("Hashes of archived pages are kept with the posts")


def test_another_method_than_sha256_is_no_sha256() -> None:
    extra = json.loads(read(FIXTURE).posts["extra"][2])
    assert extra["hash"].startswith("SHA3-512:")


def test_pages_that_were_not_archived_are_refused_with_their_status() -> None:
    found = read(FIXTURE).rejected
    assert found.select("field", "reason").rows() == [
        ("archive status", "the archiver says 'Archive failed nothing archived'"),
        ("archive status", "the archiver says 'Archive in progress'"),
        ("archive status", "the archiver has not come to it yet"),
        ("link", "the row names no address that was archived"),
    ]


def test_renamed_columns_and_a_workbook(tmp_path: Path) -> None:
    header = ["Found where", "ARCHIVE STATUS", "archive location", "Archive Date", "Text Content"]
    row = [
        "https://t.me/c/1234567890/7", "telethon: success", "https://archive.example/7.png",
        datetime(2026, 3, 2, 8), "Owls",
    ]  # fmt: skip
    book = {"Leads": [header, row], "Notes": [["what"], ["call back"]]}
    found = read(write_xlsx(tmp_path / "t.xlsx", book))
    assert found.format == "auto-archiver"
    (post,) = found.posts.to_dicts()
    assert (post["post_key"], post["text"]) == ("post:telegram:1234567890/7", "Owls")
    assert post["collected_at"] == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert found.rejected.select("locator", "reason").rows() == [
        ("Notes row 2", "the row names no address that was archived")
    ]


def test_a_title_stands_over_words_that_do_not_hold_it(tmp_path: Path) -> None:
    header = [*HEADER, "Upload title"]
    path = tmp_path / "t.csv"
    with path.open("w", newline="") as file:
        rows = [["https://x.example/1", "success", "", "2026-03-02", "Male, 2 years", "", "Shama"]]
        csv.writer(file).writerows([header, *rows])
    assert read(path).posts["text"].to_list() == ["Shama\nMale, 2 years"]


def test_the_same_page_archived_twice_is_one_post_seen_twice(tmp_path: Path) -> None:
    link = "https://www.facebook.com/groups/1/posts/12345678"
    days = ("2026-03-02", "2026-03-09")
    rows = [
        [f"{link}{end}", "success", "", day, "t", ""]
        for day, end in zip(days, ("", "/?x=1"), strict=True)
    ]
    found = read(sheet(tmp_path / "t.csv", *rows))
    assert found.posts["post_key"].to_list() == ["post:facebook:12345678"] * 2


@pytest.mark.parametrize(
    "header", ["platform,account_id,archive status,archive date,archive location"]
)
def test_a_plain_table_stays_one(tmp_path: Path, header: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{header}\nx,1,success,2026-03-02,https://a.example\n")
    assert read(path).format == "csv"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=EDITS, cut=st.integers(0, 400))
def test_anything_is_read_or_refused(
    tmp_path: Path, edits: list[tuple[int, int, str]], cut: int
) -> None:
    read_or_refuse(tmp_path / "t.csv", spoiled(FIXTURE, edits, cut), "auto-archiver")
