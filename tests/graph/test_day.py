"""The last moment of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.day import end_of


@given(st.dates(max_value=date(9999, 12, 30)))
def test_the_next_moment_is_the_next_day(day: date) -> None:
    end = end_of(day)
    assert end == end_of(day.isoformat())
    assert end + timedelta(microseconds=1) == datetime.combine(
        day + timedelta(days=1), datetime.min.time(), UTC
    )


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        end_of("2026-02-30")
