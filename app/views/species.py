"""Species: taxa, their names, and the lists of law that name them."""

from __future__ import annotations

import streamlit as st

from app import session
from app.views.species_lists import show_lists
from app.views.species_taxon import show_taxon
from app.words import species as words

PARTS = {words.TAXON: show_taxon, words.LISTS: show_lists}


def main() -> None:
    """Show the page."""
    session.store()
    st.title(words.TITLE, anchor=False)
    st.caption(words.NO_OFFENCE)
    part = st.segmented_control(
        words.PART, list(PARTS), default=words.TAXON, key="species", bind="query-params",
        required=True, label_visibility="collapsed",
    )  # fmt: skip
    chosen = part or words.TAXON
    with session.errors_said(chosen):
        PARTS[chosen]()


main()
