"""Saved questions: run as they stand, opened in the console, withdrawn; with their versions."""

from __future__ import annotations

import json
from collections.abc import Mapping

import streamlit as st

from app import session
from app.literal import visible
from app.saved_queries import shown_queries, shown_versions
from app.views.query_asking import answer_to
from app.views.query_form import RAN
from app.views.query_keeping import FROM, PLACE, ask_to_withdraw
from app.views.query_result import show_answer
from app.views.writing import tell_what_was_written
from app.words import queries as words
from graph.console import Question
from ingest.saved_queries import SavedQuery


def show_saved() -> None:
    """Choose a saved question; the address keeps which, and whether it was run."""
    tell_what_was_written(PLACE)
    known = {each.id: each for each in shown_queries(session.opened().workspace)}
    if not known:
        st.markdown(words.NONE_SAVED)
        return
    chosen = known[_choose(known)]
    st.text(visible(words.version_of(chosen.version, chosen.by, chosen.at)))
    st.code(visible(chosen.text), language="cypher", wrap_lines=True)
    if chosen.parameters:
        st.caption(words.PARAMETERS)
        st.code(visible(json.dumps(dict(chosen.parameters), ensure_ascii=False)), language="json")
    with st.container(horizontal=True):
        if st.button(words.RUN, type="primary", key=f"run {chosen.id}"):
            st.query_params[RAN] = chosen.id
        st.button(words.OPEN, on_click=_open, args=(chosen,), key=f"open {chosen.id}")
        ask_to_withdraw(chosen)
    if session.named() is None:
        st.caption(words.SAY_WHO)
    if st.query_params.get(RAN) == chosen.id:
        with session.errors_said("answer"):
            show_answer(answer_to(Question(chosen.text, chosen.parameters)), place=chosen.id)
    _show_versions(chosen)


def _choose(known: Mapping[str, SavedQuery]) -> str:
    """Choose one; the address names it by its id."""
    ids = list(known)
    asked = st.query_params.get(FROM, "")
    found = st.selectbox(
        words.QUERY, ids, index=ids.index(asked) if asked in known else 0, key="saved query",
        format_func=lambda each: visible(f"{each}: {known[each].name}"),
    )  # fmt: skip
    chosen = str(found)
    st.query_params[FROM] = chosen
    return chosen


def _open(chosen: SavedQuery) -> None:
    """Take a saved question to the console."""
    st.session_state["queries"] = words.CONSOLE
    st.session_state["cypher"] = chosen.text
    parameters = json.dumps(dict(chosen.parameters), ensure_ascii=False)
    st.session_state["parameters"] = parameters if chosen.parameters else ""
    st.session_state["version of"] = chosen.id


def _show_versions(chosen: SavedQuery) -> None:
    """List what was kept under the same id before."""
    earlier = shown_versions(session.opened().workspace, chosen.id)[1:]
    if not earlier:
        return
    rows = [
        {
            words.VERSION: each.version,
            words.NAME: visible(each.name),
            words.CYPHER: visible(each.text),
            words.BY: visible(each.by),
            words.WHEN: each.at[:16].replace("T", " "),
        }
        for each in earlier
    ]
    with st.expander(words.EARLIER):
        st.dataframe(rows, hide_index=True, alt=words.EARLIER)
