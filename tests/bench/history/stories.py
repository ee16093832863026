"""The two years of the rings: who is there from the beginning, and what happens in which week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from tests.bench.history import changes
from tests.bench.history.happenings import Happening, Succession
from tests.bench.history.places import Place
from tests.bench.history.rings import Ring, Rings
from tests.bench.history.shape import SETTLED, WEEKS, Shape

APART = 16
"""Least weeks between two changes of one ring, so that each can be told from the next."""

HAZARD = 1 / 4
"""How likely something happens in a week to a ring that has been quiet for so long."""

LAST_WEEK = WEEKS - 6
WEIGHTS = {"grow": 4.0, "shrink": 5.0, "merge": 2.5, "split": 5.0, "die": 3.2, "ban": 3.0}
COMES_BACK, ABSENT = 0.9, (20, 36)
HIDDEN_MEMBERS = (2, 3)
ARCHIVED = (5, 30)


class Stories:
    """Tells the stories of all rings.

    Attributes
    ----------
    happenings : list of Happening
    successions : list of Succession
    """

    def __init__(self, rings: Rings, shape: Shape, hidden: list[Place]) -> None:
        self.rings, self.invent, self.shape = rings, rings.invent, shape
        self.happenings: list[Happening] = []
        self.successions: list[Succession] = []
        self._awake: list[Ring] = []
        self._due: defaultdict[int, list[Callable[[int], None]]] = defaultdict(list)
        self._begin(hidden)

    def tell(self) -> None:
        """Let all weeks pass."""
        for week in range(LAST_WEEK + 1):
            for happens in self._due[week]:
                happens(week)
            quiet = [ring for ring in self._awake if week >= max(SETTLED + 2, ring.last + APART)]
            for ring in quiet:
                if not ring.fixed and ring.last < week and self.invent.chance(HAZARD):
                    self._change(ring, week)
            self._awake = [ring for ring in self._awake if not ring.fixed]

    def _begin(self, hidden: list[Place]) -> None:
        """Draw the rings of the first week, and plan what does not depend on others."""
        shape, invent = self.shape, self.invent
        waiting = list(hidden)
        for _ in range(shape.steady):
            self.rings.draw(0).fixed = True
        for nth in range(shape.eventful):
            ring = self.rings.draw(0)
            ring.last = -invent.below(APART)
            self._awake.append(ring)
            if nth < shape.half_hidden:
                self._hide_members(ring, waiting.pop())
        for nth in range(shape.born):
            span = LAST_WEEK - 4 - SETTLED - 2
            week = SETTLED + 2 + span * nth // shape.born + invent.below(4)
            self._due[week].append(self._bear)
        for _ in range(shape.hidden):
            self._hide(waiting.pop())
        for _ in range(shape.archived):
            self._archive(waiting.pop())

    def _bear(self, week: int) -> None:
        """A ring is formed."""
        ring = self.rings.draw(week)
        self._awake.append(ring)
        self._note("formed", week, ring)

    def _hide(self, place: Place) -> None:
        """A ring posts where nobody collects yet."""
        ring = self.rings.draw(self.invent.below(place.since - 10), [place])
        ring.fixed = True
        self._note("found", place.since, ring)

    def _hide_members(self, ring: Ring, place: Place) -> None:
        """Some members of a ring post only where nobody collects yet."""
        many = self.invent.between(*HIDDEN_MEMBERS)
        unseen = [self.rings.join(ring, self.invent.dice.uniform(0, 40), [place])
                  for _ in range(many)]  # fmt: skip
        ring.fixed = True

        def find(week: int) -> None:
            ring.fixed, ring.last = False, week
            self._awake.append(ring)
            self.happenings.append(
                Happening("found", week, ring, tuple(unseen), tuple(ring.members), tuple(ring.ever))
            )

        self._due[place.since].append(find)

    def _archive(self, place: Place) -> None:
        """A ring is over long before anybody collects its group's old posts."""
        first, last = ARCHIVED
        ring = self.rings.draw(first, [place])
        changes.die(self.rings, ring, last)
        at = place.since + 2
        place.archives = [(0, place.since - 1, at)]
        self._note("found", at, ring)

    def _change(self, ring: Ring, week: int) -> None:
        """Let something happen to a ring that is ready for it."""
        others = [each for each in self._awake if each is not ring and not each.fixed
                  and week >= max(SETTLED + 2, each.last + APART)]  # fmt: skip
        weights = {**WEIGHTS, "merge": WEIGHTS["merge"] if others else 0.0}
        what = self.invent.dice.choices(list(weights), list(weights.values()))[0]
        if what == "ban":
            happening, successions = changes.ban(self.rings, ring, week)
            self.successions += successions
            self._keep(happening)
        elif what == "merge":
            self._keep(changes.merge(self.rings, ring, self.invent.one(others), week))
        elif what == "die":
            self._keep(changes.die(self.rings, ring, week))
            again = week + self.invent.between(*ABSENT)
            if again <= LAST_WEEK and self.invent.chance(COMES_BACK):
                self._due[again].append(lambda at: self._rise(ring, at))
        else:
            change = {"grow": changes.grow, "shrink": changes.shrink, "split": changes.split}[what]
            self._keep(change(self.rings, ring, week))

    def _rise(self, ring: Ring, week: int) -> None:
        """A ring comes back."""
        self._awake.append(ring)
        self._keep(changes.rise(self.rings, ring, week))

    def _keep(self, happening: Happening | None) -> None:
        """Keep what happened; its rings rest for a while."""
        if happening is None:
            return
        self.happenings.append(happening)
        happening.ring.last = happening.week
        if happening.kind in ("merged", "split"):
            born = [each for each in self.rings.made if each.last == happening.week
                    and not each.fixed and each not in self._awake]  # fmt: skip
            self._awake += born

    def _note(self, kind: str, week: int, ring: Ring) -> None:
        """Keep what concerns all of a ring."""
        everybody = tuple(ring.members)
        self.happenings.append(Happening(kind, week, ring, everybody, everybody, everybody))
