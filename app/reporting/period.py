"""Periods: an ISO week, or from one day to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph.errors import UsageError

WEEK = timedelta(days=7)
SUNDAY = 7
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True)
class Asked:
    """What period somebody asks for.

    Attributes
    ----------
    week : str or None
        An ISO week, ``2026-W46``.
    start, end : str or None
        Days, ``2026-11-08``; both or none.
    """

    week: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class Period:
    """Two days that are compared: what was known by the end of each.

    Attributes
    ----------
    start, end : str
        Days, ``2026-11-08``.
    week : str or None
        The ISO week, if it is one from Sunday to Sunday.
    """

    start: str
    end: str
    week: str | None


def period_of(asked: Asked, latest_day: str) -> Period:
    """Work out which two days are compared.

    Parameters
    ----------
    asked : Asked
    latest_day : str
        The day of the latest sighting; its week is meant when nothing is asked for.

    Raises
    ------
    UsageError
        If that is no week or no days, both are asked for, or the days are not in order.
    """
    if asked.start is None and asked.end is None:
        return _week(asked.week or week_of(latest_day))
    if asked.week is not None:
        raise UsageError("--week names a period by itself; leave out --from and --to, or --week.")
    if asked.start is None or asked.end is None:
        raise UsageError("--from and --to belong together; give both, or name a --week.")
    start, end = _day("--from", asked.start), _day("--to", asked.end)
    if start >= end:
        raise UsageError(f"--from {start} --to {end}: the first day has to be before the second.")
    is_week = end.isoweekday() == SUNDAY and end - start == WEEK
    return Period(str(start), str(end), week_of(str(end)) if is_week else None)


def week_of(day: str) -> str:
    """Name the ISO week of a day.

    >>> week_of("2026-11-15")
    '2026-W46'
    """
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02d}"


def weeks_between(first_day: str, latest_day: str) -> Iterator[Period]:
    """Give each ISO week from that of one day to that of another."""
    named = _week(week_of(first_day))
    while named.start < latest_day:
        yield named
        named = _week(week_of(str(date.fromisoformat(named.end) + timedelta(days=1))))


def _week(named: str) -> Period:
    """Give the period of an ISO week: from the Sunday before it to its own."""
    found = _WEEK.fullmatch(named)
    try:
        if found is None:
            raise ValueError
        sunday = date.fromisocalendar(int(found[1]), int(found[2]), SUNDAY)
    except ValueError:
        raise UsageError(f"--week {named}: not an ISO week; write it as 2026-W46.") from None
    return Period(str(sunday - WEEK), str(sunday), named)


def _day(option: str, given: str) -> date:
    """Read a day."""
    try:
        found = date.fromisoformat(given)
    except ValueError:
        found = None
    if found is None or found.isoformat() != given:
        raise UsageError(f"{option} {given}: not a day; give one such as 2026-11-15.")
    return found
