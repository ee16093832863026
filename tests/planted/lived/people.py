"""People of a lived world, and the profiles under which they trade."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from graph import keys

NOBODY = -1
"""Owner of what a club announces."""


class Advert(NamedTuple):
    """Something to post: words with gaps for what changes, and a picture."""

    words: tuple[str, ...]
    gaps: tuple[int, ...]
    picture: str | None
    owner: int
    """Whose it was first: a person's number."""
    name: str
    """Of the words, wherever they are copied."""


@dataclass
class Person:
    """Somebody who trades, under one profile or several.

    Attributes
    ----------
    number : int
        Which person.
    kind : str
        ``seller``, ``operator`` or ``shop``.
    city : int
        Where they live.
    phones : list of str
        Numbers they hold.
    others : list of tuple
        Further contact details, as ``(key, as written)``.
    adverts : list of Advert
        What they post again and again.
    wanted : int
        How many profiles they would like to have.
    until : int
        The week in which they give up.
    couriers : list of str
        Numbers of those who deliver for them.
    """

    number: int
    kind: str
    city: int
    phones: list[str]
    others: list[tuple[str, str]]
    wanted: int
    until: int
    adverts: list[Advert] = field(default_factory=list)
    couriers: list[str] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    relative: Person | None = None

    def alive(self) -> list[Profile]:
        """Profiles that are not closed."""
        return [profile for profile in self.profiles if not profile.closed]


@dataclass
class Profile:
    """A profile: an account on a platform, its groups, and what it gives as contact."""

    number: int
    platform: str
    handle: str
    person: Person
    groups: list[str]
    details: list[tuple[str, str]]
    in_bio: bool
    closed: bool = False

    @property
    def key(self) -> str:
        """Its key, as the readers will give it."""
        return keys.account(self.platform, str(self.number))
