"""Clusters: the list, with filters that the address of the page keeps."""

from __future__ import annotations

import streamlit as st

from app import session
from app.views.cluster_export import show_list_export
from app.views.cluster_rows import show_rows
from app.views.clusters_filters import ask_filters
from app.views.notices import say_no_snapshot
from app.views.paging import ask_page
from app.words import clusters as said
from graph.lookup.clusters import count_clusters, list_clusters

PER_PAGE = 20


def main() -> None:
    """Show the page."""
    store = session.store()
    st.title(said.TITLE, anchor=False)
    latest = session.latest()
    if latest is None:
        say_no_snapshot()
        return
    st.caption(said.detection(latest.as_of))
    asked = ask_filters(store, latest)
    if asked is None:
        return
    fit = count_clusters(store, latest.id, asked.only)
    place, skip = ask_page(fit, per_page=PER_PAGE, key="page")
    if not fit:
        place.markdown(said.NO_FIT if latest.clusters else said.NONE_FOUND)
        return
    found = list_clusters(
        store, latest.id, only=asked.only, order=asked.order, skip=skip, limit=PER_PAGE
    )
    with place:
        st.caption(said.shown(skip + 1, skip + len(found), fit, latest.clusters))
        show_rows(store, found)
    show_list_export(latest, asked.only, asked.order, fit)


main()
