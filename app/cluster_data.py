"""Clusters of a snapshot as plain data, for JSON and exports."""

from __future__ import annotations

from typing import Any

import polars as pl

from graph.detect import Detection
from graph.errors import NotFound


def list_data(found: Detection) -> list[dict[str, Any]]:
    """List every cluster with its members.

    Parameters
    ----------
    found : Detection
        A snapshot.

    Returns
    -------
    list of dict
        ``id connectedness trade_relevance size platforms taxa alternatives members`` and what
        else was measured, the largest first.
    """
    members = {
        key[0]: part.select("account_key", "role", "stability", "borderline").to_dicts()
        for key, part in found.members.group_by("cluster_id", maintain_order=True)
    }
    return [
        {
            "id": row.pop("cluster_id"),
            **row,
            "taxa": [],
            "members": members[identity],
        }
        for row in found.clusters.to_dicts()
        for identity in [row["cluster_id"]]
    ]


def cluster_data(found: Detection, cluster_id: str) -> dict[str, Any]:
    """Give one cluster with members, ties, reasons and shared values.

    Raises
    ------
    NotFound
        If the snapshot has no cluster of this id; names some that it has.
    """
    for entry in list_data(found):
        if entry["id"] == cluster_id:
            return {**entry, "ties": _ties(found, cluster_id)}
    some = ", ".join(found.clusters["cluster_id"].head(5)) or "none"
    raise NotFound(
        f"cluster {cluster_id} is not in snapshot {found.snapshot}; it has {some}"
        f"{' …' if len(found.clusters) > 5 else ''}: `spoor clusters` lists them all."
    )


def ties_within(found: Detection, cluster_ids: list[str]) -> pl.DataFrame:
    """Give the ties inside clusters, with the cluster of each.

    Returns
    -------
    polars.DataFrame
        ``cluster_id account_a account_b score bits probability``, strongest first.
    """
    home = found.members.filter(pl.col("cluster_id").is_in(cluster_ids)).select(
        "account_key", "cluster_id"
    )
    return (
        found.ties.join(home, left_on="account_a", right_on="account_key")
        .join(
            home,
            left_on=["account_b", "cluster_id"],
            right_on=["account_key", "cluster_id"],
            how="semi",
        )
        .sort(
            "cluster_id",
            "score",
            "account_a",
            "account_b",
            descending=[False, True, False, False],
        )
    )


def _ties(found: Detection, cluster_id: str) -> list[dict[str, Any]]:
    """The ties of one cluster with their reasons."""
    ties = ties_within(found, [cluster_id])
    pair = ["account_a", "account_b"]
    reasons = (
        found.reasons.join(ties, on=pair, how="semi", maintain_order="left")
        .group_by(pair, maintain_order=True)
        .agg(reasons=pl.struct("layer", "shared", "bits", "counted", "posts", "sentence"))
    )
    return (
        ties.drop("cluster_id").join(reasons, on=pair, how="left", maintain_order="left").to_dicts()
    )
