"""How clusters stand judged by now, found by who is in them and not by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from graph.judged import CLUSTER, CONFIRM, MEMBER, TIE
from graph.judged.clusters import CONFIRMED, REJECTED, same_clusters
from graph.lookup.clusters_members import members_beside
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.judgements import judged, judged_legality

Legality = Mapping[str, str]
MEMBERS = {"cluster_id": pl.String, "account_key": pl.String}


@dataclass(frozen=True)
class Standing:
    """What people say of the clusters of a snapshot.

    Attributes
    ----------
    status : mapping of str to str
        ``confirmed`` or ``rejected``, by cluster; the others are absent.
    partly : frozenset of str
        Clusters that are not judged themselves, but an account or a tie of which is.
    legality : mapping
        ``verdict who when why`` of those whose legality was assessed, by cluster.
    """

    status: Mapping[str, str] = field(default_factory=dict)
    partly: frozenset[str] = frozenset()
    legality: Mapping[str, Legality] = field(default_factory=dict)


def standing(workspace: Workspace, store: GraphStore, snapshot: str, as_of: str) -> Standing:
    """Find what people say now of the clusters of a snapshot.

    Parameters
    ----------
    workspace : Workspace
    store : GraphStore
        A graph that holds them.
    snapshot, as_of : str
        Its id and its day.

    Notes
    -----
    Reads the members of those clusters only that hold an account which somebody judged.
    """
    decided = judged(workspace, as_of)
    clusters, legal = decided.of(CLUSTER), judged_legality(workspace, as_of)
    ties, single = decided.of(TIE), decided.of(MEMBER)
    accounts = {key for each in (clusters, legal) for row in each["members"] for key in row}
    pairs = [*ties.select("first", "second").iter_rows()]
    accounts |= {key for pair in pairs for key in pair} | set(single["second"])
    if not accounts:
        return Standing()
    beside = members_beside(store, snapshot, accounts)
    members = pl.DataFrame(beside, schema=MEMBERS, orient="row")
    home = dict(members.select("account_key", "cluster_id").iter_rows())
    status = {
        row["cluster_id"]: CONFIRMED if row["verdict"] == CONFIRM else REJECTED
        for row in same_clusters(members, clusters).to_dicts()
    }
    touched = {home.get(key) for key in single["second"]}
    touched |= {home.get(a) for a, b in pairs if home.get(a) == home.get(b)}
    return Standing(
        status=status,
        partly=frozenset(each for each in touched if each and each not in status),
        legality={
            row["cluster_id"]: {"verdict": row["verdict"], "who": row["by"], "when": row["at"],
                                "why": row["why"]}
            for row in same_clusters(members, legal).to_dicts()
        },
    )  # fmt: skip
