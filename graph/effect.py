"""The effect of a change: what two detections on the same material find differently."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.detection import Detection
from graph.ties.independent import PAIR


@dataclass(frozen=True)
class Effect:
    """What would change.

    Attributes
    ----------
    ties_before, ties_after, clusters_before, clusters_after : int
    ties_gained, ties_lost : polars.DataFrame
        ``account_a account_b score``, strongest first; the score is that of the detection which
        has the tie.
    clusters_gained, clusters_lost, clusters_changed : polars.DataFrame
        ``cluster_id accounts``: those of which no account was in a cluster before, those of which
        none is in one afterwards, and those after the change that hold other accounts than any
        before.
    accounts : list of str
        Accounts, by key, that gain or lose a tie, or that are in a cluster with others than before.
    """

    ties_before: int
    ties_after: int
    clusters_before: int
    clusters_after: int
    ties_gained: pl.DataFrame
    ties_lost: pl.DataFrame
    clusters_gained: pl.DataFrame
    clusters_lost: pl.DataFrame
    clusters_changed: pl.DataFrame
    accounts: list[str]


def compare_detections(before: Detection, after: Detection) -> Effect:
    """Compare two detections on the same tables.

    Parameters
    ----------
    before, after : Detection
        `graph.detect.run` with one thing changed between them.

    Returns
    -------
    Effect
        Sorted; nothing of it depends on the order of rows.
    """
    gained = _only(after.ties, before.ties)
    lost = _only(before.ties, after.ties)
    old, new = _members(before), _members(after)
    known = set(old.values())
    company_before, company_after = _company(old), _company(new)
    placed_before, placed_after = set(company_before), set(company_after)
    moved = {
        key
        for key in placed_before | placed_after
        if company_before.get(key) != company_after.get(key)
    }
    tied = {
        key for rows in (gained, lost) for pair in rows.select(PAIR).iter_rows() for key in pair
    }
    return Effect(
        len(before.ties), len(after.ties), len(old), len(new), gained, lost,
        _listed({it: each for it, each in new.items() if not each & placed_before}),
        _listed({it: each for it, each in old.items() if not each & placed_after}),
        _listed(
            {it: each for it, each in new.items() if each & placed_before and each not in known}
        ),
        sorted(moved | tied),
    )  # fmt: skip


def _only(these: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Ties that one has and the other lacks."""
    return (
        these.join(others, on=PAIR, how="anti")
        .select(*PAIR, "score")
        .sort("score", *PAIR, descending=[True, False, False])
    )


def _members(found: Detection) -> dict[str, frozenset[str]]:
    """Accounts of each cluster."""
    return {
        str(name): frozenset(part["account_key"])
        for (name,), part in found.members.group_by("cluster_id")
    }


def _company(clusters: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Accounts in the cluster of each account."""
    return {key: each for each in clusters.values() for key in each}


def _listed(clusters: dict[str, frozenset[str]]) -> pl.DataFrame:
    """Clusters as a table, the largest first."""
    return pl.DataFrame(
        {"cluster_id": list(clusters), "accounts": [sorted(each) for each in clusters.values()]},
        schema={"cluster_id": pl.String, "accounts": pl.List(pl.String)},
    ).sort(pl.col("accounts").list.len(), "cluster_id", descending=[True, False])
