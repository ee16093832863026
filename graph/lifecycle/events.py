"""Events of clusters: what became of each between two days, and how surely."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import polars as pl

from graph.calibration import Calibration
from graph.detection import Detection
from graph.errors import AnalysisError
from graph.lifecycle.causes import Causes
from graph.lifecycle.changes import find_changes
from graph.lifecycle.days import Days
from graph.lifecycle.event import Event, as_table
from graph.lifecycle.event_runs import LEAST_SHARE, Runs
from graph.lifecycle.surprise import surprise_of

CONTINUED = "continued"


class ClusterEvents(NamedTuple):
    """What `find_events` finds.

    Attributes
    ----------
    sure, unsure : polars.DataFrame
        `graph.lifecycle.tables.EVENTS`, the most surprising first: those that hold in at least
        nine of ten runs on evidence drawn again, and the others.
    """

    sure: pl.DataFrame
    unsure: pl.DataFrame


def find_events(before: Detection, now: Detection, calibration: Calibration) -> ClusterEvents:
    """Say what became of each cluster between two days.

    Parameters
    ----------
    before, now : Detection
        Of two days, with the same settings and calibration but for the seed.
    calibration : Calibration
        Theirs.

    Returns
    -------
    ClusterEvents
        One row per event; a cluster may have grown and shrunk. Clusters of now to which nothing
        happened for sure are ``continued``. Those that are gone on both days have no event, and
        nothing is told of accounts and clusters that nobody looked for. Deterministic for a seed.

    Raises
    ------
    AnalysisError
        If the two cannot be compared.
    """
    alike = before.settings.model_copy(update={"seed": now.settings.seed})
    if (alike, before.calibration) != (now.settings, now.calibration):
        raise AnalysisError(
            f"snapshots {before.snapshot} and {now.snapshot} were made with different settings or "
            "calibrations; detect both days again."
        )
    days = Days(before, now)
    changes = list(find_changes(days))
    found = [each for each in changes if each.kind != CONTINUED]
    runs, causes = Runs(days, calibration, found), Causes(before, now)
    held = [runs.hold(replace(each, cause=causes.cause_of(each))) for each in found]
    weighed = [replace(each, surprise=_surprise(each, days)) for each in held]
    sure = [each for each in weighed if each.share_of_runs >= LEAST_SHARE]
    unsure = [each for each in weighed if each.share_of_runs < LEAST_SHARE]
    quiet = [each for each in changes if each.kind == CONTINUED] + _nothing_sure(sure, unsure)
    return ClusterEvents(as_table([*sure, *quiet]), as_table(unsure))


def _nothing_sure(sure: list[Event], unsure: list[Event]) -> list[Event]:
    """Clusters of now that go on as far as is sure."""
    told = {name for each in sure for name in each.outcomes}
    gone_on = {
        name: each.origins
        for each in unsure
        for name in each.outcomes
        if each.origins and name not in told
    }
    return [Event(CONTINUED, name, origins, (name,)) for name, origins in gone_on.items()]


def _surprise(event: Event, days: Days) -> float:
    """Bits of an event."""
    size = sum(len(days.accounts_before[name]) for name in event.origins)
    accounts = {"grown": event.added, "shrunk": event.removed, "formed": event.added}.get(
        event.kind
    )
    many = max(size, 2) if accounts is None else len(accounts)
    return surprise_of(event.kind, size=max(size, 2), accounts=many, weeks=days.weeks)
