"""Which weeks of a group were observed, and by which sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from graph.lookup.groups_posts import MOST_READ
from graph.lookup.weeks import count_by_week
from graph.store import GraphStore

MOST_ROWS = 20_000


@dataclass(frozen=True)
class Collected:
    """How much of a group one source collected in one week.

    Attributes
    ----------
    source_key, path : str
    week : date or None
        The week's Monday; None where the source does not say when it was collected.
    posts, sightings : int
        Distinct posts, and places in the source that show them.
    """

    source_key: str
    path: str
    week: date | None
    posts: int
    sightings: int


@dataclass(frozen=True)
class ObservedWeek:
    """A week, by its Monday: posts dated in it, and sightings made in it."""

    monday: date
    posts: int
    sightings: int


def list_collected(store: GraphStore, key: str) -> list[Collected]:
    """List when each source collected posts of a group, by source and week."""
    rows = store.run("group_sightings", key=key, most=MOST_READ, limit=MOST_ROWS)
    return [
        Collected(**{**row, "week": date.fromisoformat(row["week"]) if row["week"] else None})
        for row in rows
    ]


def observed_weeks(posted_at: pl.Series, collected: Sequence[Collected]) -> list[ObservedWeek]:
    """Put posts and sightings together by week, the weeks without either included."""
    sightings: Counter[date] = Counter()
    for each in collected:
        if each.week is not None:
            sightings[each.week] += each.sightings
    return [
        ObservedWeek(week.monday, week.posts, sightings[week.monday])
        for week in count_by_week(posted_at, sorted(sightings))
    ]
