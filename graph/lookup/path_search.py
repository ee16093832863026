"""The shortest ways between two accounts, best first, at a cost that no dense cluster blows up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nsmallest


@dataclass(frozen=True)
class Step:
    """A connection from one account to the next.

    Attributes
    ----------
    a, b : str
        Keys of the accounts.
    strength : float
        The more, the better; comparable with that of other steps.
    via : str or None
        Key of what both share; None when they are joined directly.
    how : tuple of str
        How ``a`` and ``b`` are joined to ``via``: types of relationships.
    """

    a: str
    b: str
    strength: float
    via: str | None = None
    how: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Trail:
    """Steps one after the other; as strong as the weakest of them, ``total`` of all together."""

    steps: tuple[Step, ...] = ()
    strength: float = float("inf")
    total: float = 0.0

    def then(self, step: Step) -> Trail:
        """Go one step further."""
        return Trail(
            (*self.steps, step), min(self.strength, step.strength), self.total + step.strength
        )


@dataclass(frozen=True)
class Trails:
    """What `best_trails` finds; ``is_cut`` says whether some step had more connections."""

    trails: list[Trail]
    is_cut: bool


@dataclass(frozen=True)
class Steps:
    """Connections that leave some accounts; ``is_cut`` says whether there are more of them."""

    steps: list[Step]
    is_cut: bool


def best_trails(
    leave: Callable[[list[str]], Steps], start: str, goal: str, *, longest: int, most: int
) -> Trails:
    """Find the shortest trails between two accounts, the strongest first.

    Parameters
    ----------
    leave : callable
        Gives the steps that leave some accounts.
    start, goal : str
        Keys of two different accounts.
    longest : int
        Most steps of a trail.
    most : int
        Most trails.

    Returns
    -------
    Trails
        All of one length, by falling strength, then by falling total, then by the keys on them;
        none when the goal is not reached.

    Notes
    -----
    Accounts are reached in rings around the start. Each is visited once and keeps only its
    strongest ``most`` trails, since a trail is as strong as its weakest step: no stronger trail
    to the goal is lost. Cost: the steps met, times ``most``.
    """
    ring = {start: [Trail()]}
    visited = {start}
    is_cut = False
    for _ in range(longest):
        left = leave(sorted(ring))
        is_cut = is_cut or left.is_cut
        reached: dict[str, list[Trail]] = {}
        for step in left.steps:
            if step.b not in visited:
                reached.setdefault(step.b, []).extend(trail.then(step) for trail in ring[step.a])
        if goal in reached:
            return Trails(_strongest(reached[goal], most), is_cut)
        if not reached:
            break
        ring = {key: _strongest(trails, most) for key, trails in reached.items()}
        visited |= ring.keys()
    return Trails([], is_cut)


def _strongest(trails: Iterable[Trail], most: int) -> list[Trail]:
    """Keep the strongest trails, in an order that does not depend on that of the steps."""
    return nsmallest(most, trails, key=_rank)


def _rank(trail: Trail) -> tuple[float, float, list[tuple[str, str]]]:
    """Rank by falling strength and total, then by the keys on the way."""
    return -trail.strength, -trail.total, [(step.via or "", step.b) for step in trail.steps]
