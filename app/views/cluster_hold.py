"""What holds a cluster together: which evidence the picture of it depends on."""

from __future__ import annotations

import streamlit as st

from app import elements, words
from app.literal import visible
from app.views.account_links import link_account
from app.views.cluster_why import show_tie
from app.views.links import link_detail, link_group
from app.views.reading import Shown
from app.words import cluster as said
from graph.keys import is_detail
from graph.lookup.dossier import Hold

MOST_NAMED = 5
MOST_OPENED = 12
GROUP = ":group:"


def show_hold(shown: Shown) -> None:
    """Show how sensitive the picture is to what it was made of."""
    st.header(said.HOLD, anchor=False)
    st.caption(words.SENSITIVITY)
    dossier = shown.cluster.dossier
    if not dossier.holds:
        st.markdown(said.NOT_LOOKED)
        return
    if not dossier.held("evidence") and not dossier.held("tie"):
        st.markdown(said.NO_WEAK_TIE)
    for kind, heading in said.HOLD_HEADINGS.items():
        holds = dossier.held(kind)
        if not holds:
            continue
        with st.container(gap="xsmall", key=f"hold {kind}"):
            st.markdown(f"**{heading}**")
            for nth, hold in enumerate(holds[:MOST_OPENED]):
                st.text(visible(f"• {sentence(shown, hold)}"))
                _show_ways(shown, hold, place=f"{kind} {nth}")
            rest = [f"• {sentence(shown, hold)}" for hold in holds[MOST_OPENED:]]
            if rest:
                st.text(visible("\n".join(rest)))


def sentence(shown: Shown, hold: Hold) -> str:
    """Write a weak place with the names of its accounts in place of their keys."""
    told = hold.sentence
    for key in sorted(hold.accounts, key=len, reverse=True):
        told = told.replace(key, f"“{shown.account(key)}”", 1)
    name = shown.groups.get(hold.shared or "")
    if name and hold.shared:
        told = told.replace(hold.shared, f"“{name}”", 1)
    if hold.kind == "cut" and hold.side:
        some = [f"“{shown.account(key)}”" for key in hold.side[:MOST_NAMED]]
        told += said.smaller_part(some, len(hold.side) - MOST_NAMED)
    return told


def _show_ways(shown: Shown, hold: Hold, *, place: str) -> None:
    """Lead to what a weak place is made of: the tie's reasons, the account, the shared value."""
    if hold.kind == "tie" and len(hold.accounts) == 2:
        _show_tie(shown, hold.accounts[0], hold.accounts[1], place)
    elif hold.kind == "account" and hold.accounts:
        member = shown.member(hold.accounts[0])
        if member is not None:
            link_account(member.account_key, member.name, member.handle)
    elif hold.shared and is_detail(hold.shared):
        link_detail(hold.shared, hold.shared.partition(":")[2])
    elif hold.shared and GROUP in hold.shared:
        link_group(hold.shared, shown.groups.get(hold.shared))


def _show_tie(shown: Shown, first: str, second: str, place: str) -> None:
    """Show why a tie is there, read only when it is asked for."""
    with st.expander(said.WHY_THIS_TIE, key=f"hold tie {place}", on_change="rerun") as opened:
        if not opened.open:
            return
        tie = elements.find_tie(shown.cluster.ties, first, second)
        if tie is None:
            st.markdown(said.TIE_GONE)
        else:
            show_tie(shown, tie, where=f"hold {place}")
