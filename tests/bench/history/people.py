"""Making accounts of a planted history and what they show."""

from __future__ import annotations

import math

from tests.bench.history.places import Place
from tests.bench.history.sellers import Detail, Seller
from tests.bench.history.shape import WEEKS
from tests.planted.invent import Inventor

END = 7.0 * WEEKS + 1_000
"""A day after all is over."""

STRANGERS_GAP, PARTNERS_GAP = (2.0, 30.0), (1.0, 10.0)
"""Fewest and most days between the posts of somebody."""

TAKES_HOLIDAYS, LONGEST_HOLIDAY = 0.3, 21.0


class People:
    """Makes accounts, numbered one after the other."""

    def __init__(self, invent: Inventor, places: list[Place]) -> None:
        self.invent = invent
        self.places = places
        self.sellers: list[Seller] = []

    def open(
        self,
        places: list[Place],
        day: float,
        gaps: tuple[float, float] = PARTNERS_GAP,
        *,
        handle: str | None = None,
    ) -> Seller:
        """Open an account that posts in some groups of one platform from a day on."""
        invent = self.invent
        made = Seller(
            len(self.sellers) + 1, places[0].platform, handle or invent.name(),
            f"{invent.word()} {invent.word()}".title(), places[0].market, places,
            math.exp(invent.dice.uniform(*map(math.log, gaps))), invent.dice.uniform(1.0, 2.5),
            [[day, END]],
        )  # fmt: skip
        for year in (0, 364):
            if invent.chance(TAKES_HOLIDAYS):
                first = year + invent.dice.uniform(0, 340)
                made.holidays.append((first, first + invent.dice.uniform(7, LONGEST_HOLIDAY)))
        self.sellers.append(made)
        return made

    def groups(self, market: int, platform: str | None = None, many: int = 2) -> list[Place]:
        """Some groups of a market that are collected from the beginning, all of one platform."""
        there = [each for each in self.places if each.market == market and each.since == 0]
        platform = platform or self.invent.one(there).platform
        return self.invent.some([each for each in there if each.platform == platform], many)

    def detail(self, kind: str) -> Detail:
        """A contact detail that nobody else has."""
        return Detail(*self.invent.detail(kind))

    def texts(self, market: int, many: int) -> list[str]:
        """Some texts that nobody else has."""
        return [self.invent.text(market) for _ in range(many)]
