"""Lines of descent: the clusters that changed, over the snapshots made alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import polars as pl

from graph.detection import Detection
from graph.lifecycle.tables import GONE


def lineage_data(days: Sequence[Detection], clusters: Collection[str]) -> dict[str, Any]:
    """Follow clusters over days.

    Parameters
    ----------
    days : sequence of Detection
        Made alike, the earliest first.
    clusters : collection of str
        Ids of those followed, with all from which they come.

    Returns
    -------
    dict
        ``days clusters flows`` as of the report; sizes and flows count accounts that are not gone.
    """
    living = [_living(each) for each in days]
    wanted = [set[str]() for _ in days]
    flows: list[dict[str, Any]] = []
    for day in reversed(range(len(days))):
        wanted[day] |= set(living[day]["cluster_id"]) & set(clusters)
        if day == 0:
            continue
        here = _flows(living[day - 1], living[day], day - 1)
        kept = [each for each in here if each["to"] in wanted[day] or each["from"] in clusters]
        wanted[day - 1] |= {each["from"] for each in kept}
        flows += kept
    return {
        "days": [each.as_of for each in days],
        "clusters": [
            {"day": day, "cluster": cluster, "size": size}
            for day, found in enumerate(living)
            for cluster, size in found.group_by("cluster_id").len().sort("cluster_id").iter_rows()
            if cluster in wanted[day]
        ],
        "flows": [each for each in sorted(flows, key=lambda flow: flow["day"])
                  if each["to"] in wanted[each["day"] + 1]],
    }  # fmt: skip


def _living(found: Detection) -> pl.DataFrame:
    """Members that are not gone: ``cluster_id account_key``."""
    gone = found.presence.filter(pl.col("status") == GONE)
    return found.members.select("cluster_id", "account_key").join(
        gone, on="account_key", how="anti"
    )


def _flows(before: pl.DataFrame, now: pl.DataFrame, day: int) -> list[dict[str, Any]]:
    """How many accounts go from which cluster into which."""
    both = before.rename({"cluster_id": "from"}).join(
        now.rename({"cluster_id": "to"}), on="account_key"
    )
    counted = both.group_by("from", "to").agg(accounts=pl.len()).sort("from", "to")
    return [{"day": day, **row} for row in counted.to_dicts()]
