"""Names of clusters: a cluster keeps its id for as long as most of it stays together."""

from __future__ import annotations

import hashlib

import polars as pl

MAJORITY = 0.5


def cluster_id(account_key: str) -> str:
    """Name a cluster after one of its accounts."""
    return "C" + hashlib.sha256(account_key.encode()).hexdigest()[:8]


def name_clusters(stability: pl.DataFrame, before: pl.DataFrame | None) -> dict[int, str]:
    """Name communities of at least two accounts.

    Parameters
    ----------
    stability : polars.DataFrame
        ``account_key community stability``.
    before : polars.DataFrame, optional
        ``cluster_id account_key stability``: an earlier detection's members.

    Returns
    -------
    dict of int to str
        From community to id. A community takes the id of the earlier cluster with which it has
        most in common, accounts weighed by how firmly they belong to both, if that is at least
        half of the smaller of the two; where several could, the one with most in common does.
        Any other is named after its first account by key that has not lent its name already.
    """
    sizes = stability.group_by("community").len().filter(pl.col("len") > 1)
    named = stability.join(sizes, on="community", how="semi")
    kept = {} if before is None else _kept(named, before)
    taken = set(kept.values()) | (set() if before is None else set(before["cluster_id"]))
    for community, accounts in (
        named.sort("community", "account_key")
        .group_by("community", maintain_order=True)
        .agg("account_key")
        .iter_rows()
    ):
        if community not in kept:
            free = (name for name in map(cluster_id, accounts) if name not in taken)
            kept[community] = next(free, cluster_id("\x1f".join(accounts)))
            taken.add(kept[community])
    return kept


def _kept(stability: pl.DataFrame, before: pl.DataFrame) -> dict[int, str]:
    """Names that go on."""
    weight = pl.min_horizontal("stability", "stability_before")
    common = (
        stability.join(
            before.select("cluster_id", "account_key", stability_before="stability"),
            on="account_key",
        )
        .group_by("community", "cluster_id")
        .agg(common=weight.sum(), accounts=pl.len())
    )
    now = stability.group_by("community").agg(now=pl.len())
    then = before.group_by("cluster_id").agg(then=pl.len())
    enough = pl.col("accounts") >= MAJORITY * pl.min_horizontal("now", "then")
    most_first = {"common": True, "accounts": True, "cluster_id": False, "community": False}
    names: dict[int, str] = {}
    taken: set[str] = set()
    for community, cluster in (
        common.join(now, on="community")
        .join(then, on="cluster_id")
        .filter(enough)
        .sort(list(most_first), descending=list(most_first.values()))
        .select("community", "cluster_id")
        .iter_rows()
    ):
        if community not in names and cluster not in taken:
            names[community] = cluster
            taken.add(cluster)
    return names
