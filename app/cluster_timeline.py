"""When a cluster's accounts posted, week by week, and when nobody looked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.lookup.clusters_activity import Week

MOST_WEEKS = 104
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Timeline:
    """Posts by week.

    Attributes
    ----------
    weeks : tuple of date
        Mondays (UTC) of the weeks shown, without a gap.
    weeks_in_all : int
        How many there are, of which the last are shown.
    bars : tuple of Week
        Posts of those weeks; their sum by week is what the accounts posted.
    unobserved : tuple of date
        Weeks in which nothing was collected from where the accounts post.
    posts : int
        All posts with a known time, those of weeks not shown included.
    """

    weeks: tuple[date, ...]
    weeks_in_all: int
    bars: tuple[Week, ...]
    unobserved: tuple[date, ...]
    posts: int


def make_timeline(
    by_platform: Iterable[Week],
    observed: Collection[date],
    until: date,
    by_account: Iterable[Week] | None = None,
    *,
    others: str = "",
) -> Timeline | None:
    """Put a timeline together.

    Parameters
    ----------
    by_platform : iterable of Week
        All posts.
    observed : collection of date
        Weeks in which something was collected, whoever posted.
    until : date
        The day whose knowledge it is; the timeline reaches there even when nobody posted.
    by_account : iterable of Week, optional
        Posts of some accounts, to be told apart instead of platforms.
    others : str
        What the posts of all other accounts are called then.

    Returns
    -------
    Timeline or None
        None where no time of any post is known.
    """
    every = list(by_platform)
    if not every:
        return None
    total = Counter[date]()
    for each in every:
        total[each.first_day] += each.posts
    weeks = _weeks(min(total), max(*total, until - timedelta(days=until.weekday())))
    shown = weeks[-MOST_WEEKS:]
    bars = every if by_account is None else _with_others(list(by_account), total, others)
    return Timeline(
        weeks=tuple(shown),
        weeks_in_all=len(weeks),
        bars=tuple(each for each in bars if each.first_day >= shown[0]),
        unobserved=tuple(week for week in shown if week not in observed and not total[week]),
        posts=total.total(),
    )


def _weeks(first: date, last: date) -> list[date]:
    """Every Monday from one to another."""
    return [first + WEEK * n for n in range((last - first).days // 7 + 1)]


def _with_others(some: list[Week], total: Counter[date], others: str) -> list[Week]:
    """Posts of some accounts, and of all the others together."""
    left = total.copy()
    for each in some:
        left[each.first_day] -= each.posts
    return some + [Week(week, others, posts) for week, posts in sorted(left.items()) if posts > 0]
