from __future__ import annotations

from datetime import UTC, datetime

import polars as pl
import pytest

from graph.errors import UsageError
from ingest.readers.times import Clock, read_times

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def read_one(value: str, clock: Clock | None = None) -> tuple[datetime | None, bool | None]:
    table = read_times(pl.Series([value]), clock or Clock())
    return table["time"][0], table["assumed"][0]


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00+00:00",
        "2026-03-01 12:00:00 UTC",
        "2026-03-01T19:00:00+07:00",
        "2026-03-01T19:00+0700",
        "2026-03-01 19:00:00.000000+07",
        "2026-03-01T08:30:00-03:30",
        "1772366400",
        "1772366400000",
        "1772366400.0",
    ],
)
def test_stated_times(value: str) -> None:
    assert read_one(value) == (NOON, False)


@pytest.mark.parametrize(
    "value", ["2026-03-01 12:00", "2026-03-01T12:00:00", "2026-03-01 12:00:00.0"]
)
def test_zone_is_assumed_and_marked(value: str) -> None:
    assert read_one(value) == (NOON, True)


def test_zone_given_by_the_user_is_not_an_assumption() -> None:
    assert read_one("2026-03-01 19:00", Clock("Asia/Jakarta")) == (NOON, False)


def test_stated_zone_wins_over_the_user() -> None:
    assert read_one("2026-03-01T12:00Z", Clock("Asia/Jakarta")) == (NOON, False)


def test_date_alone_is_its_midnight() -> None:
    assert read_one("2026-03-01")[0] == datetime(2026, 3, 1, tzinfo=UTC)


def test_own_form_before_the_common_ones() -> None:
    clock = Clock(format="%d/%m/%Y")
    assert read_one("01/03/2026", clock) == (datetime(2026, 3, 1, tzinfo=UTC), True)
    assert read_one("2026-03-01T12:00:00Z", clock) == (NOON, False)


def test_own_form_with_a_zone() -> None:
    assert read_one("1 03 2026 19:00 +0700", Clock(format="%d %m %Y %H:%M %z")) == (NOON, False)


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "2026-02-30",
        "2026-03-01 25:00",
        "03/04/2026",
        "2026-03-01T12:00+99:00",
        "17723664",
        "0000-01-01",
        "1899-12-31",
        "9999-12-31T23:59:59-05:00",
        "",
    ],
)
def test_unreadable(value: str) -> None:
    assert read_one(value) == (None, None)


def test_hour_that_happens_twice_is_the_earlier_and_one_skipped_is_unreadable() -> None:
    berlin = Clock("Europe/Berlin")
    assert read_one("2026-10-25 02:30", berlin)[0] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert read_one("2026-03-29 02:30", berlin)[0] is None


def test_order_and_missing_values_are_kept() -> None:
    values = pl.Series(["2026-03-02", None, "x", "2026-03-01", "2026-03-02"])
    days = [time and time.day for time in read_times(values, Clock())["time"]]
    assert days == [2, None, None, 1, 2]


@pytest.mark.parametrize("zone", ["Mars/Base", "../etc", "", " "])
def test_unknown_zone(zone: str) -> None:
    if zone == "":
        assert read_one("2026-03-01 12:00", Clock(zone))[0] == NOON
        return
    with pytest.raises(UsageError, match="is not a time zone"):
        Clock(zone)
