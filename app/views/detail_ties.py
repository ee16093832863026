"""The ties that rest on a contact detail, and how many bits it gives to each."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.account_links import link_account
from app.views.detail_reading import MOST_TIES, read_ties
from app.views.paging import ask_page
from app.words import detail as said
from graph.lookup.details import Detail
from graph.lookup.details_where import MOST_PUBLISHERS, RestingTie
from graph.lookup.overview import Snapshot

PER_PAGE = 20


def show_ties(detail: Detail, latest: Snapshot | None) -> None:
    """Show the ties that the detail gives a reason for, some at a time."""
    if latest is None:
        st.markdown(said.NOT_DETECTED)
        return
    ties = read_ties(detail, latest.id)
    if not ties:
        st.markdown(said.NO_TIES)
        return
    place, skip = ask_page(len(ties), per_page=PER_PAGE, key="rests_page")
    part = ties[skip : skip + PER_PAGE]
    with place:
        shown = words.showing(skip + 1, skip + len(part), len(ties), "ties")
        most = said.MOST_TIES if len(ties) == MOST_TIES else ""
        st.caption(f"{shown} {said.TIES_OF}{most} {words.BITS}")
        if detail.accounts > MOST_PUBLISHERS:
            st.caption(said.NOT_ALL_TIES)
        for tie in part:
            _show(tie)


def _show(tie: RestingTie) -> None:
    """Show one tie."""
    reason = tie.reason
    with st.container(border=True, gap="xsmall", key=f"tie {tie.account_a} {tie.account_b}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            link_account(tie.account_a, tie.name_a, tie.handle_a)
            st.text("–")
            link_account(tie.account_b, tie.name_b, tie.handle_b)
            st.caption(literal(f"{tie.account_a} – {tie.account_b}", most=120))
        bits = reason.bits if reason.counted else None
        st.text(said.weight(bits, tie.bits, tie.probability))
        st.text(visible(reason.sentence))
