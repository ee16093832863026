"""Clusters of a snapshot as plain data, for JSON and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
from rapidfuzz import process

from app.dossier_data import dossier_data
from graph.errors import NotFound

if TYPE_CHECKING:
    from graph.detection import Detection

NEAREST = 5


def list_data(found: Detection) -> list[dict[str, Any]]:
    """List every cluster with its members.

    Parameters
    ----------
    found : Detection
        A snapshot, as `app.judged_status.with_status` gives it.

    Returns
    -------
    list of dict
        ``id connectedness trade_relevance legality size platforms taxa alternatives members`` and
        what else was measured, the largest first. ``legality``: null where nobody has assessed
        it, else ``verdict who when why``.
    """
    members = {
        key[0]: part.select("account_key", "role", "stability", "borderline", "by_seed").to_dicts()
        for key, part in found.members.group_by("cluster_id", maintain_order=True)
    }
    return [
        {
            "id": row.pop("cluster_id"),
            **row,
            "members": members[identity],
        }
        for row in found.clusters.to_dicts()
        for identity in [row["cluster_id"]]
    ]


def cluster_data(found: Detection, cluster_id: str, accounts: pl.DataFrame) -> dict[str, Any]:
    """Give one cluster with members, ties, reasons and shared values.

    Parameters
    ----------
    found : Detection
        As of `list_data`.
    cluster_id : str
        Which of its clusters.
    accounts : polars.DataFrame
        ``account_key platform handle name``: how its members are called.

    Returns
    -------
    dict
        As in `list_data`; each member also with ``platform handle name``, null where not known;
        ``ties`` with their reasons, and ``left_out``: ties of its members that evidence gives and
        a person's judgement took away; and `app.dossier_data.dossier_data`.

    Raises
    ------
    NotFound
        If the snapshot has no cluster of this id; names some that it has.
    """
    for entry in list_data(found):
        if entry["id"] == cluster_id:
            members = _called(found, cluster_id, accounts)
            return {
                **entry,
                "members": members,
                "ties": _ties(found, cluster_id),
                "left_out": _left_out(found, [each["account_key"] for each in members]),
                **dossier_data(found, cluster_id),
            }
    raise unknown_clusters(found, [cluster_id])


def unknown_clusters(found: Detection, cluster_ids: list[str]) -> NotFound:
    """Say that a snapshot lacks clusters that were named, and which are most like them."""
    known = found.clusters["cluster_id"].to_list()
    near = [name for name, _, _ in process.extract(cluster_ids[0], known, limit=NEAREST)]
    return NotFound(
        f"Cluster {', '.join(cluster_ids)} is not in snapshot {found.snapshot}; nearest: "
        f"{', '.join(near) or 'none, it has no cluster'}. `spoor clusters` lists them all."
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


def _called(found: Detection, cluster_id: str, accounts: pl.DataFrame) -> list[dict[str, Any]]:
    """The members of one cluster and how they are called."""
    return (
        found.members.filter(pl.col("cluster_id") == cluster_id)
        .select("account_key", "role", "stability", "borderline", "by_seed")
        .join(
            accounts.select("account_key", "platform", "handle", "name"),
            on="account_key", how="left", maintain_order="left",
        )
        .to_dicts()
    )  # fmt: skip


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


def _left_out(found: Detection, accounts: list[str]) -> list[dict[str, Any]]:
    """Ties of some accounts that judgements took away."""
    here = pl.Series(accounts, dtype=pl.String).implode()
    is_of = pl.any_horizontal(pl.col("account_a", "account_b").is_in(here))
    return found.left_out.filter(is_of).to_dicts()
