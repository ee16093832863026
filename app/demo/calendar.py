"""When the material was collected: every group is visited each evening of two weeks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

FIRST_VISIT = datetime(2026, 11, 2, 18, tzinfo=UTC)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
END = FIRST_VISIT + 2 * WEEK - DAY
"""The last visit; nothing is posted later."""

HISTORY = timedelta(days=100)
"""How far back most of what the first visit finds was posted."""

WEEKS = ("2026-W45", "2026-W46")


def collected_at(posted_at: datetime, minutes: int) -> datetime:
    """When a post was first seen: at the next evening's visit, a group's minutes after its hour.

    Parameters
    ----------
    posted_at : datetime
        UTC, at most `END`.
    minutes : int
        The group's turn in the evening, in [0, 360).
    """
    offset = timedelta(minutes=minutes)
    days = -((FIRST_VISIT - posted_at) // DAY)
    return FIRST_VISIT + max(days, 0) * DAY + offset


def week_of(collected: datetime) -> str:
    """In which of `WEEKS` something was collected."""
    return WEEKS[0] if collected < FIRST_VISIT - timedelta(hours=18) + WEEK else WEEKS[1]
