"""Hand-over: how much the time between an end and a first post says.

Successors come soon: most within days. Chance: newcomers come anyway, at the rate at which
accounts were first seen around that day in what was observed. A week in which many are (a group
was joined, or collected, that week) makes a close hand-over say little.
"""

from __future__ import annotations

import math

import numpy as np
import polars as pl

from graph.lifecycle.succession.numbers import Numbers


class Arrivals:
    """When accounts were first seen.

    Parameters
    ----------
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    numbers : Numbers
        The frozen numbers.
    """

    def __init__(self, presence: pl.DataFrame, numbers: Numbers) -> None:
        self._model = numbers.timing
        self._overlap_days = numbers.sides.overlap_days
        self._days = np.sort(presence["first_seen"].dt.epoch("s").to_numpy() / 86_400)

    def bits(self, gap_days: float, first_seen: float) -> float:
        """Weigh a hand-over.

        Parameters
        ----------
        gap_days : float
            From the last post of the one to the first of the other; below 0 they overlap.
        first_seen : float
            Of the new account, in days since 1970.

        Returns
        -------
        float
            log2 of how much likelier a successor comes then than anybody.
        """
        model = self._model
        whenever = 1 / model.reference_days
        if gap_days < 0:
            soon = model.early / max(self._overlap_days, 1.0)
        else:
            soon = model.prompt * math.exp(-gap_days / model.mean_days) / model.mean_days
        successor = soon + (1 - model.prompt - model.early) * whenever
        return math.log2(successor / max(self._chance(first_seen), whenever))

    def _chance(self, day: float) -> float:
        """Share of newcomers who come on one of the days around, of those of the days before."""
        model = self._model
        half = model.around_days + 0.5
        around = self._between(day - half, day + half)
        before = self._between(day - model.reference_days, day + half)
        if before < model.least_arrivals:
            return 0.0
        return around / before / (2 * half)

    def _between(self, start: float, end: float) -> int:
        """How many were first seen between two days."""
        first, last = np.searchsorted(self._days, [start, end])
        return int(last - first)
