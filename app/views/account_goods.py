"""What goods an account's posts name, as the lists in use know them, and where they say it is."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import visible
from app.views.account_parts import DATES
from app.views.account_places import show_places
from app.words import account_page as said
from app.words import headings
from graph.lookup.accounts import Profile
from graph.lookup.taxa import list_taxa
from graph.store import GraphStore

MOST_SHOWN = 500
COLUMNS = {
    **DATES,
    headings.LISTED: st.column_config.TextColumn(help=said.LISTED_HELP),
    headings.OFFERED: st.column_config.NumberColumn(help=said.OFFERED_HELP),
    headings.NAMED: st.column_config.NumberColumn(help=said.NAMED_HELP),
}


def show_goods(store: GraphStore, profile: Profile) -> None:
    """Say where the account's posts say it is, and list the taxa that they name."""
    show_places(store, profile)
    _show_taxa(store, profile)


def _show_taxa(store: GraphStore, profile: Profile) -> None:
    """List the taxa that the account's posts name, the most offered first."""
    found = list_taxa(store, profile.key, limit=MOST_SHOWN)
    if not found:
        st.markdown(said.NO_TAXA)
        return
    st.caption(said.TAXA_NOTE)
    rows = [
        {
            headings.TAXON: visible(taxon.scientific_name),
            headings.LISTED: visible(taxon.listed or ""),
            headings.PRODUCTS: visible(", ".join(taxon.products)),
            headings.OFFERED: taxon.offered,
            headings.NAMED: taxon.named,
            headings.FIRST_SEEN: taxon.first_seen.date() if taxon.first_seen else None,
            headings.LAST_SEEN: taxon.last_seen.date() if taxon.last_seen else None,
        }
        for taxon in found
    ]
    st.dataframe(
        rows,
        hide_index=True,
        height="content",
        alt=said.taxa_alt(words.account(profile.name, profile.handle, profile.key)),
        column_config=COLUMNS,
    )
