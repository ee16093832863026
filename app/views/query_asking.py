"""Asking for the pages: once for the same question, and only of a graph without our own side."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from app import session
from app.words import queries as words
from graph.console import Answer, Question, ask
from graph.server.connection import Connection

KEPT_SECONDS = 60


def answer_to(question: Question) -> Answer:
    """Ask; the same question within a minute is not asked again.

    Raises
    ------
    SpoorError
        If it is refused, stopped, or the graph may show our own side.
    """
    latest = session.latest()
    place = f"{session.cache_key()} {latest.id if latest else ''}"
    found = _ask(
        place, question.text, json.dumps(dict(question.parameters), sort_keys=True),
        question.rows, question.seconds, question.times, session.opened().connection,
    )  # fmt: skip
    session.opened()
    return found


@st.cache_data(ttl=KEPT_SECONDS, max_entries=16, show_spinner=words.ASKING)
def _ask(
    place: str,
    text: str,
    parameters: str,
    rows: int,
    seconds: float,
    times: frozenset[str],
    _connection: Connection,
) -> Answer:
    """Ask; ``place`` keeps apart what comes from different graphs."""
    said: dict[str, Any] = json.loads(parameters)
    return ask(_connection, Question(text, said, rows, seconds, times))
