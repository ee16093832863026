"""Papers: what naming the same permit, ring, chip, parcel, plate or company number says.

Chance agreement: the number of one animal, parcel or vehicle is copied with an advertisement, or
quoted by a buyer; a company's is quoted by its customers. A paper that many strangers quote is a
hub like any contact detail (`graph.ties.hubs`). Showing different papers says nothing: whoever
trades has many.
"""

from __future__ import annotations

import polars as pl

from graph.calibration import Calibration
from graph.tables import Tables
from graph.ties.layers.contact_detail import details_shown, weigh_details
from graph.ties.layers.layer import ValueLayer


def _kinds(calibration: Calibration) -> tuple[str, ...]:
    """Kinds of papers that are weighed."""
    return tuple(calibration.papers)


def _show(tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Papers named in posts and descriptions."""
    return details_shown(tables, _kinds(calibration))


LAYER = ValueLayer("paper", _kinds, _show, weigh_details)
