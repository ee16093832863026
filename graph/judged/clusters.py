"""Clusters as people judged them: which of them is the one that was confirmed or rejected."""

from __future__ import annotations

import polars as pl

from graph.judged.decisions import CLUSTER, CONFIRM, MAJORITY, Judged

OPEN, CONFIRMED, REJECTED = "open", "confirmed", "rejected"
STATUS = pl.Schema(
    {"cluster_id": pl.String(), "status": pl.String(), "judged_by": pl.String(),
     "judged_at": pl.String(), "judged_why": pl.String()}
)  # fmt: skip
"""One row per cluster. ``status``: ``confirmed``, ``rejected`` or ``open``; the rest is null for
an open one."""


def same_clusters(members: pl.DataFrame, judgements: pl.DataFrame) -> pl.DataFrame:
    """Find the clusters that were judged, by their members and not by their ids.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    judgements : polars.DataFrame
        `graph.judged.JUDGED`: what people said of clusters.

    Returns
    -------
    polars.DataFrame
        ``cluster_id verdict by at why``: each cluster that was judged, by id, with the latest
        judgement of one that had more than half of all accounts of both in common with it
        (Jaccard index).
    """
    rows = judgements.with_row_index("judgement")
    sizes = members.group_by("cluster_id").agg(size=pl.len())
    common = (
        rows.select("judgement", account_key="members")
        .explode("account_key")
        .join(members.select("cluster_id", "account_key"), on="account_key")
        .group_by("judgement", "cluster_id")
        .agg(common=pl.len())
    )
    both = pl.col("members").list.len() + pl.col("size") - pl.col("common")
    return (
        common.join(sizes, on="cluster_id")
        .join(rows, on="judgement")
        .filter(pl.col("common") > MAJORITY * both)
        .sort("cluster_id", "at", "first", descending=[False, True, False])
        .unique("cluster_id", keep="first", maintain_order=True)
        .select("cluster_id", "verdict", "by", "at", "why")
    )


def status_of(members: pl.DataFrame, judged: Judged) -> pl.DataFrame:
    """Say of each cluster how it was judged last.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    judged : Judged
        What people decided.

    Returns
    -------
    polars.DataFrame
        `STATUS`, by id.
    """
    latest = same_clusters(members, judged.of(CLUSTER))
    status = (
        pl.when(pl.col("verdict").is_null())
        .then(pl.lit(OPEN))
        .when(pl.col("verdict") == CONFIRM)
        .then(pl.lit(CONFIRMED))
        .otherwise(pl.lit(REJECTED))
    )
    return (
        members.select("cluster_id")
        .unique()
        .join(latest, on="cluster_id", how="left")
        .select("cluster_id", status=status, judged_by="by", judged_at="at", judged_why="why")
        .cast(STATUS)
        .sort("cluster_id")
    )
