"""The obvious methods, on the same tables: what a good analyst does without weighing evidence."""

from __future__ import annotations

import community as python_louvain
import igraph
import networkx as nx
import polars as pl

from graph.tables import Tables

LARGEST_GROUP = 500
MOST_SHARING = 1_000


def shared_contact_ties(tables: Tables) -> pl.DataFrame:
    """Pairs that publish the same phone, e-mail or handle, weighted by how many they share."""
    kinds = ["phone", "email", "telegram"]
    shown = tables.details.filter(pl.col("kind").is_in(kinds)).select(
        "account_key", value="detail_key"
    )
    return _project(shown, MOST_SHARING)


def shared_group_ties(tables: Tables) -> pl.DataFrame:
    """Pairs that post in the same groups of at most 500, weighted by how many they share."""
    belongs = tables.memberships.select("account_key", value="group_key")
    return _project(belongs, LARGEST_GROUP)


def components(ties: pl.DataFrame) -> pl.DataFrame:
    """Connected components as ``cluster_id account_key``."""
    graph = igraph.Graph.TupleList(ties.select("account_a", "account_b").iter_rows())
    return _clusters(graph.vs["name"], graph.connected_components().membership)


def louvain(ties: pl.DataFrame, seed: int) -> pl.DataFrame:
    """Louvain communities by python-louvain, as ``cluster_id account_key``."""
    graph: nx.Graph = nx.Graph()
    graph.add_weighted_edges_from(ties.iter_rows())
    best = python_louvain.best_partition(graph, random_state=seed)
    return _clusters(list(best), list(best.values()))


def _project(shown: pl.DataFrame, most: int) -> pl.DataFrame:
    """Two-mode to one-mode: pairs with the number of values they share."""
    side = shown.unique().filter(pl.len().over("value").is_between(2, most))
    return (
        side.join(side, on="value", suffix="_b")
        .filter(pl.col("account_key") < pl.col("account_key_b"))
        .group_by(account_a="account_key", account_b="account_key_b")
        .agg(weight=pl.len())
        .sort("account_a", "account_b")
    )


def _clusters(keys: list[str], labels: list[int]) -> pl.DataFrame:
    """Labels as clusters of two or more."""
    return pl.DataFrame({"cluster_id": labels, "account_key": keys}).filter(
        pl.len().over("cluster_id") > 1
    )
