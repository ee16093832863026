"""Finding a contact detail: by its number in any spelling, by words, or by its key."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import words
from app.literal import literal, shortened, visible
from app.views.links import DETAIL_PAGE, link_detail
from app.views.paging import ask_page
from app.words import detail as said
from app.words import headings
from graph.lookup.details import FoundDetail, find_details, list_details
from graph.lookup.nearest import nearest_keys
from graph.store import GraphStore

MOST = 100
PER_PAGE = 20
WIDTHS = (2.2, 3, 2.2, 1.6, 2.4)
HEADINGS = (headings.KIND, said.TITLE, headings.KNOWN_OF_IT, said.HUB_SAID, said.FOUND_BECAUSE)
CELL_CHARACTERS = 60


def ask_detail(store: GraphStore) -> None:
    """Ask for a contact detail, and list those that fit; the address keeps the question."""
    typed = st.text_input(
        said.FIND, key="find", bind="query-params", on_change=_to_first_page, max_chars=300,
        placeholder=said.FIND_HINT,
    ).strip()  # fmt: skip
    if not typed:
        st.caption(said.FIND_NOTE)
        st.page_link("views/hubs.py", label=said.TO_HUBS)
        return
    found = find_details(store, typed, limit=MOST)
    if not found:
        st.markdown(said.NONE_FITS)
        _show_nearest(store, typed)
        return
    place, skip = ask_page(len(found), per_page=PER_PAGE, key="found_page")
    part = found[skip : skip + PER_PAGE]
    with place:
        shown = words.showing(skip + 1, skip + len(part), len(found), "contact details")
        st.caption(f"{shown}{said.MAY_BE_MORE if len(found) == MOST else ''}.")
        _show_rows(part)


def say_unknown(store: GraphStore, wanted: str) -> None:
    """Say that there is no such contact detail, and name the nearest ones."""
    st.title(said.TITLE, anchor=False)
    with st.container(border=True):
        st.subheader(said.NO_SUCH, anchor=False)
        st.markdown(said.no_such(literal(wanted)))
        st.page_link(DETAIL_PAGE, label=said.FIND_ONE)
    _show_nearest(store, wanted)


def _show_nearest(store: GraphStore, wanted: str) -> None:
    """List those that are most like what was asked for."""
    keys = nearest_keys(store, "detail_nearest", wanted)
    rows = {each.key: each for each in list_details(store, keys)}
    if rows:
        st.header(said.NEAREST, anchor=False)
        _show_rows([FoundDetail(rows[key], said.its_key(key)) for key in keys if key in rows])


def _show_rows(found: Sequence[FoundDetail]) -> None:
    """List contact details; a row's value opens its page."""
    with st.container(gap="xsmall"):
        with st.container(key="headings"):
            for column, heading in zip(_columns(), HEADINGS, strict=True):
                column.caption(f"**{heading}**")
        for each in found:
            with st.container(key=f"row {each.detail.key}"):
                _show_row(each)


def _columns() -> Sequence[DeltaGenerator]:
    """The columns of one row."""
    return st.columns(WIDTHS, vertical_alignment="center", gap="xsmall")


def _show_row(found: FoundDetail) -> None:
    """Show one contact detail."""
    detail = found.detail
    kind, value, known, hub, why = _columns()
    kind.text(visible(words.kind(detail.kind)))
    with value:
        link_detail(detail.key, detail.value)
    known.text(f"{words.count(detail.accounts, 'account')}, {words.count(detail.posts, 'post')}")
    hub.text(words.hub(detail.hub_probability))
    why.text(shortened(visible(found.why), CELL_CHARACTERS))


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state["found_page"] = 1
