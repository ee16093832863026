"""Leads on the Overview: what changed last, clusters nobody has judged, hubs, watches."""

from __future__ import annotations

import streamlit as st

from app import session
from app import words as numbers
from app.literal import literal, visible
from app.views.changes_reading import newest, read_told, shows_own_side
from app.views.cluster_rows import show_rows
from app.views.cluster_standing import standing_now
from app.words import changes as changes_words
from app.words import overview as words
from graph.lookup.clusters import count_clusters, list_clusters
from graph.lookup.clusters_filter import ClusterFilter
from graph.lookup.hubs import Hub, count_hubs, list_hubs
from graph.lookup.overview import Snapshot
from graph.store import GraphStore
from ingest.watches import watches

LEADS = 5
PAGE = "views/changes.py"


def show_changes() -> None:
    """Show the first sentences of the newest report."""
    st.header(words.CHANGES, anchor=False)
    kept = newest(session.opened().workspace)
    told = read_told(kept) if kept else None
    if kept is None or told is None:
        st.markdown(words.NO_REPORT)
        st.page_link(PAGE, label=words.MAKE_REPORT)
        return
    with st.container(border=True, gap="small"):
        if shows_own_side(told):
            st.text(changes_words.OWN_SIDE_SAID)
        else:
            said = told.report["summary"]
            st.caption(words.report_of(kept.name))
            for sentence in said[: words.MOST_SENTENCES]:
                st.text(visible(sentence))
            if len(said) > words.MOST_SENTENCES:
                st.caption(words.and_more(len(said) - words.MOST_SENTENCES))
        st.page_link(PAGE, label=words.ALL_CHANGES, query_params={"period": kept.name})


def show_watched() -> None:
    """Say how much is watched, and what turned up."""
    st.header(words.WATCHED, anchor=False)
    workspace = session.opened().workspace
    found, kept = watches(workspace), newest(workspace)
    if not found:
        st.markdown(words.NOTHING_WATCHED)
    else:
        told = read_told(kept) if kept else None
        hits = len(told.report["watch_hits"]) if told and not shows_own_side(told) else None
        st.text(words.watched(len(found), hits))
    asked = {"part": changes_words.WATCHES} if kept else {}
    st.page_link(PAGE, label=words.TO_WATCHES, query_params=asked)


def show_clusters(store: GraphStore, snapshot: Snapshot) -> None:
    """List the first clusters that nobody has judged; where all are judged, the largest."""
    st.header(words.EYES, anchor=False)
    if not snapshot.clusters:
        st.markdown(words.NO_CLUSTER)
        return
    judged = standing_now(snapshot).status
    only = ClusterFilter(not_among=tuple(judged))
    waiting = count_clusters(store, snapshot.id, only)
    found = list_clusters(store, snapshot.id, only=only if waiting else None, limit=LEADS)
    if waiting:
        st.caption(words.not_judged_first(len(found), waiting))
    else:
        st.caption(words.ALL_JUDGED)
    show_rows(store, found)
    st.page_link("views/clusters.py", label=words.ALL_CLUSTERS)


def show_hubs(store: GraphStore) -> None:
    """List the first hubs: leads of their own."""
    st.header(words.HUBS, anchor=False)
    in_all = count_hubs(store)
    if not in_all:
        st.markdown(words.NO_HUB)
        return
    hubs = list_hubs(store, limit=LEADS)
    st.caption(words.hubs_shown(len(hubs), in_all))
    for hub in hubs:
        _show_hub(hub)
    st.page_link("views/hubs.py", label=words.ALL_HUBS)


def _show_hub(hub: Hub) -> None:
    """Show one hub."""
    with st.container(border=True):
        name, likely, accounts, why = st.columns((2, 1.2, 1, 4), vertical_alignment="center")
        name.caption(numbers.kind(hub.kind))
        name.page_link(
            "views/detail.py", label=literal(hub.value), query_params={"detail": hub.key}
        )
        likely.caption(words.MAY_SERVE)
        likely.text(numbers.share(hub.probability))
        accounts.caption(words.PUBLISHED_BY)
        accounts.text(numbers.count(hub.accounts, "account"))
        why.text(visible(" ".join(hub.reasons)))
