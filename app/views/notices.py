"""States that are not the usual one: nothing yet, being written, cut off, out of date."""

from __future__ import annotations

import streamlit as st

from app import session
from app.older import Since, since_detection
from app.views.working import ask_to_detect
from app.words import work as words
from graph.lookup.overview import Counts, Snapshot


def say_nothing_yet() -> None:
    """Tell how to begin where the workspace is empty."""
    with st.container(border=True):
        st.subheader(words.NOTHING_YET, anchor=False)
        st.markdown(words.NOTHING_YET_MEANS)
        st.code(words.BEGIN_IN_TERMINAL, language=None)
        st.page_link("views/ingest.py", label=words.TAKE_IN)


def say_no_snapshot() -> None:
    """Tell how to come to clusters where nothing was detected yet."""
    with st.container(border=True):
        st.subheader(words.NO_DETECTION, anchor=False)
        st.markdown(words.NO_DETECTION_MEANS)
        ask_to_detect("first")
        st.caption(words.NO_DETECTION_TERMINAL)
        st.code(words.DETECT_IN_TERMINAL, language=None)


def say_what_is_unfinished(counts: Counts, snapshots: list[Snapshot]) -> None:
    """Warn when what is shown is not whole, or older than it should be."""
    if counts.incomplete_sources:
        st.warning(words.being_loaded(counts.incomplete_sources, counts.sources))
    if any(not each.complete for each in snapshots):
        st.warning(words.BEING_WRITTEN)
    if snapshots:
        say_what_is_older()


def say_what_is_older() -> None:
    """Say what has changed since the latest detection, and offer to detect."""
    workspace = session.opened().workspace
    journal = workspace.journal / "journal.jsonl"
    size = journal.stat().st_size if journal.exists() else 0
    since = _since(session.cache_key(), size)
    if since:
        with st.container(border=True, key="older"):
            st.markdown(words.older(since.sources, since.withdrawn, since.judged, since.own))
            ask_to_detect("older")


@st.cache_data(show_spinner=False, max_entries=8)
def _since(key: str, size: int) -> Since:
    """Count what changed, once for each length of the journal."""
    return since_detection(session.opened().workspace)
