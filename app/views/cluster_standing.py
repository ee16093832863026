"""What people say of clusters, as the pages show it beside what was measured."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.cluster_status import Legality, Standing, standing
from app.literal import visible
from app.words import cluster as said
from graph.judged.clusters import CONFIRMED, REJECTED
from graph.lookup.overview import Snapshot
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.journal import Journal

KEPT_SECONDS = 600
STATUS = {CONFIRMED: said.CONFIRMED, REJECTED: said.REJECTED}


def standing_now(snapshot: Snapshot) -> Standing:
    """Find what people say of the clusters of a snapshot, read anew after every entry."""
    now = session.opened()
    path = Journal(now.workspace).path
    entries = path.stat().st_size if path.exists() else 0
    place = f"{session.cache_key()} {entries}"
    return _standing(place, snapshot.id, snapshot.as_of, now.workspace, now.store)


def legality_value(legality: Legality | None) -> str:
    """Name what a person says of legality, in one word."""
    return legality["verdict"].capitalize() if legality else words.NOT_ASSESSED


def status_value(found: Standing, cluster_id: str) -> str:
    """Name how a cluster stands judged, in a word or two."""
    status = found.status.get(cluster_id)
    if status is not None:
        return STATUS[status]
    return said.PARTLY if cluster_id in found.partly else said.NOT_JUDGED


def show_who_says(legality: Legality | None) -> None:
    """Show what it means, who says so, when and why."""
    if legality:
        st.text(visible(said.who_says(**legality)))


@st.cache_data(ttl=KEPT_SECONDS, max_entries=16, show_spinner=False)
def _standing(
    place: str, snapshot: str, as_of: str, _workspace: Workspace, _store: GraphStore
) -> Standing:
    """Read it; ``place`` keeps apart other graphs and other states of the journal."""
    return standing(_workspace, _store, snapshot, as_of)
