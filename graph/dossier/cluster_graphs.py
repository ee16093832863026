"""Clusters as graphs of their ties, one after the other, for what is measured on each alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import igraph
import polars as pl


@dataclass(frozen=True)
class ClusterGraph:
    """The ties within one cluster.

    Attributes
    ----------
    cluster_id : str
    accounts : list of str
        Keys, sorted; the vertices in this order.
    graph : igraph.Graph
        Undirected; its edges have the ``weight`` of the tie's probability.
    """

    cluster_id: str
    accounts: list[str]
    graph: igraph.Graph


def ties_inside(members: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """Keep the ties between members of one cluster.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``, each account in one cluster at most.
    ties : polars.DataFrame
        ``account_a account_b`` and more.

    Returns
    -------
    polars.DataFrame
        The columns of ``ties``, and ``cluster_id start end``: the places of both accounts among
        the cluster's sorted keys. Sorted by cluster and accounts.
    """
    home = (
        members.select("cluster_id", "account_key")
        .sort("cluster_id", "account_key")
        .with_columns(place=pl.int_range(pl.len()).over("cluster_id"))
    )
    return (
        ties.join(home.rename({"place": "start"}), left_on="account_a", right_on="account_key")
        .join(
            home.rename({"place": "end"}),
            left_on=["account_b", "cluster_id"],
            right_on=["account_key", "cluster_id"],
        )
        .sort("cluster_id", "account_a", "account_b")
    )


def cluster_graphs(members: pl.DataFrame, inside: pl.DataFrame) -> Iterator[ClusterGraph]:
    """Make the graph of each cluster that has ties, by its id.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    inside : polars.DataFrame
        `ties_inside`, with ``probability``.
    """
    accounts = dict(
        members.sort("cluster_id", "account_key")
        .group_by("cluster_id", maintain_order=True)
        .agg("account_key")
        .iter_rows()
    )
    edges = inside.group_by("cluster_id", maintain_order=True).agg(
        pl.concat_list("start", "end"), "probability"
    )
    for cluster_id, ends, weights in edges.iter_rows():
        graph = igraph.Graph(
            n=len(accounts[cluster_id]), edges=ends, edge_attrs={"weight": weights}
        )
        yield ClusterGraph(cluster_id, accounts[cluster_id], graph)
