"""Queries: the catalogue with forms, a console that can only read, and what is kept of it."""

from __future__ import annotations

import streamlit as st

from app import session
from app.views.parts import ask_part
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
    part = ask_part(words.PART, PARTS, PART)
    st.caption(words.ABOUT[part])
    with session.errors_said(part):
        PARTS[part]()


main()
