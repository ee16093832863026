"""Lexicon: words of the trade, edited and tried on text."""

from __future__ import annotations

import streamlit as st

from app import session
from app.views.lexicon_candidates import show_candidates
from app.views.lexicon_change import show_change
from app.views.lexicon_try import show_try
from app.views.lexicon_words import show_words
from app.views.parts import ask_part
from app.words import lexicon as words

PART = "lexicon"
PARTS = {
    words.WORDS: show_words,
    words.TRY: show_try,
    words.CHANGE: show_change,
    words.CANDIDATES: show_candidates,
}


def main() -> None:
    """Show the page."""
    session.store()
    st.title(words.TITLE, anchor=False)
    st.caption(words.ABOUT)
    part = ask_part(words.PART, PARTS, PART)
    with session.errors_said(part):
        PARTS[part]()


main()
