"""Communities: ties cut into groups, one connected component at a time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import community as python_louvain
import igraph
import networkx as nx
import numpy as np
import polars as pl

from graph.errors import AnalysisError

Membership = list[int]
Method = Callable[[igraph.Graph, float, int], Membership]


@dataclass(frozen=True)
class Partition:
    """A partition that remembers how it was made.

    Attributes
    ----------
    accounts : polars.DataFrame
        ``account_key community``; communities are numbered from 0 by falling size, then by their
        smallest key.
    method : str
        One of `METHODS`.
    resolution : float
        The method's resolution; label propagation has none and ignores it.
    seed : int
        The seed of everything random.
    """

    accounts: pl.DataFrame
    method: str
    resolution: float
    seed: int


def detect_communities(
    ties: pl.DataFrame, *, method: str = "leiden-cpm", resolution: float, seed: int
) -> Partition:
    """Cut weighted ties into communities.

    Parameters
    ----------
    ties : polars.DataFrame
        ``account_a account_b probability``, probabilities in (0, 1], each pair once.
    method : str
        ``leiden-cpm``, ``leiden-modularity``, ``louvain``, ``label-propagation`` or
        ``components``.
    resolution : float
        For ``leiden-cpm`` the least mean tie probability between the members of a community;
        for the modularity methods their resolution.
    seed : int
        The same ties and seed give the same partition, whatever the order of the ties.

    Returns
    -------
    Partition
        Every account that has a tie, in exactly one community.

    Raises
    ------
    AnalysisError
        If the method is unknown or a probability is not in (0, 1].

    Notes
    -----
    CPM separates over connected components, so each is cut on its own (Traag, Waltman and van
    Eck 2019, doi:10.1038/s41598-019-41695-z; Traag, Van Dooren and Nesterov 2011,
    doi:10.1103/PhysRevE.84.016114). Near linear in the ties.
    """
    if method not in METHODS:
        raise AnalysisError(
            f"method {method} is not known; take one of {', '.join(sorted(METHODS))}."
        )
    if not ties["probability"].is_between(0, 1, closed="right").all():
        raise AnalysisError("a tie's probability is not above 0 and at most 1; detect again.")
    graph = to_igraph(ties)
    labels = np.zeros(graph.vcount(), dtype=np.int64)
    used = 0
    for component in graph.connected_components():
        part = METHODS[method](graph.induced_subgraph(component), resolution, seed)
        labels[component] = np.asarray(part) + used
        used += max(part) + 1
    return Partition(_number(graph.vs["name"] if used else [], labels), method, resolution, seed)


def to_igraph(ties: pl.DataFrame) -> igraph.Graph:
    """Ties as an undirected igraph with vertex ``name`` and edge ``weight``, sorted by key."""
    edges = ties.sort("account_a", "account_b")
    keys = pl.concat([edges["account_a"], edges["account_b"]]).unique().sort()
    index = {key: number for number, key in enumerate(keys)}
    graph = igraph.Graph(
        n=len(keys),
        edges=[
            (index[a], index[b])
            for a, b in zip(edges["account_a"], edges["account_b"], strict=True)
        ],
        edge_attrs={"weight": edges["probability"].to_list()},
    )
    graph.vs["name"] = keys.to_list()
    return graph


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Give igraph, whose generator is module-wide, a seeded one for a while."""
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _leiden_cpm(graph: igraph.Graph, resolution: float, seed: int) -> Membership:
    """Leiden under the constant Potts model, until nothing changes."""
    with seeded(seed):
        return graph.community_leiden(
            objective_function="CPM", weights="weight", resolution=resolution, n_iterations=-1
        ).membership


def _leiden_modularity(graph: igraph.Graph, resolution: float, seed: int) -> Membership:
    """Leiden under modularity, until nothing changes."""
    with seeded(seed):
        return graph.community_leiden(
            objective_function="modularity",
            weights="weight",
            resolution=resolution,
            n_iterations=-1,
        ).membership


def _louvain(graph: igraph.Graph, resolution: float, seed: int) -> Membership:
    """Louvain under modularity by python-louvain, whose resolution is the inverse of ours."""
    other: nx.Graph = nx.Graph()
    other.add_nodes_from(range(graph.vcount()))
    other.add_weighted_edges_from((edge.source, edge.target, edge["weight"]) for edge in graph.es)
    best = python_louvain.best_partition(other, resolution=1 / resolution, random_state=seed)
    return [best[vertex] for vertex in range(graph.vcount())]


def _label_propagation(graph: igraph.Graph, resolution: float, seed: int) -> Membership:
    """Label propagation; it has no resolution."""
    with seeded(seed):
        return graph.community_label_propagation(weights="weight").membership


def _components(graph: igraph.Graph, resolution: float, seed: int) -> Membership:
    """The component itself, uncut."""
    return [0] * graph.vcount()


METHODS: dict[str, Method] = {
    "leiden-cpm": _leiden_cpm,
    "leiden-modularity": _leiden_modularity,
    "louvain": _louvain,
    "label-propagation": _label_propagation,
    "components": _components,
}


def _number(keys: list[str], labels: np.ndarray) -> pl.DataFrame:
    """Communities by falling size, then by their smallest key."""
    labelled = pl.DataFrame({"account_key": keys, "label": labels}).cast({"account_key": pl.String})
    order = (
        labelled.group_by("label")
        .agg(size=pl.len(), first=pl.col("account_key").min())
        .sort("size", "first", descending=[True, False])
        .with_row_index("community")
    )
    return (
        labelled.join(order.select("label", "community"), on="label")
        .select("account_key", pl.col("community").cast(pl.Int64))
        .sort("community", "account_key")
    )
