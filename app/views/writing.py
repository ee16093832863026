"""Writing something down from a page: under the one writer's lock, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app import session
from app.literal import visible
from app.words.notes import NOT_DONE
from graph.errors import SpoorError
from graph.workspace import Workspace


def write_down(place: str, write: Callable[[Workspace, str], str]) -> None:
    """Write something down, and keep what came of it to be told once.

    Parameters
    ----------
    place : str
        Where on the page it is told.
    write : callable
        Given the workspace, whose writer lock is held, and who writes; gives what is said when it
        is done, as plain text.
    """
    who = session.named()
    if who is None:
        return
    try:
        workspace = session.opened().workspace
        with workspace.writer(wait=False):
            st.session_state[_told(place)] = True, write(workspace, who)
    except SpoorError as error:
        st.session_state[_told(place)] = False, str(error)


def tell_what_was_written(place: str) -> None:
    """Say once what came of what was just written down."""
    is_done, said = st.session_state.pop(_told(place), (None, ""))
    if is_done is None:
        return
    if not is_done:
        st.error(NOT_DONE)
    with st.container(border=True):
        st.text(visible(said))


def _told(place: str) -> str:
    """Name what is kept to be told."""
    return f"written {place}"
