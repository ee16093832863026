"""Methods that cut one connected component of ties into communities."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import igraph

if TYPE_CHECKING:
    import networkx as nx

LARGE = 20_000
ITERATIONS_OF_LARGE = 2
"""From so many accounts on, rounds until nothing changes cost five times as much for little."""

Membership = list[int]
Method = Callable[[igraph.Graph, float, int, Membership | None], Membership]
"""Of a graph, a resolution, a seed, and a partition to start from, for those that can."""


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Give igraph, whose generator is module-wide, a seeded one for a while."""
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _leiden(objective: str) -> Method:
    """Leiden under an objective, until nothing changes; in a large component for some rounds."""

    def cut(
        graph: igraph.Graph, resolution: float, seed: int, start: Membership | None
    ) -> Membership:
        with seeded(seed):
            return graph.community_leiden(
                objective_function=objective,
                weights="weight",
                resolution=resolution,
                initial_membership=start,
                n_iterations=-1 if graph.vcount() < LARGE else ITERATIONS_OF_LARGE,
            ).membership

    return cut


def _louvain(
    graph: igraph.Graph, resolution: float, seed: int, start: Membership | None
) -> Membership:
    """Louvain under modularity by python-louvain, whose resolution is the inverse of ours."""
    import community as python_louvain

    best = python_louvain.best_partition(
        _as_networkx(graph), resolution=1 / resolution, random_state=seed
    )
    return [best[vertex] for vertex in range(graph.vcount())]


def _label_propagation(
    graph: igraph.Graph, resolution: float, seed: int, start: Membership | None
) -> Membership:
    """Label propagation; it has no resolution."""
    with seeded(seed):
        return graph.community_label_propagation(weights="weight").membership


def _infomap(
    graph: igraph.Graph, resolution: float, seed: int, start: Membership | None
) -> Membership:
    """Infomap, the shortest description of a walk along the ties; it has no resolution."""
    with seeded(seed):
        return graph.community_infomap(edge_weights="weight").membership


def _greedy(
    graph: igraph.Graph, resolution: float, seed: int, start: Membership | None
) -> Membership:
    """Greedy modularity by networkx, nothing random."""
    import networkx as nx

    found = nx.community.greedy_modularity_communities(
        _as_networkx(graph), weight="weight", resolution=resolution
    )
    home = {vertex: number for number, part in enumerate(found) for vertex in part}
    return [home[vertex] for vertex in range(graph.vcount())]


def _components(
    graph: igraph.Graph, resolution: float, seed: int, start: Membership | None
) -> Membership:
    """The component itself, uncut."""
    return [0] * graph.vcount()


def _as_networkx(graph: igraph.Graph) -> nx.Graph:
    """The same graph for the methods of networkx."""
    import networkx as nx

    other: nx.Graph = nx.Graph()
    other.add_nodes_from(range(graph.vcount()))
    other.add_weighted_edges_from(
        (*ends, weight)
        for ends, weight in zip(graph.get_edgelist(), graph.es["weight"], strict=True)
    )
    return other


METHODS: dict[str, Method] = {
    "leiden-cpm": _leiden("CPM"),
    "leiden-modularity": _leiden("modularity"),
    "louvain": _louvain,
    "label-propagation": _label_propagation,
    "infomap": _infomap,
    "greedy": _greedy,
    "components": _components,
}
