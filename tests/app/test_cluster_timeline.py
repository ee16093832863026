"""Timelines of clusters."""

from __future__ import annotations

from datetime import date, timedelta

from app.cluster_timeline import MOST_WEEKS, make_timeline
from graph.lookup.clusters_activity import Week

FIRST = date(2026, 6, 1)


def week(nth: int) -> date:
    return FIRST + timedelta(days=7 * nth)


def test_weeks_have_no_gap_and_reach_the_day_that_is_known() -> None:
    found = make_timeline([Week(week(0), "facebook", 3), Week(week(2), "telegram", 1)], [week(1)],
                          week(4) + timedelta(days=3))  # fmt: skip
    assert found is not None
    assert found.weeks == tuple(week(n) for n in range(5))
    assert found.unobserved == (week(3), week(4))
    assert found.posts == 4


def test_all_other_accounts_are_one() -> None:
    every = [
        Week(week(0), "facebook", 5),
        Week(week(0), "telegram", 2),
        Week(week(1), "telegram", 1),
    ]
    found = make_timeline(every, [], week(1), [Week(week(0), "facebook:1", 4),
                                               Week(week(1), "telegram:1", 1)],
                          others="others")  # fmt: skip
    assert found is not None
    assert set(found.bars) == {
        Week(week(0), "facebook:1", 4),
        Week(week(1), "telegram:1", 1),
        Week(week(0), "others", 3),
    }


def test_only_the_last_weeks_are_shown() -> None:
    every = [Week(week(0), "facebook", 1), Week(week(MOST_WEEKS + 9), "facebook", 1)]
    found = make_timeline(every, [], week(0))
    assert found is not None
    assert (len(found.weeks), found.weeks_in_all) == (MOST_WEEKS, MOST_WEEKS + 10)
    assert found.bars == (every[1],)
    assert found.posts == 2


def test_no_time_known_is_no_timeline() -> None:
    assert make_timeline([], [week(0)], week(1)) is None
