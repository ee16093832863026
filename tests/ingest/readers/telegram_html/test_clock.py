from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from ingest.readers.options import ReadOptions
from ingest.readers.telegram_html.clock import read_dates
from tests.ingest.readers.telegram_html.pages import message
from tests.ingest.readers.telegram_html.reading import read_blocks

SUMMER, WINTER = "09.07.2026 14:00:00 UTC+01:00", "09.01.2026 14:00:00 UTC+01:00"


def hour(printed: str, zone: str | None) -> int | None:
    """The hour in UTC that a printed time is read as."""
    (time,) = read_dates(pl.Series([printed]), zone)["time"]
    return None if time is None else time.hour


@pytest.mark.parametrize(
    ("printed", "zone", "expected"),
    [
        (WINTER, None, 13),
        (SUMMER, None, 13),
        (WINTER, "Europe/Berlin", 13),
        (SUMMER, "Europe/Berlin", 12),
        ("09.07.2026 14:00:00 UTC+00:00", "Europe/Dublin", 13),
        ("09.01.2026 14:00:00 UTC+00:00", "Europe/Dublin", 14),
        ("09.01.2026 14:00:00 UTC-03:00", "America/Santiago", 17),
        ("09.07.2026 14:00:00 UTC+05:30", None, 8),
        ("09.07.2026 14:00:00 UTC", None, 14),
        ("09.07.2026 14:00:00 GMT+02:00", None, 12),
        ("9.07.2026 14:00 UTC+02:00", None, 12),
        ("29.03.2026 02:30:00 UTC+01:00", "Europe/Berlin", 1),
        ("2026-07-09T14:00:00Z", None, 14),
        ("31.02.2026 14:00:00 UTC+01:00", None, None),
        ("14:05", None, None),
        ("", None, None),
    ],
)
def test_times(printed: str, zone: str | None, expected: int | None) -> None:
    assert hour(printed, zone) == expected


def test_an_offset_of_another_zone_stands(tmp_path: Path) -> None:
    read = read_blocks(
        tmp_path, message(1, "a", date=SUMMER), options=ReadOptions(time_zone="Asia/Jakarta")
    )
    assert read.post["posted_at"] == datetime(2026, 7, 9, 13, tzinfo=UTC)
    assert read.says("an offset that Asia/Jakarta does not have")


def test_with_the_zone_summer_is_right_and_nothing_need_be_said(tmp_path: Path) -> None:
    options = ReadOptions(time_zone="Europe/Berlin")
    read = read_blocks(
        tmp_path, message(1, "a", date=WINTER), message(2, "b", date=SUMMER), options=options
    )
    assert [post["posted_at"].hour for post in read.posts] == [13, 12]
    assert not read.says("--timezone")


def test_without_the_zone_it_is_said_once(tmp_path: Path) -> None:
    read = read_blocks(tmp_path, message(1, "a"), message(2, "b"))
    assert len([notice for notice in read.notices if "--timezone" in notice]) == 1
    assert [post["time_zone_assumed"] for post in read.posts] == [False, False]


@pytest.mark.parametrize(("zone", "hour_of_day"), [(None, 14), ("Asia/Jakarta", 7)])
def test_older_exports_print_no_zone(tmp_path: Path, zone: str | None, hour_of_day: int) -> None:
    old = message(1, "a", date="10.11.2016 14:34:42")
    read = read_blocks(tmp_path, old, options=ReadOptions(time_zone=zone))
    assert read.post["posted_at"].hour == hour_of_day
    assert read.post["time_zone_assumed"] is (zone is None)
    assert read.says("are taken as UTC") is (zone is None)


def test_an_unreadable_time_is_refused(tmp_path: Path) -> None:
    read = read_blocks(tmp_path, message(1, "a", date="kemarin"), message(2, "b", sender=None))
    assert read.reasons == ["'kemarin' cannot be read as a time"]
    assert read.tables["rejected"]["raw"][0] == "kemarin\nBudi Santoso\na"
    assert read.senders() == ["Budi Santoso"]


def test_nothing_is_read_from_nothing() -> None:
    assert read_dates(pl.Series([], dtype=pl.String), "Asia/Jakarta").is_empty()
    assert read_dates(pl.Series([None], dtype=pl.String), None)["time"].to_list() == [None]
