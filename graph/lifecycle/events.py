"""Events of clusters: what became of each between two days, and how surely."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

import polars as pl

from graph.detection import Detection
from graph.errors import AnalysisError
from graph.lifecycle.causes import Causes
from graph.lifecycle.certainty import Certainty
from graph.lifecycle.changes import find_changes
from graph.lifecycle.days import Days
from graph.lifecycle.event import Event, as_table
from graph.lifecycle.standing import LEAST_STABILITY
from graph.lifecycle.surprise import surprise_of

CONTINUED = "continued"


class ClusterEvents(NamedTuple):
    """What `find_events` finds.

    Attributes
    ----------
    sure, unsure : polars.DataFrame
        `graph.lifecycle.tables.EVENTS`, the most surprising first: those that hold in at least
        nine of ten runs on evidence drawn again, and those that may yet come to that.
    """

    sure: pl.DataFrame
    unsure: pl.DataFrame


def find_events(before: Detection, now: Detection) -> ClusterEvents:
    """Say what became of each cluster between two days.

    Parameters
    ----------
    before, now : Detection
        Of two days, with the same settings and calibration but for the seed; the second goes on
        from the first.

    Returns
    -------
    ClusterEvents
        One row per event; a cluster may have grown and shrunk. A change is told on the day by
        which it has become sure, and once. Clusters to which nothing happened for sure are
        ``continued``. Those that are gone on both days have no event, and nothing is told of
        accounts and clusters that nobody looked for.

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
    told = Days(before, now, before.told, now.told)
    likely = Days(before, now, before.members, now.members)
    causes = Causes(before, now)
    changes = list(find_changes(told))
    sure = [
        each for each in _weighed(told, changes, causes) if each.share_of_runs >= LEAST_STABILITY
    ]
    named = {(each.kind, each.cluster) for each in sure}
    unsure = [
        each
        for each in _weighed(likely, find_changes(likely), causes)
        if each.share_of_runs < LEAST_STABILITY and (each.kind, each.cluster) not in named
    ]
    quiet = [each for each in changes if each.kind == CONTINUED]
    return ClusterEvents(as_table([*sure, *quiet, *_going_on(told, sure, quiet)]), as_table(unsure))


def _weighed(days: Days, changes: Iterable[Event], causes: Causes) -> list[Event]:
    """Give changes between two days with how surely they hold and how they surprise."""
    certainty = Certainty(days)
    return [
        replace(
            each,
            cause=causes.cause_of(each),
            share_of_runs=certainty.of(each),
            surprise=_surprise(each, days),
        )
        for each in changes
        if each.kind != CONTINUED
    ]


def _going_on(days: Days, sure: list[Event], quiet: list[Event]) -> list[Event]:
    """Clusters that are told on both days, and of which nothing else is told for sure."""
    said = {name for each in (*sure, *quiet) for name in (*each.origins, *each.outcomes)}
    alive = days.accounts_before.keys() & days.accounts_now.keys() - said
    return [
        Event(CONTINUED, name, (name,), (name,))
        for name in sorted(alive - (days.gone_before & days.gone_now))
    ]


def _surprise(event: Event, days: Days) -> float:
    """Bits of an event."""
    size = sum(len(days.accounts_before[name]) for name in event.origins)
    accounts = {"grown": event.added, "shrunk": event.removed, "formed": event.added}.get(
        event.kind
    )
    many = max(size, 2) if accounts is None else len(accounts)
    return surprise_of(event.kind, size=max(size, 2), accounts=many, weeks=days.weeks)
