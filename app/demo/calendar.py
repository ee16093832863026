"""When the material was collected: at the end of each of two weeks, and by hand every evening."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

FIRST_VISIT = datetime(2026, 11, 2, 18, tzinfo=UTC)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
END = FIRST_VISIT + 2 * WEEK - DAY
"""The last visit; nothing is posted later."""

HISTORY = timedelta(days=100)
"""How far back most of what the first week shows was posted."""

WEEKS = ("2026-W45", "2026-W46")
EXPORTED_AT = dict(zip(WEEKS, (END - WEEK, END), strict=True))
"""When what programs collect was collected; each export holds what is new since the last one."""


def week_of(posted_at: datetime) -> str:
    """In which of `WEEKS` something was first collected."""
    return WEEKS[0] if posted_at <= EXPORTED_AT[WEEKS[0]] else WEEKS[1]


def noted_at(posted_at: datetime, minutes: int) -> datetime:
    """When a volunteer noted a post: at the next evening's visit, some minutes after its hour.

    Parameters
    ----------
    posted_at : datetime
        UTC, at most `END`.
    minutes : int
        A group's turn in the evening, in [0, 360).
    """
    days = -((FIRST_VISIT - posted_at) // DAY)
    return FIRST_VISIT + max(days, 0) * DAY + timedelta(minutes=minutes)
