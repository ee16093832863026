"""How the clusters of a snapshot stand judged by now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.legality import assessed
from graph.judged.clusters import STATUS, status_of
from ingest.judgements import judged

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.workspace import Workspace


def with_status(workspace: Workspace, found: Detection) -> Detection:
    """Give a snapshot whose clusters say how they stand judged now, not when it was made.

    Its ``clusters`` also have ``legality``: null, or a struct as of `app.legality.ASSESSED`.
    """
    status = status_of(found.members, judged(workspace, found.as_of))
    own = [name for name in STATUS if name != "cluster_id"]
    clusters = found.clusters.drop(own, strict=False)
    for said in (status, assessed(workspace, found.members, found.as_of)):
        clusters = clusters.join(said, on="cluster_id", how="left", maintain_order="left")
    return replace(found, clusters=clusters)
