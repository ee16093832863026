"""One cluster: who, how sure, why, what holds it together, and what else it may be."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import literal
from app.views import cluster_parts
from app.views.address import read_address
from app.views.cluster_activity import show_activity
from app.views.cluster_alternatives import show_alternatives
from app.views.cluster_export import show_export
from app.views.cluster_hold import show_hold
from app.views.cluster_network import show_network
from app.views.cluster_roles import show_measures, show_roles
from app.views.cluster_standing import standing_now
from app.views.cluster_why import show_ties
from app.views.judging import say_status, show_judging
from app.views.notes import show_notes
from app.views.notices import say_no_snapshot
from app.views.parts import ask_part
from app.views.reading import Shown, read
from app.words import cluster as said
from app.words import cluster_activity as active
from graph.lookup.overview import Snapshot
from graph.lookup.search import nearest_clusters
from ingest.notes import CLUSTER

PARTS = {
    said.WHY: show_ties,
    said.ACCOUNTS: cluster_parts.show_members,
    said.ROLES_PART: show_roles,
    said.MEASURES: show_measures,
    said.DETAILS: cluster_parts.show_details,
    said.POSTS: cluster_parts.show_cited_posts,
}
FIRST = said.WHY
CHOICES: dict[str, str | int] = {
    "part": FIRST, "tie_page": 1, "post_page": 1, "activity": active.TIMELINE,
    "by": active.BY_PLATFORM, "place_page": 1, "offer_page": 1, "notes_page": 1,
}  # fmt: skip


def main() -> None:
    """Show the page."""
    latest = session.latest()
    wanted = read_address("cluster", CHOICES)
    if latest is None or not wanted:
        st.title(said.TITLE, anchor=False)
        say_no_snapshot() if latest is None else _say_none_chosen()
        return
    shown = read(latest.id, wanted)
    if shown is None:
        _say_unknown(latest.id, wanted)
        return
    st.title(f"{said.TITLE} {literal(shown.cluster.summary.id)}", anchor=False)
    st.caption(said.known_by(latest.as_of))
    say_status(shown)
    _show(shown, latest)


def _show(shown: Shown, latest: Snapshot) -> None:
    """Show the cluster, what is measured first and what people add last."""
    name = shown.cluster.summary.id
    cluster_parts.show_measures(shown, standing_now(latest).legality.get(name))
    st.header(said.NETWORK, anchor=False)
    show_network(latest.id, name)
    show_alternatives(shown)
    show_hold(shown)
    show_activity(latest.id, name)
    _show_part(shown)
    show_judging(shown)
    show_notes(CLUSTER, name)
    show_export(shown, latest)


def _show_part(shown: Shown) -> None:
    """Show the part of the evidence that is asked for; the address of the page keeps which."""
    st.header(said.EVIDENCE, anchor=False)
    part = ask_part(said.EVIDENCE, PARTS, "part")
    PARTS[part](shown)


def _say_none_chosen() -> None:
    """Lead to the list where no cluster is named."""
    with st.container(border=True):
        st.subheader(said.NONE_CHOSEN, anchor=False)
        st.page_link("views/clusters.py", label=said.CHOOSE)


def _say_unknown(snapshot: str, wanted: str) -> None:
    """Say that there is no such cluster, and name the nearest ones."""
    st.title(said.TITLE, anchor=False)
    with st.container(border=True):
        st.subheader(said.UNKNOWN, anchor=False)
        st.markdown(said.unknown(literal(wanted)))
        for found in nearest_clusters(session.store(), snapshot, wanted):
            st.page_link("views/cluster.py", label=literal(found), query_params={"cluster": found})
        st.page_link("views/clusters.py", label=said.ALL)


main()
