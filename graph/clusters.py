"""Clusters: communities put before a person, described by what was measured and never judged."""

from __future__ import annotations

import polars as pl

from graph.dossier.alternatives import list_alternatives
from graph.dossier.cluster_graphs import ClusterGraph, cluster_graphs, ties_inside
from graph.dossier.holding import bridges
from graph.lifecycle.naming import name_clusters
from graph.tables import Tables
from graph.trade import describe_trade

BORDERLINE = 0.8
"""Members that fewer of the resampled runs agree on are marked."""

BRIDGES_SHOWN = 5


def name_members(stability: pl.DataFrame, before: pl.DataFrame | None = None) -> pl.DataFrame:
    """Turn communities into clusters' members.

    Parameters
    ----------
    stability : polars.DataFrame
        ``account_key community stability by_seed``.
    before : polars.DataFrame, optional
        Members of an earlier detection, whose clusters keep their ids.

    Returns
    -------
    polars.DataFrame
        ``cluster_id account_key role stability borderline by_seed``. The role is ``member``; others
        come only from directed interaction or hub service.
    """
    names = name_clusters(stability, before)
    return (
        stability.with_columns(
            cluster_id=pl.col("community").replace_strict(
                names, default=None, return_dtype=pl.String
            )
        )
        .drop_nulls("cluster_id")
        .select(
            "cluster_id",
            "account_key",
            role=pl.lit("member"),
            stability="stability",
            borderline=pl.col("stability") < BORDERLINE,
            by_seed="by_seed",
        )
        .sort("cluster_id", "account_key")
    )


def describe_clusters(
    members: pl.DataFrame, ties: pl.DataFrame, alternatives: pl.DataFrame, tables: Tables
) -> pl.DataFrame:
    """Describe clusters by what was measured.

    Parameters
    ----------
    members : polars.DataFrame
        `name_members`.
    ties : polars.DataFrame
        ``account_a account_b probability``.
    alternatives : polars.DataFrame
        `graph.dossier.alternatives.consider_alternatives`.
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        ``cluster_id connectedness trade_relevance size ties platforms groups posts offers taxa
        products terms span_first span_last bridges alternatives alternatives_for
        alternatives_against``, by falling size, then id.

        ``connectedness`` is the mean probability of the ties that hold the cluster together at
        the best (its maximum spanning tree), in (0, 1]; ``offers trade_relevance taxa products
        terms`` are those of `graph.trade.describe_trade`, null or empty when no post of theirs is
        known;
        ``bridges`` lists up to five ties, as ``account ↔ account``, whose loss alone would
        split the cluster, the weakest first; ``alternatives``, ``alternatives_for`` and
        ``alternatives_against`` are those of `graph.dossier.alternatives.list_alternatives`.
    """
    inside = ties_inside(members, ties)
    posted = members.select("cluster_id", "account_key").join(tables.posts, on="account_key")
    held = pl.DataFrame(
        [
            {"cluster_id": each.cluster_id, "ties": each.graph.ecount(), **_hold(each)}
            for each in cluster_graphs(members, inside)
        ],
        schema={
            "cluster_id": pl.String,
            "ties": pl.Int64,
            "connectedness": pl.Float64,
            "bridges": pl.List(pl.String),
        },
    )
    return (
        members.group_by("cluster_id")
        .agg(size=pl.len())
        .join(held, on="cluster_id")
        .join(_activity(posted), on="cluster_id", how="left")
        .join(_platforms(members, tables), on="cluster_id", how="left")
        .join(describe_trade(members, tables), on="cluster_id", how="left")
        .with_columns(pl.col("taxa", "products", "terms").fill_null(pl.lit([], pl.List(pl.String))))
        .join(list_alternatives(members, alternatives), on="cluster_id")
        .sort("size", "cluster_id", descending=[True, False])
    )


def _hold(cluster: ClusterGraph) -> dict[str, object]:
    """How one cluster hangs together."""
    best = cluster.graph.spanning_tree(weights=[-weight for weight in cluster.graph.es["weight"]])
    return {
        "connectedness": sum(best.es["weight"]) / best.ecount(),
        "bridges": [
            f"{cluster.accounts[edge.source]} ↔ {cluster.accounts[edge.target]}"
            for edge in bridges(cluster)[:BRIDGES_SHOWN]
        ],
    }


def _activity(posted: pl.DataFrame) -> pl.DataFrame:
    """Posts, groups and span of clusters."""
    return posted.group_by("cluster_id").agg(
        posts=pl.len(),
        groups=pl.col("group_key").drop_nulls().unique().sort(),
        span_first=pl.col("posted_at").min(),
        span_last=pl.col("posted_at").max(),
    )


def _platforms(members: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Platforms of clusters."""
    return (
        members.join(tables.accounts.select("account_key", "platform"), on="account_key")
        .group_by("cluster_id")
        .agg(platforms=pl.col("platform").unique().sort())
    )
