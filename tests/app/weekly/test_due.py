"""Which weeks are due: over, not reported yet, the oldest first, and never one twice."""

from __future__ import annotations

from datetime import date

import pytest

from app.weekly.due import due_weeks

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("reported", "first", "latest", "today", "due"),
    [
        # the last sighting was in the week that is over since yesterday
        ([], "2026-10-01", "2026-11-15", MONDAY, ["2026-W46"]),
        ([], "2026-10-01", "2026-11-13", MONDAY, ["2026-W46"]),
        # its Sunday is not over yet
        ([], "2026-10-01", "2026-11-15", date(2026, 11, 15), ["2026-W45"]),
        ([], "2026-10-01", "2026-11-13", date(2026, 11, 14), ["2026-W45"]),
        # a clock that is behind: what was seen after the Sunday says that it is over
        ([], "2026-10-01", "2026-11-16", date(1970, 1, 1), ["2026-W46"]),
        # nothing was known by the end of the last week that is over
        ([], "2026-11-16", "2026-11-18", date(2026, 11, 19), []),
        ([], "2026-11-15", "2026-11-18", date(2026, 11, 19), ["2026-W46"]),
        # every week since the last report, those without any sighting too
        (["2026-W42"], "2026-01-01", "2026-11-15", MONDAY,
         ["2026-W43", "2026-W44", "2026-W45", "2026-W46"]),
        (["2026-W42", "2026-W44"], "2026-01-01", "2026-11-15", MONDAY, ["2026-W45", "2026-W46"]),
        (["2026-W46"], "2026-01-01", "2026-11-15", MONDAY, []),
        (["2026-W46"], "2026-01-01", "2026-11-18", date(2026, 11, 19), []),
        # a report of a later week than anything seen now, after a source was withdrawn
        (["2026-W46"], "2026-01-01", "2026-10-01", MONDAY, []),
        # over the turn of a year with 53 weeks
        (["2020-W52"], "2020-01-01", "2021-01-12", date(2021, 1, 12), ["2020-W53", "2021-W01"]),
    ],
)  # fmt: skip
def test_weeks_that_are_over_and_not_reported(
    reported: list[str], first: str, latest: str, today: date, due: list[str]
) -> None:
    assert due_weeks(reported, first, latest, today) == due


def test_run_by_run_each_week_comes_once_and_in_order() -> None:
    reported: list[str] = []
    for day in range(1, 31):
        latest = date(2026, 11, day)
        for week in due_weeks(reported, "2026-10-20", str(latest), latest):
            assert week not in reported
            reported.append(week)
    assert reported == ["2026-W43", "2026-W44", "2026-W45", "2026-W46", "2026-W47", "2026-W48"]
