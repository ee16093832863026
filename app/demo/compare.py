"""Detection compared with what was planted."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from app.demo.comparison import Apart, Comparison, Explained, HubFound, RingFound
from app.demo.truth import PlantedTruth, Ring
from graph.detect import Detection

LIKELY = 0.5


def compare(
    detection: Detection, truth: PlantedTruth, accounts: pl.DataFrame, own: Collection[str]
) -> Comparison:
    """Compare a detection with what was planted.

    Parameters
    ----------
    detection : Detection
        A detection on the demonstration's material.
    truth : PlantedTruth
        What was planted, in the keys that the readers gave.
    accounts : polars.DataFrame
        ``account_key``: the accounts that were read.
    own : collection of str
        Keys that were declared our own side's.

    Returns
    -------
    Comparison
    """
    members = detection.members.select("cluster_id", "account_key")
    placed = set(members["account_key"])
    rings = tuple(_find(ring, members) for ring in truth.rings)
    known = placed | set(accounts["account_key"]) | _tied(detection)
    return Comparison(
        accounts=detection.accounts,
        clusters=len(detection.clusters),
        rings=rings,
        hubs=_find_hubs(detection.hubs, truth),
        shop=_explain(truth.shop, members, detection.clusters),
        scam=_explain(truth.scam, members, detection.clusters),
        innocents=len(truth.innocents),
        misplaced=tuple(sorted(placed & truth.innocents)),
        apart=tuple(Apart(why, len(who), len(placed & who)) for why, who in truth.apart.items()),
        own=tuple(sorted(own)),
        own_found=tuple(sorted(known & truth.own.union(own))),
        named_only=len(accounts.filter(pl.col("account_key").str.contains("/", literal=True))),
        ends=truth.ends if any(_holds(ring, truth.ends) for ring in rings) else None,
        looked_at=_worth_a_look(rings, members),
    )


def _find(ring: Ring, members: pl.DataFrame) -> RingFound:
    """Find the cluster that holds most of a ring."""
    held = (
        members.group_by("cluster_id")
        .agg(
            size=pl.len(),
            of_ring=pl.col("account_key").is_in(list(ring.accounts)).sum(),
        )
        .filter(pl.col("of_ring") > 0)
        .sort("of_ring", "cluster_id", descending=[True, False])
    )
    if held.is_empty():
        return RingFound(ring, None, 0, 0)
    cluster_id, size, of_ring = held.row(0)
    return RingFound(ring, cluster_id, of_ring, size - of_ring)


def _explain(ring: Ring, members: pl.DataFrame, clusters: pl.DataFrame) -> Explained:
    """Find accounts that belong together, and how that is explained first."""
    found = _find(ring, members)
    named = clusters.filter(pl.col("cluster_id").eq_missing(pl.lit(found.cluster_id, pl.String)))
    first = named.select(
        pl.col("alternatives").list.first(), pl.col("alternatives_for").list.first()
    ).rows()
    explanation, facts = first[0] if first else ("", "")
    return Explained(found, explanation, facts)


def _find_hubs(hubs: pl.DataFrame, truth: PlantedTruth) -> tuple[HubFound, ...]:
    """Find the planted hubs among those that are likely ones."""
    likely = hubs.filter(pl.col("probability") > LIKELY)
    found = dict(likely.select("detail_key", "accounts").iter_rows())
    return tuple(HubFound(name, key, found.get(key)) for name, key in truth.hubs.items())


def _tied(detection: Detection) -> set[str]:
    """Find all accounts that have a tie."""
    return set(detection.ties["account_a"]) | set(detection.ties["account_b"])


def _holds(found: RingFound, ends: tuple[str, str]) -> bool:
    """Whether the whole of a ring, which these two belong to, was found."""
    return found.members == len(found.ring.accounts) and found.ring.accounts.issuperset(ends)


def _worth_a_look(rings: tuple[RingFound, ...], members: pl.DataFrame) -> str | None:
    """Pick the first account of the first ring that was found."""
    for found in rings:
        if found.cluster_id is not None:
            inside = members.filter(pl.col("cluster_id") == found.cluster_id)["account_key"]
            return min(set(inside) & found.ring.accounts)
    return None
