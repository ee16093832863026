"""Clusters and directed interaction in the shape in which they are written into the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from graph import keys

if TYPE_CHECKING:
    from graph.detection import Detection

TOLD = {
    "holds": ("kind", "rank", "weight", "ties", "parts", "accounts", "side", "layer", "shared",
              "sentence"),
    "roles": ("account_key", "role", "partners", "inside", "rank", "rank_low", "rank_high", "of",
              "posts", "sentence", "question"),
    "facts": ("name", "rank", "side", "sentence", "times", "posts"),
}  # fmt: skip
"""Lists that a cluster carries, each entry as JSON: what of each is told."""


def cluster_rows(detection: Detection) -> pl.DataFrame:
    """Give each cluster its key, its properties and its members.

    Returns
    -------
    polars.DataFrame
        ``key members properties``, by key. Of the properties ``holds``, ``roles`` and ``facts``
        (for and against the alternatives) are lists of JSON objects.
    """
    measured = detection.members.join(
        detection.measures.select("account_key", "betweenness", "constraint", "core"),
        on="account_key",
        how="left",
    )
    members = (
        measured.sort("cluster_id", "account_key")
        .group_by("cluster_id")
        .agg(
            members=pl.struct(
                "account_key", "role", "stability", "borderline", "by_seed", "betweenness",
                "constraint", "core",
            )
        )
    )  # fmt: skip
    known = [column for column in detection.clusters.columns if column != "cluster_id"]
    cluster_keys = [
        keys.cluster(detection.snapshot, each) for each in detection.clusters["cluster_id"]
    ]
    rows = detection.clusters.with_columns(key=pl.Series(cluster_keys, dtype=pl.String)).join(
        members, on="cluster_id", how="left"
    )
    parts = (detection.holds, detection.roles, detection.alternatives)
    for (name, columns), part in zip(TOLD.items(), parts, strict=True):
        told = part.group_by("cluster_id", maintain_order=True).agg(
            pl.struct(columns).struct.json_encode().alias(name)
        )
        rows = rows.join(told, on="cluster_id", how="left").with_columns(
            pl.col(name).fill_null(pl.lit([], pl.List(pl.String)))
        )
    return rows.sort("key").select(
        "key",
        pl.col("members").fill_null([]),
        properties=pl.struct(pl.col("cluster_id").alias("id"), *known, *TOLD),
    )


def trade_rows(interactions: pl.DataFrame) -> pl.DataFrame:
    """Put directed interaction together, one row per ordered pair of accounts.

    Returns
    -------
    polars.DataFrame
        ``from_key to_key properties``, by both accounts: ``kinds times first_seen last_seen
        reasons facts``, the last a list of JSON objects.
    """
    seen = ("first_seen", "last_seen")
    fact = interactions.with_columns(
        pl.col(seen).dt.strftime("%Y-%m-%dT%H:%M:%SZ").name.prefix("said_")
    ).with_columns(
        fact=pl.struct(
            "kind", "form", "times", "posts", "sentence",
            *(pl.col(f"said_{name}").alias(name) for name in seen),
        ).struct.json_encode()
    )  # fmt: skip
    return (
        fact.sort("from_key", "to_key", "form", "kind")
        .group_by("from_key", "to_key", maintain_order=True)
        .agg(
            kinds=pl.col("kind").unique(maintain_order=True),
            times=pl.col("times").sum(),
            first_seen=pl.col("first_seen").min(),
            last_seen=pl.col("last_seen").max(),
            reasons="sentence",
            facts="fact",
        )
        .select(
            "from_key",
            "to_key",
            properties=pl.struct("kinds", "times", *seen, "reasons", "facts"),
        )
    )
