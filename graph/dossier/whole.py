"""What is put before a person about clusters, beside who belongs to them."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.dossier.alternatives import consider_alternatives
from graph.dossier.cluster_graphs import cluster_graphs, ties_inside
from graph.dossier.holding import find_weak_places, ties_by_evidence
from graph.dossier.measures import measure_members
from graph.dossier.roles import find_roles, name_roles
from graph.interactions import find_interactions
from graph.tables import Tables


@dataclass(frozen=True)
class Dossier:
    """All that is told of clusters and of who turns to whom.

    Attributes
    ----------
    members : polars.DataFrame
        As given, with the roles that interaction shows.
    interactions, roles, measures, holds, alternatives : polars.DataFrame
        `graph.dossier.tables.INTERACTIONS`, `graph.dossier.roles.ROLES`,
        `graph.dossier.measures.MEASURES`, `graph.dossier.holding.HOLDS`,
        `graph.dossier.alternatives.ALTERNATIVES`.
    """

    members: pl.DataFrame
    interactions: pl.DataFrame
    roles: pl.DataFrame
    measures: pl.DataFrame
    holds: pl.DataFrame
    alternatives: pl.DataFrame


def make_dossier(
    members: pl.DataFrame,
    ties: pl.DataFrame,
    reasons: pl.DataFrame,
    hubs: pl.DataFrame,
    tables: Tables,
    *,
    threshold: float,
    seed: int,
) -> Dossier:
    """Gather what is told of clusters.

    Parameters
    ----------
    members : polars.DataFrame
        `graph.clusters.name_members`.
    ties, reasons : polars.DataFrame
        `graph.ties.tie.Ties`.
    hubs : polars.DataFrame
        `graph.ties.hub_reasons.describe_hubs`.
    tables : Tables
        What is known.
    threshold : float
        Least score of a tie, in bits.
    seed : int
        Of the resampling.

    Returns
    -------
    Dossier
        The same whatever the order of rows. Interaction never enters a tie, a measure or a
        cluster.
    """
    interactions = find_interactions(tables)
    roles = find_roles(members, tables, interactions, hubs, seed=seed)
    inside = ties_inside(members, ties)
    graphs = list(cluster_graphs(members, inside))
    return Dossier(
        members=name_roles(members, roles),
        interactions=interactions,
        roles=roles,
        measures=measure_members(graphs),
        holds=find_weak_places(graphs, ties_by_evidence(inside, reasons, threshold)),
        alternatives=consider_alternatives(members, tables, reasons, interactions),
    )
