"""Everybody who has nothing to do with a ring: sellers, those whom they copy, couriers."""

from __future__ import annotations

from tests.bench.history.happenings import Succession
from tests.bench.history.people import END, STRANGERS_GAP, People
from tests.bench.history.places import MARKETS
from tests.bench.history.sellers import Detail, Seller
from tests.bench.history.shape import WEEKS, Shape
from tests.bench.history.successions import succeed

STAYS, LIFE = 0.25, (3.3, 0.7)
"""How many stay for good; mean and spread of the logarithm of the weeks of the others."""

OWN = {"phone": 0.8, "bank": 0.15, "telegram": 0.2}
SHUT_OUT_GAP = (1.0, 6.0)
SERVED, SERVED_OF_RINGS = (30, 90), 6
COPIERS = 20


class Strangers:
    """Lets strangers trade for two years.

    Attributes
    ----------
    successions : list of Succession
        Of strangers who are shut out and come back.
    recycled : list of tuple
        Accounts that had the same number one long after the other.
    """

    def __init__(self, people: People, shape: Shape) -> None:
        self.people, self.invent, self.shape = people, people.invent, shape
        self.successions: list[Succession] = []
        self.recycled: list[tuple[Seller, Seller]] = []

    def arrive(self, partners: list[Seller]) -> None:
        """Let all arrive, with what makes some of them look like partners of others.

        Parameters
        ----------
        partners : list of Seller
            Members of rings, whom couriers serve as well.
        """
        everybody = [self._arrive() for _ in range(self.shape.accounts)]
        for _ in range(self.shape.couriers):
            self._serve(everybody, partners, "phone", "kurir")
        for _ in range(self.shape.escrows):
            self._serve(everybody, partners, "bank", "rekber")
        for _ in range(self.shape.popular_texts):
            self._copy(everybody)
        for _ in range(self.shape.recycled):
            self._recycle()
        for _ in range(self.shape.came_back):
            day = 7.0 * self.invent.between(14, WEEKS - 20) + self.invent.dice.uniform(0, 7)
            old = self._arrive(day - self.invent.dice.uniform(90, 200), SHUT_OUT_GAP)
            old.stints[0][1] = END
            self.successions.append(succeed(self.people, old, day))

    def _arrive(
        self, day: float | None = None, gaps: tuple[float, float] = STRANGERS_GAP
    ) -> Seller:
        """Let somebody trade from a day on, for a while or for good."""
        invent, people = self.invent, self.people
        market = invent.below(MARKETS)
        here = [place for place in people.places if place.market == market]
        platform = invent.one(here).platform
        there = [place for place in here if place.platform == platform]
        begins = day if day is not None else invent.dice.uniform(-300, 7 * WEEKS - 14)
        made = people.open(invent.some(there, invent.between(1, 3)), begins, gaps)
        if not invent.chance(STAYS):
            made.stop(begins + 7 * max(invent.dice.lognormvariate(*LIFE), 1.0))
        details = [people.detail(kind) for kind, share in OWN.items() if invent.chance(share)]
        made.show(begins, details, people.texts(market, invent.between(3, 8)))
        return made

    def _serve(self, everybody: list[Seller], partners: list[Seller], kind: str, said: str) -> None:
        """Let strangers and some partners quote a courier, or a keeper of money."""
        detail = self.people.detail(kind)
        quoted = Detail(detail.key, f"{said} {detail.written}")
        served = self.invent.some(everybody, self.invent.between(*SERVED))
        for each in served + self.invent.some(partners, SERVED_OF_RINGS):
            each.besides.append(quoted)

    def _copy(self, everybody: list[Seller]) -> None:
        """Let a text go round a market."""
        market = self.invent.below(MARKETS)
        text = self.invent.text(market)
        near = [each for each in everybody if each.market == market]
        for each in self.invent.some(near, COPIERS):
            each.phases[0].texts.append(text)

    def _recycle(self) -> None:
        """Let a number be sold again long after its first owner gave it up."""
        day = 7.0 * self.invent.between(20, 40)
        before = self._arrive(day - 150, SHUT_OUT_GAP)
        before.stints[0][1] = day
        after = self._arrive(day + 7.0 * self.invent.between(26, 50), SHUT_OUT_GAP)
        number = self.people.detail("phone")
        for each in (before, after):
            each.phases[0] = each.phases[0]._replace(details=[number])
        self.recycled.append((before, after))
