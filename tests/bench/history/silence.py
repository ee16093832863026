"""When silence of an account has lasted long enough to be reported, as far as it was observed."""

from __future__ import annotations

from tests.bench.history.sellers import Seller
from tests.bench.history.shape import WEEKS
from tests.bench.history.weeks import week_of

LEAST_DAYS, TIMES_ITS_GAP = 84.0, 8.0
NEVER = 10**6


def known_gone(seller: Seller, day: float) -> int:
    """The week by which an account that stopped on a day is to be reported as not seen since.

    Parameters
    ----------
    seller : Seller
    day : float
        Of its stop.

    Returns
    -------
    int
        By then so many days have been observed since as `LEAST_DAYS`, or `TIMES_ITS_GAP` times its
        mean gap if that is more; a day counts by the share of its groups that were collected.
        `NEVER` when that is after the end of the history.
    """
    patience = max(LEAST_DAYS, TIMES_ITS_GAP * seller.gap)
    observed = 0.0
    for week in range(week_of(day) + 1, WEEKS):
        looked = sum(place.observed(week) for place in seller.places)
        observed += 7.0 * looked / len(seller.places)
        if observed >= patience:
            return week
    return NEVER


def lapsed(seller: Seller, first: int, last: int) -> bool:
    """Whether any group of an account went uncollected for a while in some weeks."""
    return any(
        gap_first <= last and first <= gap_last
        for place in seller.places
        for gap_first, gap_last in place.gaps
    )
