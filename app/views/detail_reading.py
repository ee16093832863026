"""Reading what hangs on a contact detail once, not again with every click."""

from __future__ import annotations

import streamlit as st

from app import session
from app.words import reading
from graph.lookup.details import Detail
from graph.lookup.details_posts import (
    DetailPosts,
    Writing,
    list_writings,
    read_detail_posts,
)
from graph.lookup.details_where import (
    ClusterHere,
    DetailGroup,
    RestingTie,
    SourceHere,
    list_detail_clusters,
    list_detail_groups,
    list_detail_sources,
    list_resting_ties,
)
from graph.store import GraphStore

KEPT_SECONDS = 600
MOST_TIES = 200


def read_posts(detail: Detail) -> DetailPosts:
    """Read when the posts that give the detail were posted."""
    return _posts(session.cache_key(), detail.key, detail.posts, session.store())


def read_writings(detail: Detail) -> list[Writing]:
    """Read how posts write the detail."""
    return _writings(session.cache_key(), detail.key, detail.posts, session.store())


def read_groups(detail: Detail) -> list[DetailGroup]:
    """Read in which groups the detail was posted."""
    return _groups(session.cache_key(), detail.key, detail.posts, session.store())


def read_sources(detail: Detail) -> list[SourceHere]:
    """Read which sources show posts with the detail."""
    return _sources(session.cache_key(), detail.key, detail.posts, session.store())


def read_clusters(detail: Detail, snapshot: str) -> list[ClusterHere]:
    """Read in which clusters of a snapshot the detail appears."""
    return _clusters(session.cache_key(), snapshot, detail.key, detail.accounts, session.store())


def read_ties(detail: Detail, snapshot: str) -> list[RestingTie]:
    """Read which ties of the latest snapshot the detail gives a reason for."""
    return _ties(session.cache_key(), snapshot, detail.key, detail.accounts, session.store())


@st.cache_data(ttl=KEPT_SECONDS, max_entries=16, show_spinner=reading.POSTS)
def _posts(place: str, key: str, in_all: int, _store: GraphStore) -> DetailPosts:
    """Read posts; ``in_all`` tells when there are others than before."""
    return read_detail_posts(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.POSTS)
def _writings(place: str, key: str, in_all: int, _store: GraphStore) -> list[Writing]:
    """Read ways of writing; ``in_all`` tells when there are other posts than before."""
    return list_writings(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.GROUPS)
def _groups(place: str, key: str, in_all: int, _store: GraphStore) -> list[DetailGroup]:
    """Read groups; ``in_all`` tells when there are other posts than before."""
    return list_detail_groups(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.SOURCES)
def _sources(place: str, key: str, in_all: int, _store: GraphStore) -> list[SourceHere]:
    """Read sources; ``in_all`` tells when there are other posts than before."""
    return list_detail_sources(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=64, show_spinner=False)
def _clusters(
    place: str, snapshot: str, key: str, in_all: int, _store: GraphStore
) -> list[ClusterHere]:
    """Read clusters; ``in_all`` tells when there are other accounts than before."""
    return list_detail_clusters(_store, key, snapshot)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.TIES)
def _ties(place: str, snapshot: str, key: str, in_all: int, _store: GraphStore) -> list[RestingTie]:
    """Read ties; ``in_all`` tells when there are other accounts than before."""
    return list_resting_ties(_store, key, limit=MOST_TIES)
