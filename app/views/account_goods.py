"""What goods an account's posts name, as the lists in use know them, and where they say it is."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.account_parts import DATES
from graph.lookup.accounts import Profile
from graph.lookup.places import list_places
from graph.lookup.taxa import list_taxa
from graph.store import GraphStore

MOST_SHOWN = 500
MOST_PLACES = 12
COLUMNS = {
    **DATES,
    "Listed": st.column_config.TextColumn(help="How the lists in use protect it, at large."),
    "Offered or sought in": st.column_config.NumberColumn(
        help="Posts that name it and state a price or use a word of sale."
    ),
    "Named in": st.column_config.NumberColumn(help="All posts that name it."),
}


def show_goods(store: GraphStore, profile: Profile) -> None:
    """Say where the account's posts say it is, and list the taxa that they name."""
    _show_places(store, profile)
    _show_taxa(store, profile)


def _show_places(store: GraphStore, profile: Profile) -> None:
    """Say which places the posts name, in their own words."""
    found = list_places(store, profile.key, limit=MOST_PLACES + 1)
    if not found:
        return
    said = "; ".join(
        f"{literal(each.place)}, in {each.posts:,} of {words.count(profile.posts_in_all, 'post')}"
        for each in found[:MOST_PLACES]
    )
    more = "; and more" if len(found) > MOST_PLACES else ""
    st.markdown(f"Says it is in {said}{more}.")
    st.caption("In the words of the posts; no place was looked up.")


def _show_taxa(store: GraphStore, profile: Profile) -> None:
    """List the taxa that the account's posts name, the most offered first."""
    found = list_taxa(store, profile.key, limit=MOST_SHOWN)
    if not found:
        st.markdown("No post of this account names a taxon that the lists in use hold.")
        return
    st.caption(
        "Names found in the texts, the most offered first. Naming a species is no offence; whether "
        "a trade is lawful is for a person to decide."
    )
    rows = [
        {
            "Taxon": visible(taxon.scientific_name),
            "Listed": visible(taxon.listed or ""),
            "Products": visible(", ".join(taxon.products)),
            "Offered or sought in": taxon.offered,
            "Named in": taxon.named,
            "First seen": taxon.first_seen.date() if taxon.first_seen else None,
            "Last seen": taxon.last_seen.date() if taxon.last_seen else None,
        }
        for taxon in found
    ]
    st.dataframe(
        rows,
        hide_index=True,
        height="content",
        alt=f"Taxa named by {words.account(profile.name, profile.handle, profile.key)}",
        column_config=COLUMNS,
    )
