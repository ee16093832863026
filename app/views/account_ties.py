"""Why an account is tied to others."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal
from app.views.account_links import link_account
from app.views.paging import ask_page
from app.views.tie_reasons import show_reasons
from app.words import account_page as said
from graph.lookup.accounts import Profile, list_ties
from graph.lookup.names import group_names
from graph.store import GraphStore

PER_PAGE = 10


def show_ties(store: GraphStore, profile: Profile) -> None:
    """Show the ties of an account, the strongest first, some at a time."""
    in_all = profile.ties_in_all
    if not in_all:
        st.markdown(said.NO_TIES)
        return
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="ties_page")
    ties = list_ties(store, profile.key, skip=skip, limit=PER_PAGE)
    shared = {reason.shared for tie in ties for reason in tie.evidence if reason.shared}
    groups = group_names(store, sorted(shared))
    with place:
        st.caption(said.ties(words.showing(skip + 1, skip + len(ties), in_all, "ties")))
        for tie in ties:
            with st.container(border=True, gap="xsmall", key=f"tie {tie.account_key}"):
                with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                    link_account(tie.account_key, tie.name, tie.handle)
                    st.caption(literal(tie.account_key))
                show_reasons(tie, groups, place=f"list {tie.account_key}")
