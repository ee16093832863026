"""The part of an account's page with what others recorded of it: calls, transfers, registers."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import visible
from app.words import account_page as said
from app.words import headings
from graph.lookup.accounts import Profile
from graph.lookup.links import Link, list_links
from graph.store import GraphStore

MOST = 500


def show_recorded(store: GraphStore, profile: Profile) -> None:
    """List the relations of the account and of the contact details it publishes."""
    links = list_links(store, profile.key, limit=MOST)
    if not links:
        st.markdown(said.NOT_RECORDED)
        return
    st.caption(said.recorded(MOST if len(links) == MOST else None))
    st.dataframe([_row(link) for link in links], hide_index=True, width="stretch")


def _row(link: Link) -> dict[str, str]:
    """Lay out one relation."""
    when = words.day(link.occurred_at) if link.occurred_at else link.occurred_at_raw
    return {
        headings.WHAT: visible(link.kind),
        headings.WHEN: visible(when or ""),
        headings.FROM: visible(link.from_name or link.from_key),
        headings.TO: visible(link.to_name or link.to_key),
        headings.AMOUNT: visible(" ".join(filter(None, (link.amount, link.currency)))),
        headings.THROUGH: visible(link.through or said.THROUGH_ITSELF),
        headings.SAYS: visible(link.origin or ""),
        headings.GRADE: visible(link.grade or ""),
        headings.HANDLING: visible(link.handling or ""),
        headings.KEYS: visible(f"{link.from_key} → {link.to_key}"),
    }
