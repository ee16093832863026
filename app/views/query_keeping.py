"""Keeping a question for all who work with the workspace, and withdrawing it."""

from __future__ import annotations

import streamlit as st

from app import session
from app.saved_queries import shown_queries
from app.views.writing import write_down
from app.words import queries as words
from graph.console import Question
from graph.workspace import Workspace
from ingest.saved_queries import SavedQuery, save, withdraw

PLACE = "queries"
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
                words.SAVE,
                disabled=who is None,
                key="keep new",
                on_click=_keep,
                args=(question, None),
            )
            if opened is not None:
                st.form_submit_button(
                    words.SAVE_VERSION, disabled=who is None, key="keep version",
                    on_click=_keep, args=(question, opened.id),
                )  # fmt: skip
        if who is None:
            st.text(words.SAY_WHO)


def ask_to_withdraw(query: SavedQuery) -> None:
    """Offer to withdraw a saved question."""
    st.button(
        words.WITHDRAW, key=f"withdraw {query.id}", on_click=_withdraw, args=(query.id,),
        disabled=session.named() is None, type="tertiary",
    )  # fmt: skip


def _keep(question: Question, query: str | None) -> None:
    """Keep a question under the name that was typed."""

    def write(workspace: Workspace, who: str) -> str:
        name = st.session_state.get(NAME) or ""
        kept = save(workspace, name, question.text, question.parameters, who=who, query=query)
        st.session_state["version of"] = kept.id
        return words.saved_as(kept.id, kept.version)

    write_down(PLACE, write)


def _withdraw(query: str) -> None:
    """Withdraw a saved question."""
    write_down(
        PLACE, lambda workspace, who: words.withdrawn(withdraw(workspace, query, who=who).id)
    )
