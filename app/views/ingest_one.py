"""One file that waits: what it is taken for, what would be read of it, what would be refused."""

from __future__ import annotations

import streamlit as st

from app.literal import literal, visible
from app.taking.asking import Terms, Told
from app.taking.looking import NEEDS_MAPPING, NEW, Look
from app.taking.waiting import Waiting
from app.views.ingest_looked import Item
from app.views.ingest_mapping import ask_mapping
from app.views.ingest_rows import show_first
from app.views.said import say_error
from app.words import ingest as words
from graph.workspace import Workspace
from ingest.readers import FAMILIES, READERS
from ingest.readers.table import LOADERS


def said_of(waiting: Waiting) -> Told:
    """Give what a person has said of one file."""
    state = st.session_state
    return Told(
        format=state.get(f"format {waiting.id}"),
        encoding=(state.get(f"encoding {waiting.id}") or "").strip() or None,
        date_order=state.get(f"dates {waiting.id}"),
        chat=(state.get(f"chat {waiting.id}") or "").strip() or None,
    )


def show_one(workspace: Workspace, item: Item, terms: Terms) -> None:
    """Show what would be read of one file that waits."""
    waiting = item.waiting
    with st.container(border=True, key=f"looked {waiting.id}"):
        st.subheader(literal(waiting.name), anchor=False)
        for sentence in item.refused[:5]:
            st.text(visible(words.on_the_page(sentence)))
        if not item.looks:
            return
        nth = _ask_which(item)
        look = item.looks[nth]
        if look.standing != NEW:
            st.info(words.KNOWN[look.standing])
        _ask_reading(waiting, look)
        if look.problem and look.state != NEEDS_MAPPING:
            say_error(words.on_the_page(look.problem))
        if look.first is not None and look.first.problem is None:
            show_first(look.first)
        if look.state == NEEDS_MAPPING:
            ask_mapping(workspace, item, nth, terms, said_of(waiting))
        elif look.format in LOADERS:
            with st.expander(words.CHANGE_MAPPING):
                ask_mapping(workspace, item, nth, terms, said_of(waiting))


def _ask_which(item: Item) -> int:
    """Ask which of several files is shown."""
    if len(item.looks) == 1:
        return 0
    return st.selectbox(
        words.WHICH, range(len(item.looks)), key=f"which {item.waiting.id}",
        format_func=lambda nth: visible(_line(item.looks[nth])),
    )  # fmt: skip


def _line(look: Look) -> str:
    """Name a file with what it is."""
    return f"{look.path} – {look.format or '?'}, {words.STATES[look.state]}"


def _ask_reading(waiting: Waiting, look: Look) -> None:
    """Ask how a file is to be read, and say what it is taken for."""
    said = said_of(waiting)
    if look.format:
        reader = READERS[look.format]
        st.text(
            words.why_format(
                reader.title, reader.example, chosen=said.format is not None,
                known=look.state != NEEDS_MAPPING and not look.kept_mapping,
            )
        )  # fmt: skip
    if look.kept_mapping:
        st.text(words.KEPT_MAPPING)
    names = {each.name: f"{family}: {each.title}" for family, readers in FAMILIES.items()
             for each in readers}  # fmt: skip
    columns = st.columns(4)
    columns[0].selectbox(
        words.FORMAT, list(names), index=None, key=f"format {waiting.id}",
        format_func=names.__getitem__, placeholder=words.FORMAT_TOLD, persist_state="session",
    )  # fmt: skip
    columns[1].selectbox(
        words.ENCODING, words.ENCODINGS, index=None, key=f"encoding {waiting.id}",
        accept_new_options=True, placeholder=look.encoding or words.ENCODING_SUCH_AS,
        persist_state="session",
    )  # fmt: skip
    columns[2].selectbox(
        words.DATE_ORDER, list(words.DATE_ORDERS), index=None, key=f"dates {waiting.id}",
        format_func=words.DATE_ORDERS.__getitem__, placeholder=words.DATE_ORDER_TOLD,
        persist_state="session",
    )  # fmt: skip
    columns[3].text_input(
        words.CHAT, key=f"chat {waiting.id}", help=words.CHAT_HELP, max_chars=80,
        persist_state="session",
    )  # fmt: skip
