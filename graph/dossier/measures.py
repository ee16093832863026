"""Structural measures of members on their cluster's ties, under their own names.

A measure says how an account lies in the picture that was made of the evidence. It is no role: an
account may lie between others because it was copied, quoted, or collected more thoroughly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import polars as pl

from graph.dossier.cluster_graphs import ClusterGraph
from graph.dossier.tables import MEASURES

MOST_ACCOUNTS = 2_000
"""Betweenness and constraint of members of larger clusters are not measured."""


def measure_members(graphs: Iterable[ClusterGraph]) -> pl.DataFrame:
    """Measure every member of clusters.

    Parameters
    ----------
    graphs : iterable of ClusterGraph
        Each cluster once.

    Returns
    -------
    polars.DataFrame
        `MEASURES`, by cluster and account. Cost: accounts times ties of each cluster, for clusters
        of at most `MOST_ACCOUNTS`; linear in the ties above.
    """
    columns: dict[str, list[Any]] = {name: [] for name in MEASURES}
    for each in graphs:
        for name, values in _measure(each).items():
            columns[name].extend(values)
    return pl.DataFrame(columns, schema=MEASURES).sort("cluster_id", "account_key")


def _measure(cluster: ClusterGraph) -> dict[str, list[Any]]:
    """Measure the members of one cluster, column by column."""
    graph, many = cluster.graph, len(cluster.accounts)
    between: list[float | None] = [None] * many
    constraint: list[float | None] = [None] * many
    if many <= MOST_ACCOUNTS:
        pairs = (many - 1) * (many - 2) / 2
        between = [value / pairs if pairs else 0.0 for value in graph.betweenness()]
        constraint = [
            None if math.isnan(value) else value for value in graph.constraint(weights="weight")
        ]
    return {
        "cluster_id": [cluster.cluster_id] * many,
        "account_key": cluster.accounts,
        "ties": graph.degree(),
        "betweenness": between,
        "constraint": constraint,
        "core": graph.coreness(),
    }
