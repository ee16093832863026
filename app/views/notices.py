"""States that are not the usual one: nothing yet, being written, cut off."""

from __future__ import annotations

import streamlit as st

from graph.lookup.overview import Counts, Snapshot


def say_nothing_yet() -> None:
    """Tell how to begin where the workspace is empty."""
    with st.container(border=True):
        st.subheader("Nothing has been taken in yet", anchor=False)
        st.markdown(
            "Give Spoor the files that were collected, then let it look for networks. In a "
            "terminal, type:"
        )
        st.code("spoor ingest FILE_OR_FOLDER\nspoor detect", language=None)


def say_no_snapshot() -> None:
    """Tell how to come to clusters where nothing was detected yet."""
    with st.container(border=True):
        st.subheader("No detection yet", anchor=False)
        st.markdown(
            "The material is here, but nobody has looked for networks in it. In a terminal, type:"
        )
        st.code("spoor detect", language=None)


def say_what_is_unfinished(counts: Counts, snapshots: list[Snapshot]) -> None:
    """Warn when what is shown is not whole."""
    if counts.incomplete_sources:
        st.warning(
            f"{counts.incomplete_sources:,} of {counts.sources:,} sources are being loaded, or "
            "their loading was cut off: numbers may still grow. `spoor ingest` with the same "
            "files goes on where it stopped."
        )
    if any(not each.complete for each in snapshots):
        st.warning(
            "A detection is being written, or its writing was cut off: ties may be missing. "
            "`spoor detect` completes it."
        )
