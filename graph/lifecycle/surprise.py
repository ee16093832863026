"""Surprise: how rare a change is, in bits, so that the few that matter come first."""

from __future__ import annotations

import math

from scipy.stats import poisson

WEEKLY_RATE = {
    "formed": 1 / 100,
    "merged": 1 / 200,
    "split": 1 / 200,
    "dissolved": 1 / 100,
    "reappeared": 1 / 200,
}
"""How often a cluster is expected to change so in a week. Frozen, and cautious guesses: they rank
events, and decide nothing else."""
JOINING_RATE = 1 / 50
"""How many accounts each member is expected to bring into its cluster in a week."""
LEAVING_RATE = 1 / 50
MOST_BITS = 60.0
NOTABLE_BITS = 4.0
"""From so many bits on, an event comes on the first page."""


def surprise_of(kind: str, *, size: int, accounts: int, weeks: float) -> float:
    """Say how surprising an event of a cluster is.

    Parameters
    ----------
    kind : str
        One of `graph.lifecycle.tables.EVENT_KINDS`.
    size : int
        Accounts of the cluster before; of a new one, its accounts.
    accounts : int
        Accounts that came, went, or took part.
    weeks : float
        Between the two days, above 0.

    Returns
    -------
    float
        Bits, in [0, 60]: of growth and loss -log2 of the chance that so many or more come or go
        at the usual rate; of other kinds -log2 of the chance of one in the time, and one bit for
        each doubling of the accounts beyond two.
    """
    if kind in {"grown", "shrunk"}:
        rate = JOINING_RATE if kind == "grown" else LEAVING_RATE
        chance = float(poisson.sf(accounts - 1, rate * size * weeks))
        return min(-math.log2(chance), MOST_BITS) if chance > 0 else MOST_BITS
    if kind not in WEEKLY_RATE:
        return 0.0
    chance = -math.expm1(-WEEKLY_RATE[kind] * weeks)
    return min(-math.log2(chance) + math.log2(max(accounts, 2) / 2), MOST_BITS)
