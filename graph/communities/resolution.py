"""Which resolution a graph itself suggests: the one whose communities describe it the shortest."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import polars as pl
from scipy.special import gammaln

from graph.communities.detected import (
    Partition,
    TieGraph,
    cut_components,
    number_communities,
    number_ties,
)
from graph.errors import AnalysisError

FACTOR = 4.0
ROUNDS = 2
"""The first resolutions lie so far apart; the best one's neighbourhood is halved so often."""
DENSEST = 0.5
"""Of CPM's resolutions; what is denser than this is a clique of few."""


class Search(NamedTuple):
    """What `search_resolution` finds.

    Attributes
    ----------
    partition : Partition
        The one with the shortest description.
    tried : polars.DataFrame
        ``method resolution communities nats``, in the order in which they were tried.
    """

    partition: Partition
    tried: pl.DataFrame


def search_resolution(
    ties: pl.DataFrame,
    *,
    seed: int,
    methods: tuple[str, ...] = ("leiden-cpm", "leiden-modularity"),
) -> Search:
    """Try resolutions, and keep the partition that describes the ties the shortest.

    Parameters
    ----------
    ties : polars.DataFrame
        As for `graph.communities.detect_communities`.
    seed : int
        The same ties and seed give the same result.
    methods : tuple of str
        Whose resolutions are tried.

    Returns
    -------
    Search

    Raises
    ------
    AnalysisError
        If there are no ties.

    Notes
    -----
    The criterion is the description length of the degree-corrected planted partition (Zhang and
    Peixoto 2020, doi:10.1103/PhysRevResearch.2.043271), which favours neither many nor few
    communities and needs no truth, but takes communities for about equally tied: few of very
    unequal size may be lumped. Resolutions lie a factor of four apart from the mean tie
    probability of all pairs (CPM) or one (modularity) upwards, while the description shortens;
    then the best one's neighbourhood is halved twice. A dozen partitions, about. This is advice
    for a calibration: a detection uses the calibration's frozen resolution.
    """
    if ties.is_empty():
        raise AnalysisError("there are no ties to choose a resolution for; detect first.")
    trials = _Trials(number_ties(ties), seed)
    for method in methods:
        trials.climb(method)
    step = FACTOR
    for _ in range(ROUNDS):
        step **= 0.5
        _, method, resolution = trials.best
        for near in (resolution / step, resolution * step):
            trials.length(method, near)
    _, method, resolution = trials.best
    accounts = number_communities(trials.graph.keys, trials.labels)
    return Search(Partition(accounts, method, resolution, seed), trials.table())


def description_length(graph: TieGraph, labels: np.ndarray) -> float:
    """How many nats it takes to say a partition, and the ties knowing it.

    Parameters
    ----------
    graph : TieGraph
        The ties; probabilities count as parts of ties.
    labels : numpy.ndarray
        The community of each account, shape (accounts,).

    Returns
    -------
    float
        Nats, up to what is the same for all partitions.
    """
    _, labels = np.unique(labels, return_inverse=True)
    sizes = np.bincount(labels).astype(float)
    many, accounts = len(sizes), graph.accounts
    of_tie = labels[graph.ends]
    inside = float(graph.weights[of_tie[:, 0] == of_tie[:, 1]].sum())
    total = float(graph.weights.sum())
    degree = np.bincount(of_tie.ravel(), weights=np.repeat(graph.weights, 2), minlength=many)
    between = total - inside
    ties = inside * np.log(many / 2) - gammaln(inside + 1)
    if many > 1:
        ties += between * np.log(many * (many - 1) / 2) - gammaln(between + 1) + np.log(total + 1)
    spread = (gammaln(degree + sizes) - gammaln(sizes)).sum()
    choose = gammaln(accounts) - gammaln(many) - gammaln(accounts - many + 1)
    partition = gammaln(accounts + 1) - gammaln(sizes + 1).sum() + choose + np.log(accounts)
    return float(ties + spread + partition)


class _Trials:
    """Partitions that were tried, and the best of them."""

    def __init__(self, graph: TieGraph, seed: int) -> None:
        self.graph = graph
        self.seed = seed
        self.tried: dict[tuple[str, float], tuple[int, float]] = {}
        self.best = (np.inf, "", 0.0)
        self.labels = np.zeros(graph.accounts, dtype=np.int64)

    def length(self, method: str, resolution: float) -> float:
        """How long the description at a resolution is."""
        graph = self.graph
        if (method, resolution) not in self.tried:
            labels = cut_components(
                graph.accounts, graph.ends, graph.weights, method, resolution, self.seed
            )
            nats = description_length(graph, labels)
            self.tried[method, resolution] = (len(np.unique(labels)), nats)
            if nats < self.best[0]:
                self.best, self.labels = (nats, method, resolution), labels
        return self.tried[method, resolution][1]

    def climb(self, method: str) -> None:
        """Try ever higher resolutions while the description shortens."""
        accounts = self.graph.accounts
        pairs = accounts * (accounts - 1) / 2
        is_cpm = method == "leiden-cpm"
        resolution = float(self.graph.weights.sum()) / pairs if is_cpm else 1.0
        most = DENSEST if is_cpm else float(accounts)
        last = np.inf
        while resolution <= most:
            nats = self.length(method, resolution)
            if nats > last:
                return
            last, resolution = nats, resolution * FACTOR

    def table(self) -> pl.DataFrame:
        """What was tried, in order."""
        return pl.DataFrame(
            [(*asked, *found) for asked, found in self.tried.items()],
            schema=["method", "resolution", "communities", "nats"],
            orient="row",
        )
