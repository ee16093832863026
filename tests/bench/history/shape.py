"""How large a planted history is."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

WEEKS = 104
SETTLED = 12
"""Weeks at the beginning in which nothing is planted and nothing is scored: all is new then."""

POSTS = 200_000
"""About as many posts as the whole shape gives."""


@dataclass(frozen=True)
class Shape:
    """How many of everything; the defaults are the two years of the benchmark."""

    accounts: int = 3_000
    """Strangers who trade each for themselves."""
    groups: int = 60
    steady: int = 4
    """Rings to which nothing happens."""
    eventful: int = 28
    """Rings that are there from the beginning, and change."""
    born: int = 20
    hidden: int = 6
    """Rings of groups that are collected for the first time much later."""
    archived: int = 2
    """Rings that were over when the archive of their group was collected."""
    half_hidden: int = 4
    """Of the eventful ones, those with some members in groups that are collected later."""
    dark: int = 8
    """Times at which all groups of a ring go uncollected while it goes on."""
    came_back: int = 40
    """Strangers who are shut out and come back under a new account."""
    recycled: int = 12
    popular_texts: int = 8
    couriers: int = 3
    escrows: int = 2

    @classmethod
    def of(cls, posts: int) -> Shape:
        """The benchmark's shape with everything in proportion to about so many posts.

        Parameters
        ----------
        posts : int
            How many posts there should be, give or take a tenth.
        """
        share = posts / POSTS
        counts = {
            part.name: max(1, round(getattr(cls(), part.name) * share)) for part in fields(cls)
        }
        return replace(cls(), **counts | {"groups": max(18, counts["groups"])})

    @property
    def rings(self) -> int:
        """All rings, those that merge or split counted once."""
        return self.steady + self.eventful + self.born + self.hidden + self.archived
