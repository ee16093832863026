"""Queries: the catalogue with forms, a console that can only read, and what is kept of it."""

from __future__ import annotations

import streamlit as st

from app import session
from app.views.query_catalogue import show_catalogue
from app.views.query_console import show_console
from app.views.query_saved import show_saved
from app.words import queries as words

PART = "queries"
PARTS = {
    words.CATALOGUE: show_catalogue,
    words.CONSOLE: show_console,
    words.SAVED: show_saved,
}


def main() -> None:
    """Show the page."""
    session.store()
    st.title(words.TITLE, anchor=False)
    part = st.segmented_control(
        words.PART, list(PARTS), default=words.CATALOGUE, key=PART, bind="query-params",
        required=True, label_visibility="collapsed",
    )  # fmt: skip
    chosen = part or words.CATALOGUE
    st.caption(words.ABOUT[chosen])
    with session.errors_said(chosen):
        PARTS[chosen]()


main()
