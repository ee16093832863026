"""What holds a cluster together: which evidence the picture of it depends on."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import visible
from app.views.reading import Shown
from graph.lookup.dossier import Hold

MOST_NAMED = 5
HEADINGS = {
    "cut": "Where it is weakest",
    "evidence": "If one piece of evidence were wrong",
    "tie": "If one tie were wrong",
    "account": "If one account were in it by mistake",
}


def show_hold(shown: Shown) -> None:
    """Show how sensitive the picture is to what it was made of."""
    st.header("Sensitivity of this picture", anchor=False)
    st.caption(words.SENSITIVITY)
    dossier = shown.cluster.dossier
    if not dossier.holds:
        st.markdown("This detection did not look for what holds the cluster together.")
        return
    if not dossier.held("evidence") and not dossier.held("tie"):
        st.markdown("No single tie or shared value: it stays whole if any one of them is wrong.")
    for kind, heading in HEADINGS.items():
        holds = dossier.held(kind)
        if not holds:
            continue
        with st.container(gap="xsmall"):
            st.markdown(f"**{heading}**")
            st.text(visible("\n".join(f"• {said(shown, hold)}" for hold in holds)))


def said(shown: Shown, hold: Hold) -> str:
    """Write a weak place with the names of its accounts in place of their keys."""
    sentence = hold.sentence
    for key in sorted(hold.accounts, key=len, reverse=True):
        sentence = sentence.replace(key, f"“{shown.account(key)}”", 1)
    name = shown.groups.get(hold.shared or "")
    if name and hold.shared:
        sentence = sentence.replace(hold.shared, f"“{name}”", 1)
    if hold.kind == "cut" and hold.side:
        some = ", ".join(f"“{shown.account(key)}”" for key in hold.side[:MOST_NAMED])
        left = len(hold.side) - MOST_NAMED
        sentence += f" The smaller part: {some}{f' and {left:,} more' if left > 0 else ''}."
    return sentence
