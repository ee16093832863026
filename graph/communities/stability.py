"""Stability: how often each account is found with its cluster again, on resampled evidence."""

from __future__ import annotations

import numpy as np
import polars as pl

from graph.communities.detected import Partition, TieGraph, cut_components, number_ties
from graph.communities.evidence_drawn import EvidenceDrawn

SEEDS_AT_MOST = 10
"""All ties differ from run to run by nothing but the seed; so many seeds tell."""


def measure_stability(
    ties: pl.DataFrame,
    partition: Partition,
    *,
    runs: int,
    reasons: pl.DataFrame | None = None,
    threshold_bits: float = 0.0,
) -> pl.DataFrame:
    """Repeat the partition with other seeds, on all ties and on resampled evidence.

    Parameters
    ----------
    ties : polars.DataFrame
        ``account_a account_b probability``, the ties that the partition was made of; with reasons
        also ``score``.
    partition : Partition
        The partition; its method and resolution are used again.
    runs : int
        How often on resampled evidence; on all ties ten times at most.
    reasons : polars.DataFrame, optional
        `graph.ties.reasons.give_reasons`. With them each shared value is drawn as in
        `graph.communities.evidence_drawn`; without, each tie is kept as often as it is probable.
    threshold_bits : float
        What is left of a tie's score has to reach this.

    Returns
    -------
    polars.DataFrame
        ``account_key community stability by_seed``: the share of runs, in [0, 1], in which the
        account was in the part that held most of its community (at least two of it): on resampled
        evidence with other seeds, and on all ties with other seeds. Evidence that is the same on
        two days is drawn alike on both. Deterministic for a seed, whatever the order of rows; the
        cost is that of the partition, ``runs`` times and ten.
    """
    graph = number_ties(ties)
    community = _communities(graph, partition)
    drawn = EvidenceDrawn(graph, ties, reasons, threshold_bits)
    agreed, same_ties = np.zeros(graph.accounts), np.zeros(graph.accounts)
    everything = np.arange(len(graph.ends))
    for run in range(runs):
        agreed += _stayed(_cut(graph, drawn.keep(run), partition, run), community)
    seeds = min(runs, SEEDS_AT_MOST)
    for run in range(seeds):
        same_ties += _stayed(_cut(graph, everything, partition, run), community)
    return pl.DataFrame(
        {
            "account_key": graph.keys.cast(pl.String),
            "community": community,
            "stability": agreed / max(runs, 1),
            "by_seed": same_ties / max(seeds, 1),
        }
    )


def _communities(graph: TieGraph, partition: Partition) -> np.ndarray:
    """The community of each account of the graph, by its number."""
    return (
        pl.DataFrame({"account_key": graph.keys.cast(pl.String)})
        .join(partition.accounts, on="account_key", how="left", maintain_order="left")
        .get_column("community")
        .to_numpy()
    )


def _cut(graph: TieGraph, kept: np.ndarray, partition: Partition, run: int) -> np.ndarray:
    """Labels of a partition of some of the ties, with another seed."""
    return cut_components(
        graph.accounts, graph.ends[kept], graph.weights[kept],
        partition.method, partition.resolution, partition.seed + run + 1,
    )  # fmt: skip


def _stayed(labels: np.ndarray, community: np.ndarray) -> np.ndarray:
    """Which accounts are in the part that holds most of their community, and not alone there."""
    if not len(labels):
        return np.zeros(0)
    part = community * (int(labels.max()) + 1) + labels
    parts, first, of_account, many = np.unique(
        part, return_index=True, return_inverse=True, return_counts=True
    )
    of_part = community[first]
    by_size = np.lexsort((parts, -many, of_part))
    leads = np.ones(len(parts), dtype=bool)
    leads[1:] = np.diff(of_part[by_size]) != 0
    chosen = np.zeros(len(parts), dtype=bool)
    chosen[by_size[leads]] = True
    return (chosen & (many > 1))[of_account].astype(float)
