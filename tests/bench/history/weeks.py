"""Weeks of a planted history: Monday to Sunday, counted from 0; days are counted from the start."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2024, 9, 2, tzinfo=UTC)
"""A Monday."""

COLLECTED_HOUR = 23
"""On Sundays, everything of the week is collected at this hour (UTC)."""


def moment(day: float) -> datetime:
    """The moment of a day since the start, to the second."""
    return (START + timedelta(days=day)).replace(microsecond=0)


def week_of(day: float) -> int:
    """The week in which a day is.

    >>> week_of(6.9), week_of(7.0)
    (0, 1)
    """
    return int(day // 7)


def sunday(week: int) -> str:
    """The last day of a week, as ``--as-of`` takes it.

    >>> sunday(0)
    '2024-09-08'
    """
    return moment(7 * week + 6).date().isoformat()


def collected(week: int) -> datetime:
    """When what was posted in a week is collected."""
    return moment(7 * week + 6 + COLLECTED_HOUR / 24)


def before_collection(day: float) -> float:
    """A moment, or the last one of its week that is still collected in it."""
    return min(day, 7 * week_of(day) + 6 + (COLLECTED_HOUR - 0.1) / 24)
