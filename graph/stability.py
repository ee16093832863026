"""Stability: how often each account is found with its cluster again, on resampled evidence."""

from __future__ import annotations

import igraph
import numpy as np
import polars as pl

from graph.communities import METHODS, Partition, to_igraph


def measure_stability(ties: pl.DataFrame, partition: Partition, *, runs: int) -> pl.DataFrame:
    """Repeat the partition with each tie kept as often as it is probable.

    Parameters
    ----------
    ties : polars.DataFrame
        ``account_a account_b probability``, the ties that the partition was made of.
    partition : Partition
        The partition; its method, resolution and seed are used again.
    runs : int
        How often.

    Returns
    -------
    polars.DataFrame
        ``account_key community stability``: the share of runs, in [0, 1], in which the account
        was in the part that held most of its community (at least two of it). Deterministic for
        a seed; the cost is that of the partition, ``runs`` times.
    """
    graph = to_igraph(ties)
    home = (
        pl.DataFrame({"account_key": graph.vs["name"] if graph.vcount() else []})
        .cast({"account_key": pl.String})
        .join(partition.accounts, on="account_key", how="left", maintain_order="left")
    )
    agreed = np.zeros(graph.vcount())
    draws = np.random.default_rng(partition.seed)
    probability = np.asarray(graph.es["weight"] if graph.ecount() else [], dtype=float)
    for run in range(runs):
        kept = np.flatnonzero(draws.random(graph.ecount()) < probability)
        agreed += _stayed(_cut(graph, kept, partition, run), home["community"].to_numpy())
    return home.with_columns(stability=pl.Series(agreed / max(runs, 1)))


def _cut(graph: igraph.Graph, kept: np.ndarray, partition: Partition, run: int) -> np.ndarray:
    """Labels of a partition of some of the ties."""
    sample = graph.subgraph_edges(kept.tolist(), delete_vertices=False)
    if partition.method == "components":
        return np.asarray(sample.connected_components().membership)
    cut = METHODS[partition.method](sample, partition.resolution, partition.seed + run + 1)
    return np.asarray(cut)


def _stayed(labels: np.ndarray, community: np.ndarray) -> np.ndarray:
    """Which accounts are in the part that holds most of their community, and not alone there."""
    frame = pl.DataFrame({"label": labels, "community": community})
    sizes = frame.with_columns(size=pl.len().over("community", "label"))
    largest = sizes.with_columns(largest=pl.col("size").max().over("community"))
    winner = largest.filter((pl.col("size") == pl.col("largest")) & (pl.col("size") > 1))
    chosen = winner.group_by("community").agg(chosen=pl.col("label").min())
    return (
        frame.join(chosen, on="community", how="left", maintain_order="left")
        .select((pl.col("label") == pl.col("chosen")).fill_null(value=False))
        .to_series()
        .to_numpy()
        .astype(float)
    )
