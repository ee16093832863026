"""The resolution in force, beside chance and beside what the ties themselves suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.considered import consider
from app.steps import Steps
from graph.communities import Partition
from graph.communities.chance import BesideChance, compare_with_chance
from graph.communities.resolution import Search, search_resolution
from graph.detect import tie_and_cut
from graph.errors import AnalysisError
from graph.workspace import Workspace

RUNS = 10
"""So many times the ties are dealt out at random."""


@dataclass(frozen=True)
class Resolved:
    """How the ties are cut, and how they might be.

    Attributes
    ----------
    in_force : Partition
        As a detection cuts them now.
    communities : int
        Of two accounts or more.
    beside : BesideChance
        The same on ties dealt out at random.
    search : Search
        What other resolutions give.
    """

    in_force: Partition
    communities: int
    beside: BesideChance
    search: Search


def check_resolution(workspace: Workspace, told: Steps, *, as_of: str | None) -> Resolved:
    """Cut the ties at the resolution in force, at random, and at others; writes nothing.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    told : callable
        Told what is being done.
    as_of : str or None
        The day; None: that of the latest sighting.

    Raises
    ------
    AnalysisError
        If no accounts are tied.
    """
    considered = consider(workspace, as_of, told)
    told("Weighing evidence", 0, 1)
    tied, partition, _ = tie_and_cut(*considered)
    told("Weighing evidence", 1, 1)
    if tied.ties.is_empty():
        raise AnalysisError("No accounts are tied, so there is nothing to cut; ingest more first.")
    told("Trying resolutions", 0, 2)
    beside = compare_with_chance(tied.ties, partition, runs=RUNS)
    told("Trying resolutions", 1, 2)
    search = search_resolution(tied.ties, seed=considered.settings.seed)
    told("Trying resolutions", 2, 2)
    sizes = partition.accounts["community"].value_counts()
    return Resolved(partition, sizes.filter(sizes["count"] > 1).height, beside, search)


def resolved_data(found: Resolved) -> dict[str, Any]:
    """Give what was found as plain data."""
    suggested = found.search.partition
    return {
        "method": found.in_force.method,
        "resolution": found.in_force.resolution,
        "communities": found.communities,
        "beside_chance": found.beside._asdict(),
        "suggested": {"method": suggested.method, "resolution": suggested.resolution},
        "tried": found.search.tried.to_dicts(),
    }
