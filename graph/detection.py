"""What a detection holds; kept apart from detecting, so that showing a snapshot loads no solver."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from graph.dossier.tables import ALTERNATIVES, HOLDS, INTERACTIONS, MEASURES, ROLES
from graph.judged import JUDGED
from graph.lifecycle.cluster_activity import CLUSTER_ACTIVITY
from graph.lifecycle.tables import ARRIVALS, PRESENCE, TOLD, TRACES
from graph.settings import DetectionSettings
from graph.ties.left_out import LEFT_OUT


@dataclass(frozen=True)
class Detection:
    """One detection, as it is frozen in a snapshot.

    Attributes
    ----------
    snapshot : str
        Name of the snapshot: the day and a fingerprint of data, settings, calibration and
        judgements, so that the same question asked twice has one answer.
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
    judgements : polars.DataFrame
        `graph.judged.JUDGED`: what people had decided, and was obeyed.
    left_out : polars.DataFrame
        `graph.ties.left_out.LEFT_OUT`: ties that judgements took away.
    interactions, roles, measures, holds, alternatives : polars.DataFrame
        `graph.dossier.whole.Dossier`.
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`: who is active, and who has not been seen since when.
    traces : polars.DataFrame
        `graph.lifecycle.tables.TRACES`: what each account showed when.
    activity : polars.DataFrame
        `graph.lifecycle.cluster_activity.CLUSTER_ACTIVITY`.
    told, arrivals : polars.DataFrame
        `graph.lifecycle.tables.TOLD` and `ARRIVALS`: what stands from the detection it goes on
        from.
    material : str or None
        Fingerprint of what it was made from, as far as its maker says.
    before : str or None
        Name of the detection whose clusters' ids it goes on with.
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
    judgements: pl.DataFrame = field(default_factory=JUDGED.to_frame)
    left_out: pl.DataFrame = field(default_factory=LEFT_OUT.to_frame)
    interactions: pl.DataFrame = field(default_factory=INTERACTIONS.to_frame)
    roles: pl.DataFrame = field(default_factory=ROLES.to_frame)
    measures: pl.DataFrame = field(default_factory=MEASURES.to_frame)
    holds: pl.DataFrame = field(default_factory=HOLDS.to_frame)
    alternatives: pl.DataFrame = field(default_factory=ALTERNATIVES.to_frame)
    presence: pl.DataFrame = field(default_factory=PRESENCE.to_frame)
    traces: pl.DataFrame = field(default_factory=TRACES.to_frame)
    activity: pl.DataFrame = field(default_factory=CLUSTER_ACTIVITY.to_frame)
    told: pl.DataFrame = field(default_factory=TOLD.to_frame)
    arrivals: pl.DataFrame = field(default_factory=ARRIVALS.to_frame)
    material: str | None = None
    before: str | None = None
