"""What chance makes of shared groups: memberships swapped so that every degree stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import igraph
import numpy as np

from graph.communities.methods import seeded

REWIRINGS = 50
BURN_IN = 20
APART = 2
"""Trials per membership before the first rewiring is taken, and between one and the next."""
FALSE_SHARE = 0.01
"""The share of false pairs among those kept that every method here is asked for."""
DIGITS = 3
"""Equal sums stay equal, in whatever order they were added."""


def rewirings(joined: np.ndarray, market: np.ndarray, many: int, seed: int) -> Iterator[np.ndarray]:
    """Swap memberships within markets.

    Parameters
    ----------
    joined : numpy.ndarray
        Accounts by groups, true where the account is a member.
    market : numpy.ndarray
        Of each group; all the same to swap over all markets.
    many : int
        How many rewirings.
    seed : int
        The same seed gives the same rewirings.

    Yields
    ------
    numpy.ndarray
        Shaped like ``joined``. Every group has as many members as before, and every account as
        many groups of each market.

    Notes
    -----
    One swap takes two memberships of a market and exchanges their groups where neither account is
    already in the other's group (a Markov chain whose limit is uniform).
    """
    accounts = len(joined)
    graphs = []
    for part in np.unique(market):
        account, group = np.nonzero(joined & (market == part))
        edges = np.column_stack([account, group + accounts])
        graphs.append(igraph.Graph(n=sum(joined.shape), edges=edges, directed=True))
    with seeded(seed):
        for number in range(many):
            swapped = np.zeros_like(joined)
            for graph in graphs:
                graph.rewire(n=(APART if number else BURN_IN) * graph.ecount())
                edges = np.array(graph.get_edgelist()).reshape(-1, 2)
                swapped[edges[:, 0], edges[:, 1] - accounts] = True
            yield swapped


def shared_weights(worlds: Iterable[np.ndarray], weight: np.ndarray) -> np.ndarray:
    """Sum the weights of the groups that each pair shares.

    Parameters
    ----------
    worlds : iterable of numpy.ndarray
        Accounts by groups, all of one shape.
    weight : numpy.ndarray
        Of each group.

    Returns
    -------
    numpy.ndarray
        Worlds by pairs, the pairs in the order of `numpy.triu_indices`.
    """
    rows, root = [], np.sqrt(weight).astype(np.float32)
    pairs = np.empty(0, dtype=np.int64)
    for joined in worlds:
        if not len(pairs):
            pairs = np.ravel_multi_index(np.triu_indices(len(joined), 1), (len(joined),) * 2)
        side = joined * root
        rows.append((side @ side.T).take(pairs))
    return np.round(np.stack(rows), DIGITS)


def beyond_chance(observed: np.ndarray, chance: np.ndarray) -> np.ndarray:
    """Keep pairs whose sum is higher than rewirings reach.

    Parameters
    ----------
    observed : numpy.ndarray
        One sum per pair.
    chance : numpy.ndarray
        Rewirings by pairs.

    Returns
    -------
    numpy.ndarray
        One truth value per pair. The p-value of a sum is the share of all pairs in all rewirings
        that reach it; of those `significant` keeps.
    """
    as_high = chance.size - np.searchsorted(np.sort(chance, axis=None), observed)
    return significant((as_high + 1) / (chance.size + 1))


def significant(p: np.ndarray) -> np.ndarray:
    """Keep what Benjamini and Hochberg (1995) keep at a false-discovery share of 1 %."""
    rising = np.sort(p)
    good = rising <= FALSE_SHARE * np.arange(1, len(p) + 1) / len(p)
    return p <= rising[good].max(initial=-1.0)
