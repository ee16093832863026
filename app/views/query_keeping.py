"""Keeping a question for all who work with the workspace, and withdrawing it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app import session
from app.literal import visible
from app.saved_queries import shown_queries
from app.words import queries as words
from graph.console import Question
from graph.errors import SpoorError
from ingest.saved_queries import SavedQuery, save, withdraw

TOLD = "what became of a query"
NAME = "name of the query"
FROM = "saved"


def ask_to_keep(question: Question) -> None:
    """Ask under which name to keep a question, as a new one or a new version."""
    standing = {each.id: each for each in shown_queries(session.opened().workspace)}
    opened = standing.get(st.session_state.get("version of", ""))
    who = session.named()
    with st.form("keep"):
        st.markdown(f"**{words.SAVE_THIS}**")
        st.caption(words.SAVED_ALIKE)
        st.text_input(words.NAME, value=opened.name if opened else "", key=NAME, max_chars=80)
        with st.container(horizontal=True):
            st.form_submit_button(
                words.SAVE, disabled=who is None, key="keep new", on_click=_keep(question, None)
            )
            if opened is not None:
                st.form_submit_button(
                    words.SAVE_VERSION, disabled=who is None, key="keep version",
                    on_click=_keep(question, opened.id),
                )  # fmt: skip
        if who is None:
            st.text(words.SAY_WHO)


def ask_to_withdraw(query: SavedQuery) -> None:
    """Offer to withdraw a saved question."""
    st.button(
        words.WITHDRAW, key=f"withdraw {query.id}", on_click=_withdraw(query.id),
        disabled=session.named() is None, type="tertiary",
    )  # fmt: skip


def tell_what_was_kept() -> None:
    """Say once what came of the last wish."""
    told = st.session_state.pop(TOLD, None)
    if told:
        done, sentence = told
        if not done:
            st.error(words.NOTHING_KEPT)
        with st.container(border=True):
            st.text(visible(sentence))


def _keep(question: Question, query: str | None) -> Callable[[], None]:
    """Give what a button does."""

    def keep() -> None:
        def note() -> str:
            kept = save(
                session.opened().workspace,
                st.session_state.get(NAME) or "",
                question.text,
                question.parameters,
                who=session.who(),
                query=query,
            )
            st.session_state["version of"] = kept.id
            return words.saved_as(kept.id, kept.version)

        _do(note)

    return keep


def _withdraw(query: str) -> Callable[[], None]:
    """Give what a button does."""

    def take_away() -> None:
        def note() -> str:
            return words.withdrawn(
                withdraw(session.opened().workspace, query, who=session.who()).id
            )

        _do(note)

    return take_away


def _do(note: Callable[[], str]) -> None:
    """Note something, and what is to be said of it."""
    try:
        with session.opened().workspace.writer(wait=False):
            st.session_state[TOLD] = True, note()
    except SpoorError as error:
        st.session_state[TOLD] = False, str(error)
