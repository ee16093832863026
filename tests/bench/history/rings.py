"""Rings of a planted history: who is in them, and what they share."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.bench.history.people import People
from tests.bench.history.places import Place
from tests.bench.history.sellers import Detail, Seller

SMALLEST, LARGEST = 3, 12
QUIET, PAID_TOGETHER, CELLS, FROM_CATALOGUE = 0.1, 0.6, 0.2, 0.5
ELSEWHERE, HOMES = 0.15, 2
OWN_TEXTS = 4


@dataclass(eq=False)
class Ring:
    """A ring between two changes of what it is: a merger or a split makes new ones.

    Attributes
    ----------
    name : int
    market : int
    homes : list of Place
        Groups in which most members post.
    members : list of Seller
        Those who post now.
    ever : list of Seller
        Those who ever did.
    details : list of list of Detail
        What members share, by cell; most rings have one cell.
    texts : list of str
        Texts that they share.
    spans : list of list of int
        First and last week of stretches in which it is active.
    settled : int
        From which week on it can be known as it is.
    last : int
        Week of the last change.
    fixed : bool
        Nothing happens to it any more.
    """

    name: int
    market: int
    homes: list[Place]
    members: list[Seller] = field(default_factory=list)
    ever: list[Seller] = field(default_factory=list)
    details: list[list[Detail]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    spans: list[list[int]] = field(default_factory=list)
    settled: int = 0
    last: int = 0
    fixed: bool = False


class Rings:
    """Makes rings, and lets members show what theirs shares."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.invent = people.invent
        self.made: list[Ring] = []

    def draw(self, week: int, homes: list[Place] | None = None, least: int = SMALLEST) -> Ring:
        """Draw a ring whose members all begin in a week."""
        invent = self.invent
        homes = homes or self.people.groups(invent.below(6), many=HOMES)
        ring = Ring(len(self.made), homes[0].market, homes, last=week, spans=[[week, 10**6]])
        size = min(least + int(invent.dice.expovariate(0.28)), LARGEST)
        self.equip(ring, size)
        for _ in range(size):
            self.join(ring, 7.0 * week + invent.dice.uniform(0, 2))
        self.made.append(ring)
        return ring

    def equip(self, ring: Ring, size: int) -> None:
        """Give a ring details and texts to share that nobody had before."""
        invent, people = self.invent, self.people
        if invent.chance(QUIET):
            ring.details, ring.texts = [[]], people.texts(ring.market, 5)
            return
        cells = 2 if size >= 6 and invent.chance(CELLS) else 1
        common = [people.detail("bank")] if cells > 1 or invent.chance(PAID_TOGETHER) else []
        ring.details = [[people.detail("phone"), *common] for _ in range(cells)]
        ring.texts = people.texts(ring.market, 3) if invent.chance(FROM_CATALOGUE) else []

    def join(self, ring: Ring, day: float, places: list[Place] | None = None) -> Seller:
        """Let a new account join a ring and post from a day on."""
        made = self.people.open(places or self._places(ring), day)
        ring.members.append(made)
        ring.ever.append(made)
        self.dress(ring, made, day)
        return made

    def dress(self, ring: Ring, member: Seller, day: float) -> None:
        """Let a member show what its ring shares, and some of its own texts."""
        cell = ring.ever.index(member) % len(ring.details)
        own = self.people.texts(ring.market, OWN_TEXTS)
        shared = [text for text in ring.texts if self.invent.chance(0.9)]
        shared = shared or ring.texts[:1]
        quiet = not ring.details[cell]
        member.show(day, list(ring.details[cell]), shared if quiet else shared + own)

    def derive(self, week: int, members: list[Seller], ever: list[Seller], homes: Ring) -> Ring:
        """Make the ring that comes of a merger or a split."""
        ring = Ring(
            len(self.made), homes.market, homes.homes, list(members), list(ever),
            spans=[[week, 10**6]], last=week,
        )  # fmt: skip
        self.made.append(ring)
        return ring

    def _places(self, ring: Ring) -> list[Place]:
        """Groups of a new member: the homes of the ring, or some of another platform."""
        if self.invent.chance(ELSEWHERE) and ring.homes[0].since == 0:
            return self.people.groups(ring.market, many=1 + self.invent.below(2))
        chosen = [place for place in ring.homes if self.invent.chance(0.8)]
        return chosen or ring.homes[:1]
