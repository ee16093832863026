"""Scores of all pairs that were weighed, not only of those that make ties."""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.judged import HUB, NOTHING_JUDGED, Judged
from graph.tables import Tables
from graph.ties.layers.known import LAYERS
from graph.ties.tie import tie_accounts

NO_THRESHOLD = -1e6


def every_score(
    tables: Tables,
    calibration: Calibration,
    layers: tuple[str, ...] = LAYERS,
    judged: Judged = NOTHING_JUDGED,
) -> pl.DataFrame:
    """Score every pair of accounts that shares something.

    Parameters
    ----------
    tables : Tables
        What is known.
    calibration : Calibration
        The frozen numbers; its threshold plays no part.
    layers : tuple of str
        Which layers take part.
    judged : Judged
        What people decided; only hubs are heeded, so that scores are those of evidence.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b bits score probability``, sorted by pair.
    """
    lowered = calibration.model_copy(update={"threshold_bits": NO_THRESHOLD})
    return tie_accounts(tables, lowered, layers, Judged(judged.of(HUB))).ties
