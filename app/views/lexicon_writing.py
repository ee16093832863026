"""Noting a change of the lexicon, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app import session
from app.lexicon_editing import as_shipped, keep, own_words, without_entry
from app.views.writing import write_down
from app.words import lexicon as words
from graph.workspace import Workspace
from ingest.extract.lexicon.overlay import LexiconFile

PLACE = "lexicon"
Change = Callable[[Workspace], LexiconFile]


def note(name: str, change: Change) -> None:
    """Change one entry; `app.views.writing` tells what comes of it."""

    def write(workspace: Workspace, who: str) -> str:
        differs = keep(workspace, change(workspace), name, who=who)
        return words.kept(name, differs=differs)

    write_down(PLACE, write)


def ask_to_withdraw(entry: dict[str, Any]) -> None:
    """Offer to withdraw an entry, or to take back what was changed of a shipped one."""
    name = entry["id"]
    nobody = session.named() is None

    def withdraw() -> None:
        note(name, lambda workspace: without_entry(own_words(workspace), name))

    def take_back() -> None:
        note(name, lambda workspace: as_shipped(own_words(workspace), name))

    with st.container(horizontal=True):
        if entry["status"] != words.LEFT_OUT:
            st.button(words.EDIT, on_click=_edit, args=(name,), key="edit entry")
            st.button(words.WITHDRAW, on_click=withdraw, disabled=nobody, key="withdraw entry")
        if entry["status"] != words.SHIPPED:
            st.button(words.AS_SHIPPED, on_click=take_back, disabled=nobody, key="entry as shipped")
    if nobody:
        st.caption(words.SAY_WHO)


def _edit(name: str) -> None:
    """Go to the form with an entry."""
    st.session_state["lexicon"] = words.CHANGE
    st.session_state["changed"] = name
