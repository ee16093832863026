"""What people say of the legality of clusters; the program itself never says anything of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from app import words
from graph.judged.clusters import same_clusters
from ingest.judgements import judged_legality

if TYPE_CHECKING:
    from graph.workspace import Workspace

PARTS = ("verdict", "who", "when", "why")
ASSESSED = pl.Schema(
    {"cluster_id": pl.String(), "legality": pl.Struct(dict.fromkeys(PARTS, pl.String()))}
)
"""One row per cluster that a person has assessed. ``when``: UTC, ISO 8601; ``why`` names the law
or permit."""


def assessed(workspace: Workspace, members: pl.DataFrame, as_of: str | None = None) -> pl.DataFrame:
    """Find what people say now of the legality of clusters.

    Parameters
    ----------
    workspace : Workspace
    members : polars.DataFrame
        ``cluster_id account_key``; clusters are known again by them.
    as_of : str, optional
        The day of the snapshot that they are from.

    Returns
    -------
    polars.DataFrame
        `ASSESSED`, by id; without the clusters that nobody has assessed.
    """
    said = same_clusters(members, judged_legality(workspace, as_of))
    return said.select(
        "cluster_id", legality=pl.struct("verdict", who="by", when="at", why="why")
    ).cast(ASSESSED)


def said_of(legality: dict[str, str] | None) -> str:
    """Say in words what a person says of a cluster's legality, who, when and why."""
    if legality is None:
        return f"{words.NOT_ASSESSED.lower()} (a named person decides that, under a named law)"
    why = " ".join(legality["why"].split()).rstrip(". ")
    said = words.LEGALITY_SAID[legality["verdict"]]
    return f"{legality['verdict']} ({said}; {legality['who']} on {legality['when'][:10]}: {why})"
