"""The console: any question that only reads, its answer, and a way to keep it."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from app import session
from app.views.query_asking import answer_to
from app.views.query_keeping import PLACE, ask_to_keep
from app.views.query_result import show_answer
from app.views.writing import tell_what_was_written
from app.words import queries as words
from graph.console import MOST_ROWS, MOST_SECONDS, ROWS, SECONDS, Question

CYPHER, PARAMETERS, MOST, TIME = "cypher", "parameters", "most", "seconds"
ASKED = "asked in the console"


def show_console() -> None:
    """Ask for a question, and show the answer to the one that was run."""
    tell_what_was_written(PLACE)
    question = _ask_question()
    asked: Question | None = st.session_state.get(ASKED)
    if asked is not None:
        with session.errors_said("answer"):
            show_answer(answer_to(asked), place=asked.text)
    if question is not None and question.text.strip():
        ask_to_keep(question)


def _ask_question() -> Question | None:
    """Ask for a question; None where its parameters cannot be read."""
    with st.form("question"):
        text = st.text_area(
            words.CYPHER, key=CYPHER, bind="query-params", height=170, placeholder=words.EXAMPLE
        )
        given, rows, seconds = st.columns((2.4, 1, 1), vertical_alignment="bottom")
        written = given.text_input(
            words.PARAMETERS, key=PARAMETERS, bind="query-params", placeholder="{}",
            help=words.PARAMETERS_HELP,
        )  # fmt: skip
        most = rows.number_input(
            words.ROWS, min_value=1, max_value=MOST_ROWS, value=ROWS, key=MOST,
            bind="query-params",
        )  # fmt: skip
        time = seconds.number_input(
            words.SECONDS, min_value=1, max_value=int(MOST_SECONDS), value=int(SECONDS), key=TIME,
            bind="query-params", help=words.SECONDS_HELP,
        )  # fmt: skip
        with st.container(horizontal=True):
            run = st.form_submit_button(words.RUN, type="primary", key="run question")
            explain = st.form_submit_button(words.EXPLAIN, key="explain question")
    parameters = read_parameters(written)
    if parameters is None:
        st.session_state.pop(ASKED, None)
        st.error(words.NOT_JSON)
        return None
    question = Question(text, parameters, int(most), float(time))
    if run or explain:
        wanted = f"EXPLAIN {text}" if explain else text
        st.session_state[ASKED] = Question(wanted, parameters, int(most), float(time))
        st.session_state["answer_page"] = 1
    return question


def read_parameters(written: str) -> dict[str, Any] | None:
    """Read parameters as they were typed; None where they are no JSON object."""
    if not written.strip():
        return {}
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
