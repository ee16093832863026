"""Communities: ties cut into groups, one connected component at a time."""

from __future__ import annotations

from dataclasses import dataclass

import igraph
import numpy as np
import polars as pl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from graph.communities.methods import METHODS
from graph.errors import AnalysisError

RESOLUTION_OF_A_PAIR = 2.0
"""Modularity keeps two accounts of a component of their own together below this resolution."""


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
        The method's resolution; label propagation and infomap have none and ignore it.
    seed : int
        The seed of everything random.
    """

    accounts: pl.DataFrame
    method: str
    resolution: float
    seed: int


@dataclass(frozen=True)
class TieGraph:
    """Ties by numbers, sorted by key.

    Attributes
    ----------
    keys : polars.Series
        Keys of the accounts that have a tie, sorted; an account's number is its place here.
    ends : numpy.ndarray
        Numbers of both ends, shape (ties, 2), sorted.
    weights : numpy.ndarray
        Probabilities, shape (ties,).
    order : numpy.ndarray
        Which row of the table each tie was.
    """

    keys: pl.Series
    ends: np.ndarray
    weights: np.ndarray
    order: np.ndarray

    @property
    def accounts(self) -> int:
        """How many accounts have a tie."""
        return len(self.keys)


def detect_communities(
    ties: pl.DataFrame,
    *,
    method: str = "leiden-cpm",
    resolution: float,
    seed: int,
    start: pl.DataFrame | None = None,
) -> Partition:
    """Cut weighted ties into communities.

    Parameters
    ----------
    ties : polars.DataFrame
        ``account_a account_b probability``, probabilities in (0, 1], each pair once.
    method : str
        One of `graph.communities.methods.METHODS`.
    resolution : float
        For ``leiden-cpm`` the least mean tie probability between the members of a community;
        for the modularity methods their resolution.
    seed : int
        The same ties, seed and start give the same partition, whatever the order of the ties.
    start : polars.DataFrame, optional
        ``account_key cluster_id``: clusters to start from, an earlier detection's; only the
        Leiden methods heed it.

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
    doi:10.1103/PhysRevE.84.016114). Near linear in the ties; components whose best cut is known
    without looking (`cut_components`) cost nothing more.
    """
    if method not in METHODS:
        raise AnalysisError(
            f"method {method} is not known; take one of {', '.join(sorted(METHODS))}."
        )
    if not ties["probability"].is_between(0, 1, closed="right").all():
        raise AnalysisError("a tie's probability is not above 0 and at most 1; detect again.")
    graph = number_ties(ties)
    labels = cut_components(
        graph.accounts, graph.ends, graph.weights, method, resolution, seed,
        None if start is None else _numbered_start(graph.keys, start),
    )  # fmt: skip
    return Partition(number_communities(graph.keys, labels), method, resolution, seed)


def number_ties(ties: pl.DataFrame) -> TieGraph:
    """Ties by numbers of accounts, in an order that the table's does not change."""
    keys = pl.concat([ties["account_a"], ties["account_b"]]).unique().sort().alias("account_key")
    by_key = pl.Enum(keys)
    ends = np.column_stack(
        [ties[side].cast(by_key).to_physical().to_numpy() for side in ("account_a", "account_b")]
    ).astype(np.int64)
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    return TieGraph(keys, ends[order], ties["probability"].to_numpy()[order], order)


def to_igraph(ties: pl.DataFrame) -> igraph.Graph:
    """Ties as an undirected igraph with vertex ``name`` and edge ``weight``, sorted by key."""
    numbered = number_ties(ties)
    graph = _igraph(numbered.accounts, numbered.ends, numbered.weights)
    graph.vs["name"] = numbered.keys.to_list()
    return graph


def cut_components(
    accounts: int,
    ends: np.ndarray,
    weights: np.ndarray,
    method: str,
    resolution: float,
    seed: int,
    start: np.ndarray | None = None,
) -> np.ndarray:
    """Cut each connected component on its own.

    Parameters
    ----------
    accounts : int
        How many accounts there are; those without a tie are communities of their own.
    ends, weights : numpy.ndarray
        As of `TieGraph`.
    method, resolution, seed
        As of `detect_communities`.
    start : numpy.ndarray, optional
        A number of the part in which each account starts.

    Returns
    -------
    numpy.ndarray
        A number of the community of each account, shape (accounts,).

    Notes
    -----
    Under CPM no cut of a component of n accounts pays while its weakest tie, times the fewest ties
    that hold it together, is at least γ n² / 4: k parts separate at most n² (k - 1) / 2k pairs and
    lose at least k - 1 ties, and k/2 times the fewest that hold it together. Those are as many as
    its least tied account has, where that has half of all the others (Chartrand 1966,
    doi:10.1137/0114065).
    """
    joined = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(accounts, accounts))
    parts, component = connected_components(joined, directed=False)
    sizes = np.bincount(component, minlength=parts)
    of_tie = component[ends[:, 0]]
    weakest = np.full(parts, np.inf)
    np.minimum.at(weakest, of_tie, weights)
    if method == "leiden-cpm":
        weakest *= _held_by(ends, sizes, component)
    looked_at = ~_is_whole(method, resolution, sizes, weakest)
    if not looked_at.any():
        return component
    labels = component.astype(np.int64)
    used = parts
    kept = np.flatnonzero(looked_at[of_tie])
    kept = kept[np.argsort(of_tie[kept], kind="stable")]
    members = np.flatnonzero(looked_at[component])
    members = members[np.argsort(component[members], kind="stable")]
    place = np.empty(accounts, dtype=np.int64)
    for tied, who in zip(_runs(kept, of_tie), _runs(members, component), strict=True):
        place[who] = np.arange(len(who))
        graph = _igraph(len(who), place[ends[tied]], weights[tied])
        began = None if start is None else np.unique(start[who], return_inverse=True)[1].tolist()
        found = np.asarray(METHODS[method](graph, resolution, seed, began))
        labels[who] = found + used
        used += int(found.max()) + 1
    return labels


def _numbered_start(keys: pl.Series, start: pl.DataFrame) -> np.ndarray:
    """Numbers of the clusters in which accounts start; the others start alone."""
    of_cluster = start.select(
        pl.col("account_key"), number=pl.col("cluster_id").rank("dense").cast(pl.Int64) - 1
    )
    found = pl.DataFrame({"account_key": keys.cast(pl.String)}).join(
        of_cluster, on="account_key", how="left", maintain_order="left"
    )
    alone = len(of_cluster) + np.arange(len(found))
    return np.where(found["number"].is_null(), alone, found["number"].fill_null(0))


def _held_by(ends: np.ndarray, sizes: np.ndarray, component: np.ndarray) -> np.ndarray:
    """How many ties at least have to be cut to split each component."""
    degree = np.bincount(ends.ravel(), minlength=len(component))
    least = np.full(len(sizes), np.iinfo(np.int64).max)
    np.minimum.at(least, component, degree)
    return np.where(least >= sizes // 2, np.maximum(least, 1), 1)


def _is_whole(method: str, resolution: float, sizes: np.ndarray, weakest: np.ndarray) -> np.ndarray:
    """Which components are known to be one community without looking."""
    if method == "components":
        return np.ones(len(sizes), dtype=bool)
    if method == "leiden-cpm":
        return (sizes == 1) | (weakest >= resolution * sizes**2 / 4)
    if method in {"label-propagation", "infomap"}:
        return sizes <= 2
    return (sizes == 1) | ((sizes == 2) & (resolution < RESOLUTION_OF_A_PAIR))


def _runs(rows: np.ndarray, group: np.ndarray) -> list[np.ndarray]:
    """Rows, sorted by group, split where the group changes."""
    return np.split(rows, np.flatnonzero(np.diff(group[rows])) + 1)


def _igraph(accounts: int, ends: np.ndarray, weights: np.ndarray) -> igraph.Graph:
    """An undirected graph with edge ``weight``."""
    return igraph.Graph(n=accounts, edges=ends, edge_attrs={"weight": weights.tolist()})


def number_communities(keys: pl.Series, labels: np.ndarray) -> pl.DataFrame:
    """Communities by falling size, then by their smallest key."""
    labelled = pl.DataFrame({"account_key": keys.cast(pl.String), "label": labels})
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
