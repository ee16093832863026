"""Links from a report to the pages of what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.literal import literal, visible
from app.report import words as told_words
from app.views.account_links import PAGE as ACCOUNT_PAGE
from app.views.changes_reading import Told
from app.views.links import link_detail, link_group
from app.words import changes as words
from graph.keys import is_detail

CLUSTER_PAGE = "views/cluster.py"
MOST = 12
_GROUP, _WITHOUT_PAGE = ":group:", ("taxon:", "platform:")


def has_page(key: str) -> bool:
    """Whether a key stands for a contact detail or a group, which have pages of their own."""
    return is_detail(key) or _GROUP in key


def link_thing(told: Told, key: str) -> None:
    """Link to the page of an account, a contact detail or a group by what the report calls it."""
    name = told.names.thing(key)[1] if is_detail(key) else told.names.called(key)
    if is_detail(key):
        link_detail(key, name)
    elif _GROUP in key:
        link_group(key, name)
    elif key.startswith(_WITHOUT_PAGE) or ":" not in key:
        st.text(visible(told.names.thing(key)[1]), width="content")
    else:
        st.page_link(ACCOUNT_PAGE, label=literal(name), query_params={"account": key})


def link_cluster(told: Told, cluster: str, now: frozenset[str]) -> None:
    """Link to a cluster's page; say so of one that the latest detection does not have.

    Parameters
    ----------
    told : Told
    cluster : str
        Its id.
    now : frozenset of str
        Ids of those that the latest detection has.
    """
    name = told.names.called(cluster)
    if cluster not in now:
        shown = cluster if name == cluster else f"{cluster} ({name})"
        st.text(visible(f"{shown}: {words.NOT_NOW}"), width="content")
        return
    st.page_link(CLUSTER_PAGE, label=literal(cluster), query_params={"cluster": cluster})
    if name != cluster:
        st.text(visible(name), width="content")


def show_row(caption: str, told: Told, things: Sequence[str]) -> None:
    """Link to several things in a row after a caption; says how many are left out."""
    if things:
        with in_a_row():
            put_things(caption, told, things)


def in_a_row() -> DeltaGenerator:
    """Make a row for links and what they are."""
    return st.container(horizontal=True, gap="small", vertical_alignment="center")


def put_things(caption: str, told: Told, things: Sequence[str]) -> None:
    """Link to several things after a caption; says how many are left out."""
    st.text(visible(caption), width="content")
    for key in things[:MOST]:
        link_thing(told, key)
    if len(things) > MOST:
        st.caption(told_words.and_more(len(things) - MOST), width="content")


def show_clusters(caption: str, told: Told, clusters: Sequence[str], now: frozenset[str]) -> None:
    """Link to several clusters in a row after a caption."""
    if clusters:
        with in_a_row():
            put_clusters(caption, told, clusters, now)


def put_clusters(caption: str, told: Told, clusters: Sequence[str], now: frozenset[str]) -> None:
    """Link to several clusters after a caption; says how many are left out."""
    st.text(caption, width="content")
    for each in clusters[:MOST]:
        link_cluster(told, each, now)
    if len(clusters) > MOST:
        st.caption(told_words.and_more(len(clusters) - MOST), width="content")
