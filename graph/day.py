"""Days: what is known as of a day is known by its last moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def end_of(day: str | date) -> datetime:
    """Give the last moment of a day (``YYYY-MM-DD``, UTC).

    Raises
    ------
    ValueError
        If it is none.

    >>> end_of("2026-11-15").isoformat(timespec="seconds")
    '2026-11-15T23:59:59+00:00'
    """
    known = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(known, time.max, UTC)
