"""One cluster: who, how sure, why, what holds it together, and what else it may be."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import literal
from app.views import cluster_parts
from app.views.address import read_address
from app.views.cluster_alternatives import show_alternatives
from app.views.cluster_hold import show_hold
from app.views.cluster_network import show_network
from app.views.cluster_roles import show_measures, show_roles
from app.views.cluster_why import show_ties
from app.views.judging import say_status, show_judging
from app.views.notices import say_no_snapshot
from app.views.reading import Shown, read
from graph.lookup.search import nearest_clusters

PARTS = {
    "Why": show_ties,
    "Accounts": cluster_parts.show_members,
    "Roles and interaction": show_roles,
    "Measures": show_measures,
    "Contact details": cluster_parts.show_details,
    "Posts": cluster_parts.show_cited_posts,
}
FIRST = "Why"
CHOICES: dict[str, str | int] = {"part": FIRST, "tie_page": 1, "post_page": 1}


def main() -> None:
    """Show the page."""
    latest = session.latest()
    wanted = read_address("cluster", CHOICES)
    if latest is None or not wanted:
        st.title("Cluster", anchor=False)
        say_no_snapshot() if latest is None else _say_none_chosen()
        return
    shown = read(latest.id, wanted)
    if shown is None:
        _say_unknown(latest.id, wanted)
        return
    st.title(f"Cluster {literal(shown.cluster.summary.id)}", anchor=False)
    st.caption(f"{words.LEAD} Detection as known by the end of {latest.as_of}.")
    say_status(shown)
    cluster_parts.show_measures(shown)
    st.header("Network", anchor=False)
    show_network(latest.id, wanted)
    show_alternatives(shown)
    show_hold(shown)
    _show_part(shown)
    show_judging(shown)


def _show_part(shown: Shown) -> None:
    """Show the part of the evidence that is asked for; the address of the page keeps which."""
    st.header("Evidence", anchor=False)
    part = st.segmented_control(
        "Evidence", list(PARTS), default=FIRST, key="part", bind="query-params", required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    PARTS[part or FIRST](shown)


def _say_none_chosen() -> None:
    """Lead to the list where no cluster is named."""
    with st.container(border=True):
        st.subheader("No cluster is chosen", anchor=False)
        st.page_link("views/clusters.py", label="Choose one from the list")


def _say_unknown(snapshot: str, wanted: str) -> None:
    """Say that there is no such cluster, and name the nearest ones."""
    st.title("Cluster", anchor=False)
    with st.container(border=True):
        st.subheader("There is no such cluster", anchor=False)
        st.markdown(
            f"The latest detection has no cluster {literal(wanted)}; a later detection may have "
            "found it in another shape. The nearest by name:"
        )
        for found in nearest_clusters(session.store(), snapshot, wanted):
            st.page_link("views/cluster.py", label=literal(found), query_params={"cluster": found})
        st.page_link("views/clusters.py", label="All clusters")


main()
