"""Communities beside chance: what the same method finds when the ties are dealt out at random."""

from __future__ import annotations

from typing import NamedTuple

import igraph
import numpy as np
import polars as pl

from graph.communities.detected import Partition, TieGraph, cut_components, number_ties
from graph.communities.methods import seeded

SWAPS_PER_TIE = 10


class BesideChance(NamedTuple):
    """A partition beside those of randomised ties.

    Attributes
    ----------
    inside, inside_by_chance : float
        Of 100 ties, how many lie inside communities of three or more; and on average where every
        account keeps the number of its ties but not to whom. Nan where there are no ties.
    tied, tied_by_chance : float
        Of 100 pairs of accounts put into one community of three or more, how many are tied to each
        other themselves, and by chance; nan where there is none such.
    largest, largest_by_chance : float
        Accounts of the largest community, and on average by chance.
    """

    inside: float
    inside_by_chance: float
    tied: float
    tied_by_chance: float
    largest: float
    largest_by_chance: float

    @property
    def sentence(self) -> str:
        """What that says, for a person."""
        return (
            f"Of 100 ties, {self.inside:.0f} lie inside communities of three or more; were they "
            f"dealt out at random, {self.inside_by_chance:.0f} would. Of 100 pairs put into one, "
            f"{self.tied:.0f} are tied themselves, at random {self.tied_by_chance:.0f}. The "
            f"largest has {self.largest:.0f} accounts, at random {self.largest_by_chance:.0f}."
        )


def compare_with_chance(ties: pl.DataFrame, partition: Partition, *, runs: int) -> BesideChance:
    """Cut randomised ties as the ties were cut.

    Parameters
    ----------
    ties : polars.DataFrame
        The ties that the partition was made of.
    partition : Partition
        Its method, resolution and seed are used again.
    runs : int
        How many randomised graphs.

    Returns
    -------
    BesideChance
        Each randomised graph keeps every account's number of ties (igraph's rewiring, ten swaps
        for each tie) and the probabilities as a whole. Deterministic for a seed; the cost is that
        of the partition and the swaps, ``runs`` times.
    """
    graph = number_ties(ties)
    draws = np.random.default_rng(partition.seed)
    found = _measure(graph, graph.ends, graph.weights, partition, partition.seed)
    by_chance = [
        _measure(graph, _rewired(graph, partition.seed + run + 1), draws.permutation(graph.weights),
                 partition, partition.seed + run + 1)
        for run in range(runs)
    ]  # fmt: skip
    pairs, ties_dealt = sum(each[1] for each in by_chance), runs * len(graph.ends)
    tied_by_chance = sum(each[0] for each in by_chance)
    return BesideChance(
        100 * found[0] / len(graph.ends) if len(graph.ends) else np.nan,
        100 * tied_by_chance / ties_dealt if ties_dealt else np.nan,
        100 * found[0] / found[1] if found[1] else np.nan,
        100 * tied_by_chance / pairs if pairs else np.nan,
        found[2],
        float(np.mean([each[2] for each in by_chance])),
    )


def _rewired(graph: TieGraph, seed: int) -> np.ndarray:
    """Ends of ties dealt out at random, every account with as many as before."""
    other = igraph.Graph(n=graph.accounts, edges=graph.ends)
    with seeded(seed):
        other.rewire(n=SWAPS_PER_TIE * len(graph.ends))
    ends = np.sort(np.asarray(other.get_edgelist(), dtype=np.int64).reshape(-1, 2), axis=1)
    return ends[np.lexsort((ends[:, 1], ends[:, 0]))]


def _measure(
    graph: TieGraph, ends: np.ndarray, weights: np.ndarray, partition: Partition, seed: int
) -> tuple[int, float, int]:
    """Ties and pairs inside communities of three or more, and the size of the largest."""
    labels = cut_components(
        graph.accounts, ends, weights, partition.method, partition.resolution, seed
    )
    sizes = np.bincount(labels)
    inside = (labels[ends[:, 0]] == labels[ends[:, 1]]) & (sizes[labels[ends[:, 0]]] > 2)
    large = sizes[sizes > 2].astype(float)
    return int(inside.sum()), float((large * (large - 1) / 2).sum()), int(sizes.max(initial=0))
