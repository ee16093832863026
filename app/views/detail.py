"""One contact detail: who publishes it, where, and whether it serves strangers."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import literal
from app.views import detail_parts
from app.views.address import read_address
from app.views.detail_find import ask_detail, say_unknown
from app.views.detail_hub import show_hub
from app.views.detail_posts import show_posts, show_writings
from app.views.detail_sources import show_sources
from app.views.detail_ties import show_ties
from app.views.judging_form import tell_what_was_judged
from app.views.links import DETAIL_PAGE
from app.views.notes import show_notes
from app.views.parts import ask_part
from app.words import detail as said
from graph.lookup.details import Detail, find_detail
from graph.lookup.overview import Snapshot

PARTS = {
    said.ACCOUNTS: detail_parts.show_accounts,
    said.POSTS: show_posts,
    said.WRITINGS: show_writings,
    said.GROUPS: detail_parts.show_groups,
    said.TIES: show_ties,
    said.STRANGERS: show_hub,
    said.SOURCES: show_sources,
}
FIRST = said.ACCOUNTS
CHOICES: dict[str, str | int] = {
    "hangs": FIRST,
    "publishers_page": 1,
    "given_page": 1,
    "stands_page": 1,
    "writings_page": 1,
    "sightings_page": 1,
    "rests_page": 1,
}


def main() -> None:
    """Show the page."""
    store = session.store()
    wanted = read_address("detail", CHOICES)
    if not wanted:
        st.title(said.TITLE, anchor=False)
        ask_detail(store)
        return
    detail = find_detail(store, wanted)
    if detail is None:
        say_unknown(store, wanted)
        return
    latest = session.latest()
    st.title(said.title(detail.kind, literal(detail.value)), anchor=False)
    tell_what_was_judged()
    _show_facts(detail)
    detail_parts.show_hub_warning(detail)
    with st.container(key="sides"):
        copy, reached, clusters = st.columns(3)
        with copy.container(border=True, height="stretch", gap="small"):
            detail_parts.show_identity(detail)
        with reached.container(border=True, height="stretch", gap="small"):
            detail_parts.show_reached(detail)
        with clusters.container(border=True, height="stretch", gap="small"):
            detail_parts.show_clusters(detail, latest)
    _show_part(detail, latest)
    show_notes("detail", detail.key)


def _show_facts(detail: Detail) -> None:
    """Say how much hangs on it, and lead to others."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(literal(detail.key, most=120))
        st.text(said.facts(detail.accounts, detail.posts))
        st.space("stretch")
        st.page_link(DETAIL_PAGE, label=said.FIND_ANOTHER)


def _show_part(detail: Detail, latest: Snapshot | None) -> None:
    """Show the part that is asked for; the address of the page keeps which."""
    st.header(said.PARTS_NAME, anchor=False)
    part = ask_part(said.PARTS_NAME, PARTS, "hangs")
    PARTS[part](detail, latest)


main()
