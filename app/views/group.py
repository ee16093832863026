"""One group: who is in it, what is offered there, and what it leads to."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import literal, visible
from app.views import group_head
from app.views.address import read_address
from app.views.group_content import show_clusters, show_details, show_taxa
from app.views.group_leads import show_leads
from app.views.group_list import ask_group, say_unknown
from app.views.group_people import show_people
from app.views.group_posts import PERIOD, show_posts
from app.views.group_time import show_sources, show_time
from app.views.links import GROUP_PAGE
from app.views.notes import show_notes
from app.views.parts import ask_part
from app.words import group as said
from graph.lookup.groups import Group, find_group
from graph.lookup.overview import Snapshot

PARTS = {
    said.PEOPLE: show_people,
    said.TIME: show_time,
    said.POSTS: show_posts,
    said.GOODS: show_taxa,
    said.DETAILS: show_details,
    said.CLUSTERS: show_clusters,
    said.LEADS: show_leads,
    said.SOURCES: show_sources,
}
FIRST = said.PEOPLE
CHOICES: dict[str, str | int] = {
    "known": FIRST,
    "in_group": said.EVERYBODY,
    "words": "",
    "accounts_page": 1,
    "here_page": 1,
    "given_here_page": 1,
    "clusters_page": 1,
}


def main() -> None:
    """Show the page."""
    store = session.store()
    wanted = _read_address()
    if not wanted:
        ask_group(store)
        return
    group = find_group(store, wanted)
    if group is None:
        say_unknown(store, wanted)
        return
    st.title(f"{said.TITLE} {literal(group.name or group.native_id)}", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(literal(group.key, most=120))
        st.text(visible(said.facts(group.platform)))
        st.space("stretch")
        st.page_link(GROUP_PAGE, label=said.FIND_ANOTHER)
    group_head.show_sides(group)
    _show_part(group, session.latest())
    show_notes("group", group.key)


def _read_address() -> str:
    """Read which group the address names; another one begins without a period."""
    before = st.session_state.get("shown group")
    wanted = read_address("group", CHOICES)
    if before not in {None, wanted}:
        for day in PERIOD:
            if day not in st.query_params:
                st.session_state[day] = None
    return wanted


def _show_part(group: Group, latest: Snapshot | None) -> None:
    """Show the part that is asked for; the address of the page keeps which."""
    st.header(said.PARTS_NAME, anchor=False)
    part = ask_part(said.PARTS_NAME, PARTS, "known")
    PARTS[part](group, latest)


main()
