"""Intervals for shares: of independent trials, and of trials that come in groups."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

Z = 1.959964
PERCENT = (2.5, 97.5)
LEAST_GROUPS = 10
RUNS = 2_000


class Share(NamedTuple):
    """A share, with an interval of 95%.

    Attributes
    ----------
    hits, trials : int
    share, low, high : float or None
        In [0, 1]; None where there was no trial.
    """

    hits: int
    trials: int
    share: float | None
    low: float | None
    high: float | None


def wilson(hits: int, trials: int) -> Share:
    """Estimate a share of independent trials.

    Parameters
    ----------
    hits, trials : int

    Returns
    -------
    Share
        With Wilson's score interval (1927, doi:10.1080/01621459.1927.10502953).

    >>> wilson(0, 0).share is None
    True
    """
    if not trials:
        return Share(0, 0, None, None, None)
    return Share(hits, trials, hits / trials, *_bounds(hits / trials, trials))


def grouped_share(groups: Sequence[tuple[int, int]], seed: int) -> Share:
    """Estimate a share of trials of which those of a group depend on each other.

    Parameters
    ----------
    groups : sequence of tuple
        Hits and trials of each group.
    seed : int
        Of the resampling.

    Returns
    -------
    Share
        Its interval holds 95 of 100 shares of resampled groups (Efron 1979,
        doi:10.1214/aos/1176344552) and is never narrower than Wilson's; of fewer than 10 groups,
        Wilson's for as many trials as there are groups.
    """
    table = np.array(groups, dtype=np.int64).reshape(-1, 2)
    hits, trials = (int(each) for each in table.sum(axis=0))
    plain = wilson(hits, trials)
    if not trials or plain.low is None or plain.high is None:
        return plain
    if len(table) < LEAST_GROUPS:
        few = _bounds(hits / trials, len(table))
        return Share(hits, trials, plain.share, *few)
    drawn = np.random.default_rng(seed).integers(0, len(table), (RUNS, len(table)))
    sums = table[drawn].sum(axis=1)
    shares = sums[:, 0] / np.maximum(sums[:, 1], 1)
    low, high = np.percentile(shares, PERCENT)
    return Share(
        hits, trials, plain.share, min(float(low), plain.low), max(float(high), plain.high)
    )


def _bounds(share: float, trials: int) -> tuple[float, float]:
    """Wilson's bounds of a share as if of so many trials."""
    part = Z**2 / trials
    middle = (share + part / 2) / (1 + part)
    half = Z * math.sqrt(share * (1 - share) / trials + part / (4 * trials)) / (1 + part)
    return max(middle - half, 0.0), min(middle + half, 1.0)
