"""What people say of clusters' legality, as the pages show it beside what was measured."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import streamlit as st

from app import session, words
from app.legality import assessed
from app.literal import visible
from app.snapshots import read_snapshot
from graph.workspace import Workspace
from ingest.judgements import LEGALITY, judgements

Legality = Mapping[str, str]

KEPT_SECONDS = 60


def legality_by_cluster(snapshot: str) -> dict[str, Legality]:
    """Find what people say of the clusters of a snapshot, by id; those not assessed are absent."""
    workspace = session.opened().workspace
    if not judgements(workspace, LEGALITY):
        return {}
    members = _members(session.cache_key(), snapshot, workspace)
    return dict(assessed(workspace, members).iter_rows())


def value_of(legality: Legality | None) -> str:
    """Name what a person says, in one word."""
    return legality["verdict"].capitalize() if legality else words.NOT_ASSESSED


def show_who_says(legality: Legality | None) -> None:
    """Show what it means, who says so, when and why."""
    if legality:
        meaning = words.LEGALITY_SAID[legality["verdict"]].capitalize()
        said = f"{meaning}, says {legality['who']} on {legality['when'][:10]}: {legality['why']}"
        st.text(visible(said))


@st.cache_data(ttl=KEPT_SECONDS, max_entries=4, show_spinner=False)
def _members(place: str, snapshot: str, _workspace: Workspace) -> pl.DataFrame:
    """Members of all clusters; ``place`` keeps apart what comes from different workspaces."""
    return read_snapshot(_workspace, snapshot).members.select("cluster_id", "account_key")
