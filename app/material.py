"""What a detection is made from, as a fingerprint: whether one of the past would come out alike."""

from __future__ import annotations

import hashlib
import json

from app.own_side import to_be_made_for
from graph.workspace import Workspace
from ingest.tables import known_sources


def material_of(workspace: Workspace, as_of: str) -> str:
    """Give the fingerprint of all that is read for a detection, but for judgements.

    Parameters
    ----------
    workspace : Workspace
    as_of : str
        The day.

    Returns
    -------
    str
        The same as long as no other source tells of that day, none is withdrawn, nothing else is
        declared our own side, and texts are read alike.
    """
    made_for = to_be_made_for(workspace)
    told = json.dumps([known_sources(workspace, as_of), made_for.screened, made_for.extractor])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
