"""What was collected where and when: posts of groups week by week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from graph.store import GraphStore

WEEKS = 26
MOST_PLATFORMS = 50


@dataclass(frozen=True)
class Span:
    """What the graph rests on.

    Attributes
    ----------
    sources : int
    taken_in : str or None
        When the last source was taken in (UTC, ISO 8601).
    latest : str or None
        The latest moment that any source tells of (UTC, ISO 8601).
    """

    sources: int
    taken_in: str | None
    latest: str | None


@dataclass(frozen=True)
class Covered:
    """A group, or what is outside of groups on a platform, and its posts week by week.

    Attributes
    ----------
    key : str
        The group's; ``platform:x`` for posts of a platform that are in no group.
    name : str or None
        None where no source names it.
    platform : str
    posts : int
        In all; of what is outside of groups, in the weeks asked for.
    weeks : tuple of int or None
        One for each week asked for; None: no post of it is known, so that nobody knows whether
        nobody posted or nobody looked.
    """

    key: str
    name: str | None
    platform: str
    posts: int
    weeks: tuple[int | None, ...]


def read_span(store: GraphStore) -> Span:
    """Read what the graph rests on; cheap at any size."""
    return Span(**store.run("coverage_span")[0])


def last_weeks(latest: str, weeks: int = WEEKS) -> list[date]:
    """Give the Mondays of the last weeks, the earliest first.

    Parameters
    ----------
    latest : str
        A day or moment (ISO 8601); its week is the last one.
    weeks : int

    >>> last_weeks("2026-11-15", 2)
    [datetime.date(2026, 11, 2), datetime.date(2026, 11, 9)]
    """
    day = date.fromisoformat(latest[:10])
    monday = day - timedelta(days=day.weekday())
    return [monday - timedelta(weeks=ago) for ago in reversed(range(weeks))]


def count_covered_groups(store: GraphStore) -> int:
    """Count the groups that have a post."""
    return int(store.run("coverage_groups_count")[0]["groups"])


def list_covered_groups(
    store: GraphStore, mondays: Sequence[date], *, skip: int = 0, limit: int = 12
) -> list[Covered]:
    """List groups with their posts week by week, the busiest first, some at a time.

    Parameters
    ----------
    store : GraphStore
    mondays : sequence of date
        Weeks without a gap between them, as `last_weeks` gives them.
    skip, limit : int

    Notes
    -----
    Cost is linear in the number of groups and in the posts of those that are listed.
    """
    groups = store.run("coverage_groups", skip=skip, limit=limit)
    rows = store.run(
        "coverage_weeks",
        keys=[each["key"] for each in groups],
        monday=_moment(mondays[0]),
        weeks=len(mondays),
        limit=limit * len(mondays),
    )
    by_week = {(row["key"], row["week"]): row["posts"] for row in rows}
    return [
        Covered(
            each["key"], each["group_name"], each["platform"], each["posts"],
            tuple(by_week.get((each["key"], week)) for week in range(len(mondays))),
        )
        for each in groups
    ]  # fmt: skip


def list_outside_of_groups(store: GraphStore, mondays: Sequence[date]) -> list[Covered]:
    """List what is in no group, platform by platform, the busiest first.

    Parameters
    ----------
    store : GraphStore
    mondays : sequence of date
        As of `list_covered_groups`.

    Notes
    -----
    Cost is linear in all posts.
    """
    rows = store.run(
        "coverage_outside", monday=_moment(mondays[0]), weeks=len(mondays),
        limit=MOST_PLATFORMS * len(mondays),
    )  # fmt: skip
    by_week: dict[str, dict[int, int]] = {}
    for row in rows:
        by_week.setdefault(row["platform_key"], {})[row["week"]] = row["posts"]
    found = [
        Covered(
            f"platform:{platform}", None, platform, sum(posts.values()),
            tuple(posts.get(week) for week in range(len(mondays))),
        )
        for platform, posts in by_week.items()
    ]  # fmt: skip
    return sorted(found, key=lambda each: (-each.posts, each.key))


def _moment(monday: date) -> int:
    """Seconds since 1970 at the beginning of a day (UTC)."""
    return int(datetime.combine(monday, time.min, UTC).timestamp())
