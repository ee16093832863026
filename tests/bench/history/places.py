"""Groups of a planted history, and when their posts were collected."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph import keys

MARKETS = 6
PLATFORMS = ("facebook",) * 5 + ("telegram",) * 3 + ("vk",) * 2
"""Of the groups of a market, one after the other."""


@dataclass(eq=False)
class Place:
    """A group.

    Attributes
    ----------
    number : int
        Which group, from 0.
    platform : str
    market : int
        Whose words are written there.
    since : int
        Week of the first collection; never collected before, but for archives.
    names : list of tuple
        ``(week, name)``: what it is called from a week on.
    gaps : list of tuple
        First and last week of stretches in which it is not collected.
    archives : list of tuple
        First and last week of posts that are collected later, and the week of that.
    """

    number: int
    platform: str
    market: int
    since: int = 0
    names: list[tuple[int, str]] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    archives: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def native(self) -> str:
        """Its id, as its platform writes them."""
        if self.platform == "telegram":
            return f"-100{3_000_000_000 + self.number}"
        return str(700_000 + self.number)

    @property
    def key(self) -> str:
        """Its key, as the readers will give it."""
        return keys.group(self.platform, self.native)

    def observed(self, week: int) -> bool:
        """Whether its posts of a week were collected at the end of it."""
        return week >= self.since and not any(first <= week <= last for first, last in self.gaps)

    def known_week(self, week: int) -> int | None:
        """When its posts of a week became known; None: never."""
        if self.observed(week):
            return week
        late = [at for first, last, at in self.archives if first <= week <= last]
        return min(late, default=None)

    def name(self, week: int) -> str:
        """What it is called in a week."""
        return [name for since, name in self.names if since <= week][-1]


def make_places(many: int) -> list[Place]:
    """Groups of several platforms and markets, all collected from the first week."""
    made = [
        Place(number, PLATFORMS[number // MARKETS % len(PLATFORMS)], number % MARKETS)
        for number in range(many)
    ]
    for place in made:
        place.names.append((0, f"Pecinta Satwa {place.market + 1}/{place.number + 1}"))
    return made
