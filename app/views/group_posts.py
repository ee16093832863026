"""The posts of a group, by words and by period."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app import session, words
from app.views.evidence import show_posts as show_evidence
from app.views.group_reading import read_found, read_posts
from app.views.paging import ask_page
from app.words import group as said
from graph.lookup.groups import Group
from graph.lookup.groups_posts import narrowed
from graph.lookup.overview import Snapshot
from graph.lookup.posts import find_posts

PER_PAGE = 10
EARLIEST = date(1970, 1, 1)
PERIOD = ("from", "to")
"""The days that the address keeps."""


def show_posts(group: Group, latest: Snapshot | None) -> None:
    """Show the posts that fit, the newest first, some at a time."""
    if not group.posts:
        st.markdown(said.NO_POSTS)
        return
    typed, first, last = _ask()
    if first and last and first > last:
        st.markdown(said.NOT_IN_ORDER)
        return
    posts = read_posts(group)
    only = read_found(group, typed) if typed else None
    rows = narrowed(posts, first=first, last=last, only=only)
    if only is not None and only.is_cut:
        st.warning(said.WORDS_CUT)
    place, skip = ask_page(len(rows), per_page=PER_PAGE, key="here_page")
    if rows.is_empty():
        place.markdown(said.NO_POST_FITS)
        return
    found = find_posts(session.store(), rows["post_key"].slice(skip, PER_PAGE).to_list())
    with place:
        shown = words.showing(skip + 1, skip + len(found), len(rows), "posts")
        st.caption(said.posts(shown, group.posts, len(rows)))
        if posts.is_cut:
            st.caption(said.bounded(len(posts.rows)))
        show_evidence(found)


def _ask() -> tuple[str, date | None, date | None]:
    """Ask for words and a period."""
    text, first, last = st.columns((3, 1.2, 1.2), vertical_alignment="bottom")
    typed = text.text_input(
        said.FIND_WORDS, key="words", bind="query-params", on_change=_to_first_page,
        max_chars=300, placeholder=said.FIND_WORDS_HINT,
    )  # fmt: skip
    named = zip((first, last), (said.FIRST_DAY, said.LAST_DAY), PERIOD, strict=True)
    days = [
        column.date_input(
            name, value=None, min_value=EARLIEST, key=key, bind="query-params",
            on_change=_to_first_page, format="YYYY-MM-DD",
        )
        for column, name, key in named
    ]  # fmt: skip
    return typed.strip(), days[0], days[1]


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state["here_page"] = 1
