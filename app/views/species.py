"""Species: taxa, their names, and the lists of law that name them."""

from __future__ import annotations

import streamlit as st

from app import session
from app.views.parts import ask_part
from app.views.species_lists import show_lists
from app.views.species_taxon import show_taxon
from app.words import species as words

PARTS = {words.TAXON: show_taxon, words.LISTS: show_lists}


def main() -> None:
    """Show the page."""
    session.store()
    st.title(words.TITLE, anchor=False)
    st.caption(words.NO_OFFENCE)
    part = ask_part(words.PART, PARTS, "species")
    with session.errors_said(part):
        PARTS[part]()


main()
