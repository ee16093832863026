"""Files that are given: dropped, chosen, or named by their path."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import session
from app.taking.waiting import keep_upload, name_path
from app.views.said import say_error
from app.words import ingest as words
from graph.errors import SpoorError
from graph.workspace import Workspace

NTH = "uploads given"
TYPED = "path typed"
TROUBLE = "trouble with what was given"


def ask_for_files(workspace: Workspace) -> None:
    """Ask for files; what is dropped goes to the workspace at once, and leaves the memory."""
    key = f"dropped {st.session_state.get(NTH, 0)}"
    st.file_uploader(
        words.DROP,
        accept_multiple_files=True,
        key=key,
        max_upload_size=words.LARGEST_MB,
        on_change=_keep,
        args=(workspace, key),
    )
    st.caption(words.LIMIT)
    with st.form("a path", border=False):
        typed, add = st.columns((6, 1), vertical_alignment="bottom")
        typed.text_input(words.PATH, key=TYPED, placeholder=words.PATH_SUCH_AS)
        add.form_submit_button(words.ADD, on_click=_name, args=(workspace,), width="stretch")
    for sentence in st.session_state.pop(TROUBLE, ()):
        say_error(sentence)


def _keep(workspace: Workspace, key: str) -> None:
    """Keep what was dropped, and begin with an empty box again."""
    given: list[Any] = st.session_state.get(key) or []
    trouble = []
    for each in given:
        try:
            keep_upload(workspace, each.name, each.getbuffer(), session.who())
        except SpoorError as error:
            trouble.append(str(error))
    st.session_state[TROUBLE] = trouble
    st.session_state[NTH] = st.session_state.get(NTH, 0) + 1


def _name(workspace: Workspace) -> None:
    """Keep in mind a path that was typed."""
    typed = st.session_state.get(TYPED) or ""
    if not typed.strip():
        return
    try:
        name_path(workspace, typed, session.who())
        st.session_state[TYPED] = ""
    except SpoorError as error:
        st.session_state[TROUBLE] = [str(error)]
