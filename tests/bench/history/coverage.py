"""When the groups of a planted history were collected, and what came late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tests.bench.history.happenings import NOTICED, Happening, Succession
from tests.bench.history.places import Place
from tests.bench.history.rings import Ring
from tests.bench.history.sellers import Seller
from tests.bench.history.shape import SETTLED, WEEKS
from tests.bench.history.weeks import week_of
from tests.planted.invent import Inventor

HIDDEN_UNTIL = (26, 84)
LONGEST_GAP, FEWEST_DARK = 10, 5
HAS_GAPS, FILLED_LATER, RENAMED, HAS_ARCHIVE = 0.6, 0.3, 0.2, 0.5
NEWCOMERS, OTHERS, AFTER = 4, 1, 3
"""Weeks before and after a change in which its groups are collected: who comes while nobody looks
cannot be told from who was there before."""
TRIES = 200


def hide_places(invent: Inventor, places: list[Place], many: int) -> list[Place]:
    """Let some groups be collected for the first time much later.

    Returns
    -------
    list of Place
        The latest first.
    """
    hidden = invent.some(places, many)
    for place in hidden:
        place.since = invent.between(*HIDDEN_UNTIL)
        if invent.chance(HAS_ARCHIVE):
            at = place.since + invent.between(3, 10)
            place.archives.append((max(place.since - 20, 0), place.since - 1, at))
    return sorted(hidden, key=lambda place: (-place.since, place.number))


def rename_places(invent: Inventor, places: list[Place]) -> None:
    """Let some groups be called otherwise from a week on."""
    for place in places:
        if invent.chance(RENAMED):
            week = invent.between(4, WEEKS - 4)
            place.names.append((week, f"Komunitas {invent.word().title()} {place.number + 1}"))


class Gaps:
    """Lets groups go uncollected for some weeks, never when somebody comes or shows new things."""

    def __init__(
        self,
        invent: Inventor,
        places: list[Place],
        happenings: list[Happening],
        successions: list[Succession],
    ) -> None:
        self._invent = invent
        self._places = places
        self._needed: defaultdict[int, set[int]] = defaultdict(set)
        for each in happenings:
            before = OTHERS if each.kind in ("merged", "split") else NEWCOMERS
            if each.kind in NOTICED:
                self._need(each.accounts, each.week - before, each.week + AFTER)
            elif each.kind == "found":
                self._need(each.accounts, each.week - OTHERS, each.week + AFTER)
        for succession in successions:
            week = week_of(succession.day)
            self._need([succession.new], week - OTHERS, week + AFTER)

    def darken(self, rings: list[Ring], times: int) -> list[tuple[Ring, int, int]]:
        """Let all groups of some rings go uncollected at once, while the rings go on.

        Returns
        -------
        list of tuple
            The ring, the first and the last week.
        """
        found: list[tuple[Ring, int, int]] = []
        for ring in self._invent.some(rings, len(rings)):
            stretch = self._stretch(ring) if len(found) < times else None
            if stretch:
                for place in _places_of(ring.members):
                    self._leave_out(place, *stretch)
                found.append((ring, *stretch))
        return found

    def scatter(self) -> None:
        """Let single groups go uncollected now and then."""
        for place in self._places:
            while self._invent.chance(HAS_GAPS):
                first = self._invent.between(SETTLED // 2, WEEKS - 4)
                last = min(first + self._invent.below(LONGEST_GAP), WEEKS - 2)
                if first > place.since + AFTER and self._is_free([place], first, last):
                    self._leave_out(place, first, last)

    def _need(self, accounts: Iterable[Seller], first: int, last: int) -> None:
        """Note that the groups of some accounts must be collected in some weeks."""
        for place in _places_of(accounts):
            self._needed[place.number] |= set(range(first, last + 1))

    def _stretch(self, ring: Ring) -> tuple[int, int] | None:
        """Weeks of a ring's life in which nobody needs its groups."""
        places = _places_of(ring.members)
        for _ in range(TRIES):
            long = self._invent.between(FEWEST_DARK, LONGEST_GAP)
            first = self._invent.between(SETTLED, WEEKS - long - 4)
            alive = any(a + 4 <= first and first + long + 2 <= b for a, b in ring.spans)
            if alive and self._is_free(places, first, first + long - 1):
                return first, first + long - 1
        return None

    def _is_free(self, places: list[Place], first: int, last: int) -> bool:
        """Whether groups may go uncollected in some weeks, with some between two stretches."""
        weeks = set(range(first, last + 1))
        return all(
            not weeks & self._needed[place.number]
            and all(last + 3 < a or b + 3 < first for a, b in place.gaps)
            for place in places
        )

    def _leave_out(self, place: Place, first: int, last: int) -> None:
        """Leave out some weeks of a group; at times what was posted is collected later."""
        place.gaps.append((first, last))
        if self._invent.chance(FILLED_LATER):
            at = min(last + self._invent.between(2, 15), WEEKS - 1)
            if at > last and place.observed(at):
                place.archives.append((first, last, at))


def _places_of(accounts: Iterable[Seller]) -> list[Place]:
    """Groups in which some accounts post, by number."""
    found = {place.number: place for account in accounts for place in account.places}
    return [found[number] for number in sorted(found)]
