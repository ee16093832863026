"""Take in: files dragged in, looked into, taken in in the background; and withdrawn."""

from __future__ import annotations

import streamlit as st

from app import session
from app.taking.waiting import list_waiting
from app.views.ingest_give import ask_for_files
from app.views.ingest_outcome import show_work_done
from app.views.ingest_start import ask_to_take_in
from app.views.ingest_terms import ask_terms
from app.views.parts import ask_part
from app.words import ingest as words
from graph.workspace import Workspace, open_workspace, workspace_path


def main() -> None:
    """Show the page; it needs the archive, not the graph."""
    st.title(words.TITLE, anchor=False)
    workspace = open_workspace(workspace_path(), create=False)
    part = ask_part(words.TITLE, words.PARTS, "part")
    if part == words.PARTS[1]:
        from app.views.ingest_sources import show_sources

        with session.errors_said("sources"):
            show_sources(workspace)
        return
    st.markdown(words.INTRODUCTION)
    show_work_done(workspace)
    _show_files(workspace)


def _show_files(workspace: Workspace) -> None:
    """Ask for files, show what would be read, and begin."""
    st.header(words.GIVE, anchor=False)
    ask_for_files(workspace)
    waiting = list_waiting(workspace)
    if not waiting:
        st.caption(words.NOTHING_WAITS)
        return
    from app.views.ingest_look import show_waiting

    place = st.container()
    st.header(words.TERMS, anchor=False)
    terms = ask_terms()
    with place:
        st.header(words.LOOK, anchor=False)
        chosen = show_waiting(workspace, waiting, terms)
    ask_to_take_in(workspace, chosen, terms)


main()
