"""Finding an account: by what it is called, its key, or a contact detail that it publishes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import words
from app.literal import literal, shortened, visible
from app.views.account_links import link_account
from app.views.paging import ask_page
from app.words import account_page as said
from app.words import headings
from graph.lookup.account_list import FoundAccount, find_accounts
from graph.store import GraphStore

MOST = 100
PER_PAGE = 20
WIDTHS = (2.6, 1.5, 1.7, 1.8, 2.6)
HEADINGS = (
    headings.ACCOUNT, headings.PLATFORM, headings.KNOWN_OF_IT, headings.CLUSTER,
    headings.FOUND_BECAUSE,
)  # fmt: skip
CELL_CHARACTERS = 60


def find_account(store: GraphStore) -> None:
    """Ask for an account, and list those that fit; the address of the page keeps the question."""
    typed = st.text_input(
        said.FIND, key="find", bind="query-params",
        on_change=_to_first_page, max_chars=300,
        placeholder=said.FIND_HINT,
    ).strip()  # fmt: skip
    if not typed:
        st.caption(said.FIND_NOTE)
        return
    found = find_accounts(store, typed, limit=MOST)
    if not found:
        st.markdown(said.NONE_FITS)
        return
    place, skip = ask_page(len(found), per_page=PER_PAGE, key="found_page")
    part = found[skip : skip + PER_PAGE]
    with place:
        shown = words.showing(skip + 1, skip + len(part), len(found), "accounts")
        st.caption(said.found(shown, is_cut=len(found) == MOST))
        show_found(part)


def show_found(found: Sequence[FoundAccount]) -> None:
    """List accounts; a row's name opens its page."""
    with st.container(gap="xsmall"):
        with st.container(key="headings"):
            for column, heading in zip(_columns(), HEADINGS, strict=True):
                column.caption(f"**{heading}**")
        for each in found:
            with st.container(key=f"row {each.account.key}"):
                _show_row(each)


def _columns() -> Sequence[DeltaGenerator]:
    """The columns of one row."""
    return st.columns(WIDTHS, vertical_alignment="center", gap="xsmall")


def _show_row(found: FoundAccount) -> None:
    """Show one account."""
    account = found.account
    named, platform, known, cluster, why = _columns()
    with named.container(gap="xxsmall"):
        link_account(account.key, account.name, account.handle)
        if account.name and account.handle:
            st.text(shortened(visible(f"@{account.handle}"), CELL_CHARACTERS))
    platform.text(visible(words.platform(account.platform)))
    known.text(said.known(account.posts, account.ties))
    if account.cluster_id:
        cluster.page_link(
            "views/cluster.py",
            label=literal(account.cluster_id),
            query_params={"cluster": account.cluster_id},
        )
    why.text(shortened(visible(found.why), CELL_CHARACTERS))


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state["found_page"] = 1
