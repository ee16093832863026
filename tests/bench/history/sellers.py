"""Those who post in a planted history, and what they show when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from graph import keys
from tests.bench.history.places import Place


class Detail(NamedTuple):
    """A contact detail: its key, and how it is written."""

    key: str
    written: str


class Phase(NamedTuple):
    """What an account shows from a day on."""

    day: float
    details: list[Detail]
    texts: list[str]


@dataclass(eq=False)
class Seller:
    """An account.

    Attributes
    ----------
    number : int
        Its id on its platform.
    platform, handle, name : str
    market : int
    places : list of Place
        Groups that it posts in.
    gap : float
        Mean days between two posts.
    steadiness : float
        Shape of the gamma distribution of these days; 1: at random, more: regular.
    stints : list of list of float
        First and last day of stretches in which it posts, one after the other.
    phases : list of Phase
        What it shows, one after the other.
    besides : list of Detail
        Details of couriers and keepers of money that it quotes now and then.
    holidays : list of tuple
        First and last day of pauses.
    """

    number: int
    platform: str
    handle: str
    name: str
    market: int
    places: list[Place]
    gap: float
    steadiness: float = 1.0
    stints: list[list[float]] = field(default_factory=list)
    phases: list[Phase] = field(default_factory=list)
    besides: list[Detail] = field(default_factory=list)
    holidays: list[tuple[float, float]] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Its key, as the readers will give it."""
        return keys.account(self.platform, str(self.number))

    def show(self, day: float, details: list[Detail], texts: list[str]) -> None:
        """Show something else from a day on."""
        self.phases.append(Phase(day, details, texts))

    def stop(self, day: float) -> None:
        """Stop posting."""
        self.stints[-1][1] = day

    def posts_at(self, day: float) -> bool:
        """Whether it goes on posting on a day."""
        return any(first <= day < last for first, last in self.stints)
