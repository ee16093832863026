"""Which weeks get a report: those that are over, and have none yet."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from app.reporting.period import Asked, Period, period_of, week_of, weeks_between


def due_weeks(reported: Collection[str], first_day: str, latest_day: str, today: date) -> list[str]:
    """Name the ISO weeks that are to be reported, the oldest first.

    Parameters
    ----------
    reported : collection of str
        Weeks that were reported by earlier runs.
    first_day, latest_day : str
        Days of the first and of the latest sighting.
    today : date
        By the clock (UTC).

    Returns
    -------
    list of str
        Each week after the last reported one, up to that of the latest sighting if it is over.
        Without an earlier report, only the last of them: ``spoor report --all-weeks`` makes those
        of an old archive.

    Notes
    -----
    A week is over when its Sunday has passed: by the clock, or because something was seen after
    it. The clock decides nothing else, so that what a report says does not depend on it.
    """
    last = _period(week_of(latest_day))
    if last.end >= max(latest_day, today.isoformat()):
        last = _period(week_of(last.start))
    if last.end < first_day:
        return []
    if not reported:
        return [last.week or ""]
    after = _period(max(reported)).end
    return [each.week or "" for each in weeks_between(after, last.end) if each.end > after]


def end_of(week: str) -> str:
    """Give the Sunday of an ISO week.

    >>> end_of("2026-W46")
    '2026-11-15'
    """
    return _period(week).end


def _period(week: str) -> Period:
    """Give the days of an ISO week."""
    return period_of(Asked(week=week), "")
