"""Whether a contact detail serves strangers: what points to it, and what a person decides."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import visible
from app.views.judging_form import ask_judgement, show_standing
from app.words import detail as said
from app.words.judging import OBEYED
from graph.judged import HUB
from graph.lookup.details import Detail
from graph.lookup.overview import Snapshot
from ingest.judgements import judgements


def show_hub(detail: Detail, latest: Snapshot | None) -> None:
    """Show what points to it, and ask what a person decides."""
    if latest is None:
        st.markdown(said.HUB_UNASKED)
        return
    if detail.hub_probability is None:
        st.markdown(said.HUB_NONE)
    else:
        st.markdown(f"**{said.HUB_SAID}: {words.share(detail.hub_probability)}**")
        for reason in detail.hub_reasons:
            st.text(visible(reason))
    st.caption(said.HUB_MEANING)
    st.subheader(said.JUDGEMENT, anchor=False)
    ask_judgement(
        HUB, {f"{words.kind(detail.kind)} {detail.value}": [detail.key]},
        what=said.JUDGE_WHAT, meaning=f"{said.JUDGE_MEANS} {OBEYED}", place=f"detail {detail.key}",
    )  # fmt: skip
    standing = judgements(session.opened().workspace, HUB).get((detail.key,))
    show_standing([standing] if standing else [], lambda key: key)
