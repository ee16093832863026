"""The catalogue: every query that reads, with a form for what it needs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from app.views.query_asking import answer_to
from app.views.query_form import RAN, WITH, ask_parameters
from app.views.query_result import show_answer
from app.words import queries as words
from graph.console import Question, may_be_asked
from queries.catalogue import Query, catalogue

QUERY = "query"
PATIENT_SECONDS = 30.0


def show_catalogue() -> None:
    """Choose a query, give what it needs, and see the answer; the address keeps all of it."""
    known = {each.name: each for each in catalogue().values() if may_be_asked(each)}
    name = st.selectbox(
        words.QUERY, list(known), key=QUERY, bind="query-params", on_change=_begin_anew,
    )  # fmt: skip
    chosen = known[name]
    st.text(chosen.summary)
    parameters = ask_parameters(chosen)
    with st.expander(words.SHOW_CYPHER):
        st.code(chosen.text, language="cypher", wrap_lines=True)
        st.button(words.OPEN, on_click=_open, args=(chosen, parameters))
    if parameters is not None and st.query_params.get(RAN) == name:
        times = frozenset(each for each, kind in chosen.params.items() if kind == "DATETIME")
        question = Question(chosen.text, parameters, seconds=PATIENT_SECONDS, times=times)
        show_answer(answer_to(question), place=name)


def _begin_anew() -> None:
    """Forget what the query before needed."""
    for each in list(st.query_params):
        if each == RAN or each.startswith(WITH):
            del st.query_params[each]


def _open(chosen: Query, parameters: Mapping[str, Any] | None) -> None:
    """Take a query to the console."""
    st.session_state["queries"] = words.CONSOLE
    st.session_state["cypher"] = chosen.text
    st.session_state["parameters"] = json.dumps(dict(parameters or {}), ensure_ascii=False)
