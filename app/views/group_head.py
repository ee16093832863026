"""The head of a group's page: what it is called, where it is, how much is known of it."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.links import link_group
from app.words import group as said
from graph.lookup.groups import Group

ADDRESSES = {"telegram": "https://t.me/{}", "facebook": "https://www.facebook.com/{}"}


def show_sides(group: Group) -> None:
    """Show key and address, names, and what the platform holds for the same group."""
    with st.container(key="sides"):
        copy, names, counts = st.columns(3)
        with copy.container(border=True, height="stretch", gap="small"):
            _show_identity(group)
        with names.container(border=True, height="stretch", gap="small"):
            _show_names(group)
        with counts.container(border=True, height="stretch", gap="small"):
            _show_counts(group)


def address_of(group: Group) -> str | None:
    """Write where a group is on its platform; None where its key does not say.

    A key by name only, or by a number of Telegram, leads nowhere.
    """
    native = group.key.partition(":group:")[2]
    is_named = native.startswith("name/")
    pattern = ADDRESSES.get(group.platform)
    if pattern is None or not native or is_named:
        return None
    if group.platform == "telegram" and not native.startswith("@"):
        return None
    return pattern.format(native.removeprefix("@"))


def _show_identity(group: Group) -> None:
    """Show key, id and address as text to copy."""
    st.caption(said.TO_COPY)
    st.code(visible(group.key), language=None, wrap_lines=True)
    if group.native_id not in group.key:
        st.code(visible(group.native_id), language=None, wrap_lines=True)
    address = address_of(group)
    if address is None:
        st.text(said.NO_ADDRESS)
        return
    st.code(visible(address), language=None, wrap_lines=True)
    st.caption(said.COPY_NOTE)


def _show_names(group: Group) -> None:
    """Show every name with its date, and the groups that the platform says are the same."""
    st.caption(said.NAMES)
    if not group.dated_names:
        st.text(said.NO_NAME)
    for each in group.dated_names:
        since = words.day(each.since) if each.since else None
        st.markdown(f"- {said.dated(literal(each.name), since)}")
    if group.aliases:
        st.caption(said.SAME_AS)
    for alias in group.aliases:
        link_group(alias.group_key, alias.name)
        since = words.day(alias.since) if alias.since else None
        st.text(visible(said.alias(alias.reason, since, is_later=alias.is_later)))


def _show_counts(group: Group) -> None:
    """Show how much of the group is known."""
    st.caption(said.COUNTED)
    st.metric(said.ACCOUNTS_KNOWN, f"{group.accounts:,}")
    st.metric(said.POSTS_KNOWN, f"{group.posts:,}")
    st.caption(said.NOT_ALL_MEMBERS)
