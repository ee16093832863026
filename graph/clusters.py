"""Clusters: communities put before a person, described by what was measured and never judged."""

from __future__ import annotations

import hashlib

import polars as pl

from graph.alternatives import consider_alternatives
from graph.communities import to_igraph
from graph.tables import Tables
from graph.trade import describe_trade

BORDERLINE = 0.8
"""Members that fewer of the resampled runs agree on are marked."""

BRIDGES_SHOWN = 5


def cluster_id(account_keys: list[str]) -> str:
    """A short name of a cluster: it stays the same while its first account by key stays."""
    return "C" + hashlib.sha256(min(account_keys).encode()).hexdigest()[:8]


def name_members(stability: pl.DataFrame) -> pl.DataFrame:
    """Turn communities into clusters' members.

    Parameters
    ----------
    stability : polars.DataFrame
        ``account_key community stability``.

    Returns
    -------
    polars.DataFrame
        ``cluster_id account_key role stability borderline``. The role is ``member``; others come
        only from directed interaction or hub service.
    """
    names = {
        row["community"]: cluster_id(row["account_key"])
        for row in stability.group_by("community").agg("account_key").iter_rows(named=True)
        if len(row["account_key"]) > 1
    }
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
        )
        .sort("cluster_id", "account_key")
    )


def describe_clusters(
    members: pl.DataFrame, ties: pl.DataFrame, reasons: pl.DataFrame, tables: Tables
) -> pl.DataFrame:
    """Describe clusters by what was measured.

    Parameters
    ----------
    members : polars.DataFrame
        `name_members`.
    ties : polars.DataFrame
        ``account_a account_b probability``.
    reasons : polars.DataFrame
        `graph.ties.reasons.give_reasons`.
    tables : Tables
        What is known.

    Returns
    -------
    polars.DataFrame
        ``cluster_id connectedness trade_relevance size ties platforms groups posts offers taxa
        products terms span_first span_last bridges alternatives alternatives_for``, by falling
        size, then id.

        ``connectedness`` is the mean probability of the ties that hold the cluster together at
        the best (its maximum spanning tree), in (0, 1]; ``offers trade_relevance taxa products
        terms`` are those of `graph.trade.describe_trade`, null or empty when no post of theirs is
        known;
        ``bridges`` lists up to five ties, as ``account ↔ account``, whose loss alone would
        split the cluster, the weakest first; ``alternatives`` and ``alternatives_for`` are those
        of `graph.alternatives.consider_alternatives`.
    """
    inside = _inside(members, ties)
    posted = members.select("cluster_id", "account_key").join(tables.posts, on="account_key")
    held = pl.DataFrame(
        [
            {"cluster_id": key[0], "ties": len(part), **_hold(part)}
            for key, part in inside.group_by("cluster_id", maintain_order=True)
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
        .join(consider_alternatives(members, tables.posts, reasons), on="cluster_id")
        .sort("size", "cluster_id", descending=[True, False])
    )


def _inside(members: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """Ties between members of one cluster."""
    home = members.select("account_key", "cluster_id")
    return (
        ties.join(home, left_on="account_a", right_on="account_key")
        .join(
            home,
            left_on=["account_b", "cluster_id"],
            right_on=["account_key", "cluster_id"],
            how="semi",
        )
        .sort("cluster_id", "account_a", "account_b")
    )


def _hold(ties: pl.DataFrame) -> dict[str, object]:
    """How one cluster hangs together."""
    graph = to_igraph(ties)
    best = graph.spanning_tree(weights=[-weight for weight in graph.es["weight"]])
    bridges = sorted(
        (graph.es[number] for number in graph.bridges()),
        key=lambda edge: (edge["weight"], edge.tuple),
    )
    return {
        "connectedness": sum(best.es["weight"]) / best.ecount(),
        "bridges": [
            f"{graph.vs[edge.source]['name']} ↔ {graph.vs[edge.target]['name']}"
            for edge in bridges[:BRIDGES_SHOWN]
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
