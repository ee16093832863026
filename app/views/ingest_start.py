"""The button that takes files in, and why it cannot be pressed yet."""

from __future__ import annotations

import streamlit as st

from app import jobs, session
from app.taking.asking import Terms, Told, take_in_job
from app.taking.waiting import Waiting
from app.views.said import say_error
from app.words import ingest as words
from graph.errors import SpoorError
from graph.workspace import Workspace

TROUBLE = "why nothing is taken in"


def ask_to_take_in(workspace: Workspace, chosen: list[tuple[Waiting, Told]], terms: Terms) -> None:
    """Offer to take in what was chosen.

    A callback would be given what held when the page was last drawn, not what was chosen since.
    """
    why_not = None
    if session.named() is None:
        why_not = words.SAY_WHO
    elif not chosen:
        why_not = words.NONE_CHOSEN
    elif jobs.running(workspace) is not None:
        why_not = words.WAIT
    asked = st.button(
        words.take_in(len(chosen)), key="take in", type="primary", disabled=why_not is not None
    )
    if asked:
        _begin(workspace, chosen, terms)
        st.rerun()
    if why_not:
        st.text(why_not)
    trouble = st.session_state.pop(TROUBLE, None)
    if trouble:
        say_error(trouble)


def _begin(workspace: Workspace, chosen: list[tuple[Waiting, Told]], terms: Terms) -> None:
    """Begin."""
    who = session.named()
    if who is None:
        return
    try:
        take_in_job(workspace, chosen, terms, who)
    except SpoorError as error:
        st.session_state[TROUBLE] = str(error)
