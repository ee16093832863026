"""One account: what it is called, what hangs on it, and why it is tied to others."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.literal import literal
from app.views import account_parts
from app.views.account_find import find_account, show_found
from app.views.account_goods import show_goods
from app.views.account_images import show_images
from app.views.account_links import PAGE
from app.views.account_recorded import show_recorded
from app.views.account_ties import show_ties
from app.views.account_trades import show_trades
from app.views.address import read_address
from app.views.notes import show_notes
from app.views.parts import ask_part
from app.words import account_page as said
from graph.lookup.account_list import FoundAccount, list_accounts
from graph.lookup.accounts import Profile, find_profile
from graph.lookup.search import nearest_accounts
from graph.store import GraphStore

PARTS = {
    said.TIES: show_ties,
    said.INTERACTION: show_trades,
    said.POSTS: account_parts.show_posts,
    said.GOODS: show_goods,
    said.PICTURES: show_images,
    said.GROUPS: account_parts.show_groups,
    said.DETAILS: account_parts.show_details,
    said.RECORDED: show_recorded,
}
FIRST = said.TIES
CHOICES: dict[str, str | int] = {
    "view": FIRST,
    "ties_page": 1,
    "trades_page": 1,
    "posts_page": 1,
    "groups_page": 1,
    "details_page": 1,
    "pictures_page": 1,
    "notes_page": 1,
}


def main() -> None:
    """Show the page."""
    store = session.store()
    wanted = read_address("account", CHOICES)
    if not wanted:
        st.title(said.TITLE, anchor=False)
        find_account(store)
        return
    profile = find_profile(store, wanted)
    if profile is None:
        _say_unknown(store, wanted)
        return
    name = words.account(profile.name, profile.handle, profile.key)
    st.title(said.title(literal(name)), anchor=False)
    account_parts.show_facts(profile)
    sides = (account_parts.show_identity, account_parts.show_names, account_parts.show_cluster)
    with st.container(key="sides"):
        for column, show in zip(st.columns(3), sides, strict=True):
            with column.container(border=True, height="stretch", gap="small"):
                show(profile)
    _show_part(store, profile)
    show_notes("account", profile.key)


def _show_part(store: GraphStore, profile: Profile) -> None:
    """Show the part that is asked for; the address of the page keeps which."""
    st.header(said.PARTS_NAME, anchor=False)
    part = ask_part(said.PARTS_NAME, PARTS, "view")
    PARTS[part](store, profile)


def _say_unknown(store: GraphStore, wanted: str) -> None:
    """Say that there is no such account, and name the nearest ones."""
    st.title(said.TITLE, anchor=False)
    with st.container(border=True):
        st.subheader(said.NO_SUCH, anchor=False)
        st.markdown(said.no_such(literal(wanted)))
        st.page_link(PAGE, label=said.FIND_ONE)
    nearest = nearest_accounts(store, wanted)
    rows = {each.key: each for each in list_accounts(store, nearest)}
    if rows:
        st.header(said.NEAREST, anchor=False)
        show_found([FoundAccount(rows[key], said.its_key(key)) for key in nearest if key in rows])


main()
