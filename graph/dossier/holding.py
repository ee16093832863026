"""What holds a cluster together: how far the picture depends on single pieces of evidence.

This is the sensitivity of the picture to its evidence being wrong, and nothing else: it says which
evidence to check first, never what would happen if somebody left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import igraph
import polars as pl

from graph.dossier.cluster_graphs import ClusterGraph
from graph.dossier.holding_words import account_said, cut_said, evidence_said, tie_said
from graph.dossier.tables import HOLDS

CUT, EVIDENCE, TIE, ACCOUNT = "cut", "evidence", "tie", "account"
MOST_ACCOUNTS = 2_000
"""The least cut of larger clusters is not looked for."""
SHOWN = 5
LOOKED_AT = 50

Lost = Mapping[str, list[dict[str, Any]]]


def find_weak_places(graphs: Iterable[ClusterGraph], lost: Lost) -> pl.DataFrame:
    """Find out what holds clusters together.

    Parameters
    ----------
    graphs : iterable of ClusterGraph
        Each cluster once.
    lost : mapping
        `ties_by_evidence`.

    Returns
    -------
    polars.DataFrame
        `HOLDS`, by cluster, kind and rank; at most five of a kind: the weakest ties, and of the
        others those that would split off most. Cost: ties of each cluster times the values looked
        at; cubic in the accounts for the least cut of clusters of at most `MOST_ACCOUNTS`.
    """
    rows = [
        {"cluster_id": each.cluster_id, "rank": rank, **row}
        for each in graphs
        for found in (_cut(each), _evidence(each, lost), _ties(each), _accounts(each))
        for rank, row in enumerate(found, start=1)
        if rank <= SHOWN
    ]
    columns = {name: [row.get(name) for row in rows] for name in HOLDS}
    return pl.DataFrame(columns, schema=HOLDS).sort("cluster_id", "kind", "rank")


def ties_by_evidence(inside: pl.DataFrame, reasons: pl.DataFrame, threshold: float) -> Lost:
    """Find the ties that would be lost if one shared value were wrong.

    Parameters
    ----------
    inside : polars.DataFrame
        `graph.dossier.cluster_graphs.ties_inside`, with ``score``.
    reasons : polars.DataFrame
        `graph.ties.reasons.give_reasons`.
    threshold : float
        Least score of a tie, in bits.

    Returns
    -------
    mapping
        By cluster: ``layer shared ends`` of at most 50 values, those of most ties first. Evidence
        that was not counted beside a value is not put in its place, so that the picture may be
        firmer than this says, never weaker.
    """
    pair = ["account_a", "account_b"]
    counted = reasons.filter("counted", pl.col("bits") > 0).drop_nulls("shared")
    lost = (
        counted.join(inside, on=pair, suffix="_tie")
        .filter(pl.col("score") - pl.col("bits") < threshold)
        .sort("cluster_id", "layer", "shared", "start", "end")
        .group_by("cluster_id", "layer", "shared", maintain_order=True)
        .agg(ends=pl.concat_list("start", "end"))
        .sort(
            "cluster_id", pl.col("ends").list.len(), "layer", "shared",
            descending=[False, True, False, False],
        )
        .group_by("cluster_id", maintain_order=True)
        .agg(pl.struct("layer", "shared", "ends").head(LOOKED_AT))
    )  # fmt: skip
    return dict(lost.iter_rows())


def bridges(cluster: ClusterGraph) -> list[igraph.Edge]:
    """Ties whose loss alone splits a cluster, the weakest first."""
    found = [cluster.graph.es[number] for number in cluster.graph.bridges()]
    return sorted(found, key=lambda edge: (edge["weight"], edge.tuple))


def _cut(cluster: ClusterGraph) -> Iterator[dict[str, Any]]:
    """The ties of least weight that hold two parts together."""
    graph = cluster.graph
    if graph.vcount() > MOST_ACCOUNTS or not graph.is_connected():
        return
    cut = graph.mincut(capacity="weight")
    smaller, larger = sorted(cut.partition, key=lambda part: (len(part), part))
    found = {"weight": float(cut.value), "ties": len(cut.cut), "parts": [len(larger), len(smaller)]}
    side = [cluster.accounts[place] for place in smaller]
    yield {"kind": CUT, **found, "side": side, "sentence": cut_said(found)}


def _evidence(cluster: ClusterGraph, lost: Lost) -> list[dict[str, Any]]:
    """Shared values without which the cluster would fall apart."""
    found = []
    for value in lost.get(cluster.cluster_id, ()):
        left = cluster.graph.copy()
        left.delete_edges([tuple(ends) for ends in value["ends"]])
        parts = _parts(left)
        if len(parts) > 1:
            row = {
                "kind": EVIDENCE,
                "layer": value["layer"],
                "shared": value["shared"],
                "ties": len(value["ends"]),
                "parts": parts,
            }
            found.append({**row, "sentence": evidence_said(row)})
    return sorted(found, key=lambda row: (row["parts"][0], row["layer"], row["shared"]))


def _ties(cluster: ClusterGraph) -> Iterator[dict[str, Any]]:
    """Single ties without which the cluster would fall apart, the weakest first."""
    for edge in bridges(cluster)[:SHOWN]:
        left = cluster.graph.copy()
        left.delete_edges([edge.index])
        row = {
            "kind": TIE,
            "weight": edge["weight"],
            "ties": 1,
            "parts": _parts(left),
            "accounts": [cluster.accounts[place] for place in edge.tuple],
        }
        yield {**row, "sentence": tie_said(row)}


def _accounts(cluster: ClusterGraph) -> list[dict[str, Any]]:
    """Accounts through which alone others hang together."""
    found = []
    for place in cluster.graph.articulation_points():
        left = cluster.graph.copy()
        left.delete_vertices([place])
        row = {
            "kind": ACCOUNT,
            "ties": cluster.graph.degree(place),
            "parts": _parts(left),
            "accounts": [cluster.accounts[place]],
        }
        found.append({**row, "sentence": account_said(row)})
    return sorted(found, key=lambda row: (row["parts"][0], row["accounts"]))


def _parts(graph: igraph.Graph) -> list[int]:
    """Sizes of the parts that a graph is in, the largest first."""
    return sorted(graph.connected_components().sizes(), reverse=True)
