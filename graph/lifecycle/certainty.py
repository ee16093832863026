"""How surely an event holds: the share of runs on evidence drawn again in which it does."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from graph.lifecycle.days import Days
from graph.lifecycle.event import Event


class Certainty:
    """How firmly accounts belong to clusters on both days.

    Parameters
    ----------
    days : Days
    """

    def __init__(self, days: Days) -> None:
        self._days = days
        self._before, self._now = (
            dict(each.members.select("account_key", "stability").iter_rows())
            for each in (days.before, days.now)
        )

    def of(self, event: Event) -> float:
        """Give the share of runs, in [0, 1], in which most of each side of an event are in place.

        The sides are those who came, or each of the clusters that merged or parted, by how firmly
        they belong now; of those who went or fell silent, how firmly they belonged before.
        """
        days = self._days
        if event.kind in {"shrunk", "dissolved"}:
            return _least([event.removed], self._before)
        if event.kind in {"formed", "grown"}:
            return _least([event.added], self._now)
        if event.kind == "merged":
            sides = [days.accounts_before[name] for name in event.origins]
            return _least(sides, self._now)
        return _least([days.accounts_now[name] for name in event.outcomes], self._now)


def _least(sides: Iterable[Iterable[str]], stability: dict[str, float]) -> float:
    """The least of the sides' medians; accounts that belong nowhere do not count."""
    known = [[stability[each] for each in side if each in stability] for side in sides]
    return min((median(side) for side in known if side), default=0.0)
