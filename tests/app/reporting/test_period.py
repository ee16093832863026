"""Periods: weeks from Sunday to Sunday, and days in order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reporting.period import Asked, Period, period_of, week_of, weeks_between
from graph.errors import UsageError

DAYS = st.dates(date(2000, 1, 10), date(2100, 1, 1))


def test_a_week_compares_its_sunday_with_the_one_before() -> None:
    expected = Period("2026-11-08", "2026-11-15", "2026-W46")
    assert period_of(Asked(week="2026-W46"), "2026-12-31") == expected
    assert period_of(Asked(start="2026-11-08", end="2026-11-15"), "2026-12-31") == expected
    assert period_of(Asked(), "2026-11-11") == expected


def test_other_days_are_no_week() -> None:
    assert period_of(Asked(start="2026-11-01", end="2026-11-15"), "2026-12-31").week is None


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Asked(week="2026-W54"), "--week 2026-W54: not an ISO week"),
        (Asked(week="last"), "--week last: not an ISO week"),
        (Asked(week="2026-W46", start="2026-11-01", end="2026-11-08"), "names a period by itself"),
        (Asked(start="2026-11-01"), "belong together"),
        (Asked(end="2026-11-01"), "belong together"),
        (Asked(start="2026-11-31", end="2026-12-01"), "--from 2026-11-31: not a day"),
        (Asked(start="20261101", end="2026-12-01"), "--from 20261101: not a day"),
        (Asked(start="2026-11-08", end="2026-11-08"), "has to be before"),
    ],
)
def test_what_is_no_period_is_refused(asked: Asked, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        period_of(asked, "2026-12-31")


@given(DAYS, DAYS)
def test_weeks_follow_each_other_and_hold_both_days(one: date, other: date) -> None:
    first, last = sorted((one, min(other, one + timedelta(days=400))))
    weeks = list(weeks_between(str(first), str(last)))
    assert all(a.end == b.start for a, b in pairwise(weeks))
    assert weeks[0].week == week_of(str(first))
    assert weeks[0].start < str(first) <= weeks[0].end
    assert str(last) <= weeks[-1].end
