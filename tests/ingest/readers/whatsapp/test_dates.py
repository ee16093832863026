"""The order of the numbers in dates, the calendars, the time zone."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from tests.ingest.readers.whatsapp.chats import Read, read_lines


def days(read: Read) -> list[str]:
    return [f"{time:%Y-%m-%d}" for time in read.posts["posted_at"]]


def chat(*dates: str) -> list[str]:
    return [f"{date}, 10:00 - Sari: x" for date in dates]


def says_order(read: Read) -> bool:
    return any("--date-order" in notice for notice in read.notices)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("03/04/26 13/04/26", "2026-04-03 2026-04-13"),
        ("04/03/26 04/13/26", "2026-04-03 2026-04-13"),
        ("1/6/26 10/6/26 11/6/26 2/7/26", "2026-06-01 2026-06-10 2026-06-11 2026-07-02"),
        ("6/1/26 6/10/26 6/11/26 7/2/26", "2026-06-01 2026-06-10 2026-06-11 2026-07-02"),
        ("26/6/13 26/6/14 26/6/15 26/7/3", "2026-06-13 2026-06-14 2026-06-15 2026-07-03"),
        ("26/06/05", "2026-06-05"),
        ("2026/06/13", "2026-06-13"),
        ("2026/06/05", "2026-06-05"),
        ("2026/13/06", "2026-06-13"),
    ],
)
def test_dates_tell_their_order(tmp_path: Path, dates: str, expected: str) -> None:
    read = read_lines(tmp_path, chat(*dates.split()))
    assert days(read) == expected.split()
    assert not says_order(read)


def test_the_faster_number_is_taken_for_the_day_and_that_is_said(tmp_path: Path) -> None:
    read = read_lines(tmp_path, chat("4/1/26", "4/2/26", "4/3/26", "4/7/26"))
    assert days(read) == ["2026-04-01", "2026-04-02", "2026-04-03", "2026-04-07"]
    (notice,) = [notice for notice in read.notices if "--date-order" in notice]
    assert "the month is taken to stand before the day" in notice
    assert notice.endswith("pass --date-order dmy if that is wrong.")


def test_without_any_sign_the_day_comes_first_and_that_is_said(tmp_path: Path) -> None:
    read = read_lines(tmp_path, chat("4/7/26", "4/7/26"))
    assert days(read) == ["2026-07-04"] * 2
    assert any("for want of any sign; pass --date-order mdy" in text for text in read.notices)


def test_the_late_stamp_of_the_first_row_is_no_step_back(tmp_path: Path) -> None:
    notice = "3/9/26, 10:00 - Messages and calls are end-to-end encrypted."
    read = read_lines(tmp_path, [notice, *chat("2/7/26", "2/8/26", "2/11/26", "3/9/26")])
    assert days(read) == ["2026-02-07", "2026-02-08", "2026-02-11", "2026-03-09"]


@pytest.mark.parametrize(
    ("order", "expected"), [("dmy", "2007-03-04"), ("mdy", "2007-04-03"), ("ymd", "2004-03-07")]
)
def test_the_user_may_state_the_order(tmp_path: Path, order: str, expected: str) -> None:
    read = read_lines(tmp_path, chat("4/3/7"), date_order=order)
    assert days(read) == [expected]
    assert not says_order(read)


def test_dates_that_say_their_order_are_not_overruled(tmp_path: Path) -> None:
    assert days(read_lines(tmp_path, chat("2026-04-03"), date_order="dmy")) == ["2026-04-03"]
    assert days(read_lines(tmp_path, chat("13/04/2026"), date_order="ymd")) == ["2026-04-13"]


def test_a_date_that_does_not_exist_is_refused_with_what_follows_it(tmp_path: Path) -> None:
    lines = [*chat("30/01/26", "31/02/26"), "its second line", *chat("01/03/26")]
    read = read_lines(tmp_path, lines)
    assert (read.rows_read, len(read.posts)) == (3, 2)
    assert read.rejected.row(0) == (
        "line 2",
        "posted_at",
        "'31/02/26, 10:00' is no time between 2000 and 2199 in the order of the file's dates",
        "31/02/26, 10:00 Sari: x\nits second line",
    )


@pytest.mark.parametrize("date", ["13/04/1405", "13/04/1999", "[4/13/X2"])
def test_other_calendars_are_refused_rather_than_misread(tmp_path: Path, date: str) -> None:
    close = "]" if date.startswith("[") else " -"
    read = read_lines(tmp_path, [f"{date}, 10:00:00{close} Sari: x"])
    assert (read.rows_read, len(read.posts), len(read.rejected)) == (1, 0, 1)


@pytest.mark.parametrize("time", ["24:00", "12:60", "99:99"])
def test_an_hour_that_does_not_exist_is_refused(tmp_path: Path, time: str) -> None:
    read = read_lines(tmp_path, [f"13/04/2026, {time} - Sari: x"])
    assert len(read.rejected) == 1


def test_the_time_zone_is_assumed_and_said(tmp_path: Path) -> None:
    read = read_lines(tmp_path, chat("13/04/26"))
    assert read.times == ["2026-04-13 10:00:00"]
    assert read.posts["time_zone_assumed"].to_list() == [True]
    assert "UTC is assumed" in read.notices[0]
    assert "--timezone" in read.notices[0]


def test_the_time_zone_is_heeded(tmp_path: Path) -> None:
    read = read_lines(tmp_path, chat("13/04/26"), time_zone="Asia/Jakarta")
    assert read.times == ["2026-04-13 03:00:00"]
    assert read.posts["time_zone_assumed"].to_list() == [False]
    assert read.post["posted_at_raw"] == "13/04/26, 10:00"
    assert read.notices == []


def test_a_time_that_clocks_skip_is_refused_and_one_they_repeat_is_the_earlier(
    tmp_path: Path,
) -> None:
    lines = ["29/03/26, 02:30 - Sari: never", "25/10/26, 02:30 - Sari: twice"]
    read = read_lines(tmp_path, lines, time_zone="Europe/Berlin")
    assert read.times == ["2026-10-25 00:30:00"]
    assert "clocks skip in Europe/Berlin" in read.rejected["reason"][0]


def test_a_time_zone_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a time zone"):
        read_lines(tmp_path, chat("13/04/26"), time_zone="Asia/Nowhere")


def test_rows_out_of_order_keep_their_times(tmp_path: Path) -> None:
    read = read_lines(tmp_path, chat("23/03/26", "18/03/26"))
    assert days(read) == ["2026-03-23", "2026-03-18"]
