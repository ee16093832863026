"""The obvious methods, on the same tables: what a good analyst does without weighing evidence."""

from __future__ import annotations

import community as python_louvain
import igraph
import networkx as nx
import polars as pl

from graph.tables import Tables

LARGEST_GROUP = 500
MOST_SHARING = 1_000
CONTACTS = ("phone", "bank", "email", "telegram")
WINDOW = "7d"
"""Sellers repost over days; the seconds of coordinated campaigns find none of them."""
LEAST_SHARED = 2
"""Things that two accounts must have shared within the window to be joined."""


def shared_contact_ties(tables: Tables) -> pl.DataFrame:
    """Pairs that publish the same contact detail, weighted by how many they share."""
    shown = tables.details.filter(pl.col("kind").is_in(CONTACTS)).select(
        "account_key", value="detail_key"
    )
    return _project(shown, MOST_SHARING)


def shared_group_ties(tables: Tables) -> pl.DataFrame:
    """Pairs that post in the same groups of at most 500, weighted by how many they share."""
    belongs = tables.memberships.select("account_key", value="group_key")
    return _project(belongs, LARGEST_GROUP)


def co_sharing_ties(tables: Tables) -> pl.DataFrame:
    """Pairs that published the same things at about the same time, as CooRnet joins accounts.

    Parameters
    ----------
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        ``account_a account_b weight``: pairs that `LEAST_SHARED` times or more published the same
        text, picture or contact detail within `WINDOW` of each other; the weight counts them.

    Notes
    -----
    Giglietto, Righetti, Rossi and Marino (2020), doi:10.1080/1369118X.2020.1739732: accounts that
    repeatedly share the same within an unusually short time. Windows are consecutive stretches.
    """
    shared = pl.concat(
        [
            tables.signatures.join(tables.posts, on="post_key").select(
                "account_key", value=pl.col("text_hash").cast(pl.String), at="posted_at"
            ),
            tables.images.select("account_key", value="family_key", at="seen_at"),
            tables.details.select("account_key", value="detail_key", at="seen_at"),
        ]
    )
    stretches = shared.drop_nulls().select(
        "account_key", value=pl.format("{} {}", "value", pl.col("at").dt.truncate(WINDOW))
    )
    return _project(stretches, MOST_SHARING).filter(pl.col("weight") >= LEAST_SHARED)


def components(ties: pl.DataFrame) -> pl.DataFrame:
    """Connected components as ``cluster_id account_key``."""
    graph = igraph.Graph.TupleList(ties.select("account_a", "account_b").iter_rows())
    return _clusters(graph.vs["name"] if len(ties) else [], graph.connected_components().membership)


def louvain(ties: pl.DataFrame, seed: int) -> pl.DataFrame:
    """Louvain communities by python-louvain, as ``cluster_id account_key``."""
    graph: nx.Graph = nx.Graph()
    graph.add_weighted_edges_from(ties.iter_rows())
    best = python_louvain.best_partition(graph, random_state=seed)
    return _clusters(list(best), list(best.values()))


def _project(shown: pl.DataFrame, most: int) -> pl.DataFrame:
    """Two-mode to one-mode: pairs with the number of values they share."""
    side = shown.drop_nulls().unique().filter(pl.len().over("value").is_between(2, most))
    return (
        side.join(side, on="value", suffix="_b")
        .filter(pl.col("account_key") < pl.col("account_key_b"))
        .group_by(account_a="account_key", account_b="account_key_b")
        .agg(weight=pl.len())
        .sort("account_a", "account_b")
    )


def _clusters(keys: list[str], labels: list[int]) -> pl.DataFrame:
    """Labels as clusters of two or more."""
    return pl.DataFrame(
        {"cluster_id": labels, "account_key": keys},
        schema={"cluster_id": pl.Int64, "account_key": pl.String},
    ).filter(pl.len().over("cluster_id") > 1)
