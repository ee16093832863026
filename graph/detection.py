"""What a detection holds; kept apart from detecting, so that showing a snapshot loads no solver."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.settings import DetectionSettings


@dataclass(frozen=True)
class Detection:
    """One detection, as it is frozen in a snapshot.

    Attributes
    ----------
    snapshot : str
        Name of the snapshot: the day and a fingerprint of data, settings and calibration, so
        that the same question asked twice has one answer.
    as_of : str
        The day whose knowledge it rests on.
    calibration : str
        Version and fingerprint of the calibration.
    settings : DetectionSettings
        The settings in force.
    accounts : int
        Accounts known.
    ties, reasons, hubs, texts, clusters, members, coverage : polars.DataFrame
        `graph.ties.tie.Ties`, `graph.ties.hub_reasons`, `graph.clusters`, and what was observed.
    """

    snapshot: str
    as_of: str
    calibration: str
    settings: DetectionSettings
    accounts: int
    ties: pl.DataFrame
    reasons: pl.DataFrame
    hubs: pl.DataFrame
    texts: pl.DataFrame
    clusters: pl.DataFrame
    members: pl.DataFrame
    coverage: pl.DataFrame
