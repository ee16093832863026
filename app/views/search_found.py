"""What a search finds, looked up once for the reruns of its page."""

from __future__ import annotations

import streamlit as st

from app import session
from app.searching.everything import Found, find_everything
from app.words import search as words
from graph.lookup.search_matches import Only
from graph.store import GraphStore
from graph.workspace import Workspace

KEPT_SECONDS = 60


def find(text: str, only: Only) -> Found:
    """Find what fits a text in the workspace that the pages show."""
    now = session.opened()
    latest = session.latest()
    place = f"{session.cache_key()} {latest.id if latest else ''}"
    return _find(place, text, only, now.workspace, now.store)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=64, show_spinner=words.SEARCHING)
def _find(place: str, text: str, only: Only, _workspace: Workspace, _store: GraphStore) -> Found:
    """Find what fits; ``place`` keeps apart what comes from different graphs."""
    return find_everything(_workspace, _store, text, only)
