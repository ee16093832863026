"""Posts of a planted history: the words and details of each, and when each became known."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.bench.history.rhythm import times
from tests.bench.history.sellers import Detail, Phase, Seller
from tests.bench.history.weeks import before_collection, week_of
from tests.planted.invent import Inventor

SHOWN, QUOTED, ALTERED, PRICED = 0.6, 0.3, 0.3, 0.7


class Row(NamedTuple):
    """One post that was collected sooner or later."""

    number: int
    account: int
    place: int
    day: float
    known_week: int
    body: str
    text: str
    price: str | None


class Posts:
    """Lets accounts post.

    Attributes
    ----------
    rows : list of Row
    details : list of tuple
        ``row key written start end``.
    never : int
        Posts that nobody collected.
    """

    def __init__(self, invent: Inventor) -> None:
        self._invent = invent
        self._dice: Random = invent.dice
        self.rows: list[Row] = []
        self.details: list[tuple[int, str, str, int, int]] = []
        self.never = 0

    def of(self, seller: Seller) -> None:
        """Write all posts of one account."""
        phases = seller.phases
        current = 0
        for day, loud in times(seller, self._dice):
            while current + 1 < len(phases) and phases[current + 1].day <= day:
                current += 1
            place = self._invent.one(seller.places)
            known = place.known_week(week_of(day))
            day = before_collection(day)
            if known is None:
                self.never += 1
                continue
            body = self._body(phases[current])
            shown = [
                each for each in phases[current].details if loud or self._dice.random() < SHOWN
            ]
            shown += [each for each in seller.besides if self._dice.random() < QUOTED]
            row = len(self.rows)
            text = self._written(row, body, shown)
            price = (
                str(self._invent.between(2, 90) * 100_000) if self._dice.random() < PRICED else None
            )
            self.rows.append(Row(row, seller.number, place.number, day, known, body, text, price))

    def _body(self, phase: Phase) -> str:
        """One of the texts, now and then with a word or two changed."""
        text = self._invent.one(phase.texts)
        return self._invent.altered(text) if self._dice.random() < ALTERED else text

    def _written(self, row: int, body: str, shown: list[Detail]) -> str:
        """A text with contact details behind it, which are noted."""
        text = body
        for detail in shown:
            start = len(text) + 1
            text = f"{text} {detail.written}"
            self.details.append((row, detail.key, detail.written, start, len(text)))
        return text
