"""Clusters of accounts by every method that is compared, on the same tables."""

from __future__ import annotations

import polars as pl

from graph.detection import Detection
from graph.tables import Tables
from tests.bench import naive
from tests.bench.splink_pairs import splink_clusters
from tests.measures import pair_scores
from tests.planted import World
from tests.planted.truth import reachable

OURS = "spoor"
MOST = "all that the posts show"
SPLINK = "splink, components"


def clusters_by_method(
    made: World, known: Tables, detection: Detection, seed: int
) -> dict[str, pl.DataFrame]:
    """Cluster the accounts of a world with every method.

    Parameters
    ----------
    made : World
        Its truth serves for two rows that no method could give: what somebody would find who knew
        which evidence is a ring's (`MOST`), and the choice of Splink's best threshold.
    known : Tables
    detection : Detection
    seed : int
        Of Louvain.

    Returns
    -------
    dict of str to polars.DataFrame
        ``cluster_id account_key`` by the method's name.
    """
    contacts = naive.shared_contact_ties(known)
    shared = naive.co_sharing_ties(known)
    found = {
        MOST: _labelled(reachable(made.shown, made.rings)),
        OURS: detection.members.select("cluster_id", "account_key"),
        "components of shared contacts": naive.components(contacts),
        "louvain on shared contacts": naive.louvain(contacts, seed),
        "louvain on co-membership": naive.louvain(naive.shared_group_ties(known), seed),
        "co-sharing within 7 days, louvain": naive.louvain(shared, seed),
        "co-sharing within 7 days, components": naive.components(shared),
    }
    by_threshold = splink_clusters(known)
    if by_threshold:
        best = max(by_threshold.values(), key=lambda each: _f1(each, made))
        found[f"{SPLINK}, threshold chosen in hindsight"] = best
    return found


def _f1(members: pl.DataFrame, made: World) -> float:
    """How good clusters are."""
    return pair_scores(members, made.rings, made.operated()).f1


def _labelled(connected: dict[str, str]) -> pl.DataFrame:
    """Labels as clusters."""
    return pl.DataFrame(
        {"cluster_id": list(connected.values()), "account_key": list(connected)},
        schema={"cluster_id": pl.String, "account_key": pl.String},
    )
