"""The activity of a cluster: when, what, where, and what it was before."""

from __future__ import annotations

import streamlit as st

from app import session
from app.views.cluster_lineage import show_lineage
from app.views.cluster_offers import show_offers
from app.views.cluster_places import show_places
from app.views.cluster_timeline import show_timeline
from app.views.parts import ask_part
from app.views.reading import read
from app.words import cluster as said
from app.words import cluster_activity as active

PARTS = {
    active.TIMELINE: show_timeline,
    active.OFFERS: show_offers,
    active.PLACES: show_places,
    active.LINEAGE: show_lineage,
}


def show_activity(snapshot: str, cluster_id: str) -> None:
    """Show the part that is asked for; choosing another one reruns this part of the page only."""
    st.header(said.ACTIVITY, anchor=False)
    _show(snapshot, cluster_id)


@st.fragment
def _show(snapshot: str, cluster_id: str) -> None:
    """Show the part that is asked for; the address of the page keeps which."""
    with session.errors_said("activity"):
        part = ask_part(said.ACTIVITY, PARTS, "activity")
        shown = read(snapshot, cluster_id)
        if shown is not None:
            PARTS[part](shown)
