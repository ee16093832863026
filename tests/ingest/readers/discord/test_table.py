from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ingest.readers.options import ReadOptions
from tests.ingest.readers.reading import Read, read

FIXTURES = Path(__file__).parent / "fixtures"


def read_table(tmp_path: Path, **options: str) -> Read:
    path = tmp_path / "a file"
    shutil.copy(FIXTURES / "channel.csv", path)
    return read(path, ReadOptions(**options))


def test_it_is_told_by_content_and_adds_up(tmp_path: Path) -> None:
    found = read_table(tmp_path)
    assert found.format == "discord-csv"
    assert (found.rows_read, found.rows_accepted, found.rows_merged) == (8, 6, 0)
    assert (len(found.posts), found.rows_described, len(found.rejected)) == (4, 2, 2)
    assert sorted(found.reasons) == [
        "'01/03/2026 21:10' cannot be read as a time",
        "the row has 4 cells where the header has 6",
    ]


def test_messages(tmp_path: Path) -> None:
    found = read_table(tmp_path, time_zone="Asia/Jakarta")
    assert found.posts["text"].to_list() == [
        "Lories, two of them\ncall +1 202 555 0134",
        "How much?",
        None,
        "gone",
    ]
    assert [time.isoformat() for time in found.posts["posted_at"]] == [
        "2026-03-01T09:00:00.730000+00:00",
        "2026-03-01T14:05:00+00:00",
        "2026-03-01T14:06:00+00:00",
        "2026-03-01T14:09:00+00:00",
    ]
    assert found.posts["image"].to_list() == [
        "https://cdn.example/a.png\nhttps://cdn.example/b.png",
        None,
        "Files/lory-1A2B3.png",
        None,
    ]
    assert json.loads(found.posts["extra"][0]) == {"Reactions": "👍 (2)"}


def test_only_a_name_with_a_number_is_a_handle(tmp_path: Path) -> None:
    found = read_table(tmp_path)
    handles = set(found.accounts.select("native_id", "handle").iter_rows())
    assert handles == {
        ("910000000000000002", "Rudi#7077"),
        ("910000000000000001", None),
        ("920000000000000001", None),
        ("910000000000000003", None),
    }
    assert found.posts["account_key"][3] is None


def test_service_messages_are_no_posts(tmp_path: Path) -> None:
    found = read_table(tmp_path, chat="900000000000000010")
    assert found.posts["group_key"].unique().to_list() == ["discord:group:900000000000000010"]
    assert found.memberships.select("account_key", "event").rows() == [
        ("discord:910000000000000003", "joined"),
        ("discord:910000000000000002", None),
    ]


@pytest.mark.parametrize(
    ("order", "time"), [("dmy", "2026-03-01T21:10:00+00:00"), ("mdy", "2026-01-03T21:10:00+00:00")]
)
def test_dates_of_a_country_are_read_in_the_order_given(
    tmp_path: Path, order: str, time: str
) -> None:
    found = read_table(tmp_path, date_order=order)
    assert found.posts["posted_at"][4].isoformat() == time
