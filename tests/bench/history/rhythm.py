"""When an account of a planted history posts."""

from __future__ import annotations

from random import Random

from tests.bench.history.sellers import Seller
from tests.bench.history.shape import WEEKS

LONGEST = 5.0
"""Nobody who goes on is silent for longer than so many mean gaps, holidays apart."""


def times(seller: Seller, dice: Random) -> list[tuple[float, bool]]:
    """Days on which an account posts.

    Parameters
    ----------
    seller : Seller
    dice : Random

    Returns
    -------
    list of tuple
        The day, and whether the post shows all that the account shows: the first two posts of a
        stint do, and the first ones after it has changed what it shows. Sorted, within the two
        years.
    """
    found = [each for first, last in seller.stints for each in _stint(seller, first, last, dice)]
    for phase in seller.phases[1:]:
        for earliest, latest in ((0.1, 2.0), (2.0, 4.5)):
            day = phase.day + dice.uniform(earliest, latest)
            if seller.posts_at(day):
                found.append((day, True))
    return sorted(each for each in found if 0 <= each[0] < 7 * WEEKS)


def _stint(seller: Seller, first: float, last: float, dice: Random) -> list[tuple[float, bool]]:
    """Days of one stretch: two in the first days, then by its own rhythm."""
    end = min(last, 7.0 * WEEKS)
    opening = [first + dice.uniform(0, 1), first + dice.uniform(2, 4.5)]
    found = [(day, True) for day in opening if day < end]
    day = opening[-1]
    scale = seller.gap / seller.steadiness
    while day < end:
        day += min(dice.gammavariate(seller.steadiness, scale), LONGEST * seller.gap)
        if day < end and not any(a <= day < b for a, b in seller.holidays):
            found.append((day, False))
    return found
