"""The list of groups, with filters that the address of the page keeps."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import words
from app.literal import literal, shortened, visible
from app.views.group_reading import read_ranking
from app.views.links import GROUP_PAGE, link_group
from app.views.paging import ask_page
from app.words import group as said
from graph.lookup.groups import MOST_FOUND, ListedGroup, groups_called, list_groups
from graph.lookup.nearest import nearest_keys
from graph.store import GraphStore

PER_PAGE = 25
WIDTHS = (3, 1.4, 1.2, 1.2, 3)
HEADINGS = (said.GROUP, said.PLATFORM, said.ACCOUNTS_KNOWN, said.POSTS_KNOWN, said.ALSO_CALLED)
NAMES = 2
CELL_CHARACTERS = 60


def ask_group(store: GraphStore) -> None:
    """List the groups that fit what is asked."""
    st.title(said.LIST_TITLE, anchor=False)
    ranking = read_ranking()
    if ranking.is_empty():
        st.markdown(said.NO_GROUPS)
        return
    st.caption(said.LIST_NOTE)
    typed, platform = _ask(ranking)
    rows = ranking if platform is None else ranking.filter(pl.col("platform") == platform)
    keys = rows["group_key"].to_list()
    called = groups_called(store, typed) if typed else None
    if called is not None:
        among = set(keys)
        keys = [key for key in called if key in among]
    place, skip = ask_page(len(keys), per_page=PER_PAGE, key="groups_page")
    if not keys:
        place.markdown(said.NONE_FITS)
        return
    wanted = keys[skip : skip + PER_PAGE]
    shown = words.showing(skip + 1, skip + len(wanted), len(keys), "groups")
    order = said.LIST_BY_POSTS if called is None else said.LIST_BY_WORDS
    is_cut = called is not None and len(called) == MOST_FOUND
    with place:
        st.caption(said.listed(shown, order, is_cut=is_cut))
        _show_rows(store, wanted)


def say_unknown(store: GraphStore, wanted: str) -> None:
    """Say that there is no such group, and name the nearest ones."""
    st.title(said.TITLE, anchor=False)
    with st.container(border=True):
        st.subheader(said.NO_SUCH, anchor=False)
        st.markdown(said.no_such(literal(wanted)))
        st.page_link(GROUP_PAGE, label=said.FIND_ONE)
    if nearest := nearest_keys(store, "group_nearest", wanted):
        st.header(said.NEAREST, anchor=False)
        _show_rows(store, nearest)


def _ask(ranking: pl.DataFrame) -> tuple[str, str | None]:
    """Ask which groups to list."""
    counted = ranking["platform"].drop_nulls().value_counts(sort=True)
    platforms = {words.platform(name): name for name in counted["platform"]}
    name, platform = st.columns((3, 1.3), vertical_alignment="bottom")
    typed = name.text_input(
        said.NAME, key="called", bind="query-params", on_change=_to_first_page, max_chars=300,
        placeholder=said.NAME_HINT,
    )  # fmt: skip
    chosen = platform.selectbox(
        said.PLATFORM, [said.ANY, *platforms], key="on", bind="query-params",
        on_change=_to_first_page,
    )  # fmt: skip
    return typed.strip(), platforms.get(chosen)


def _show_rows(store: GraphStore, keys: Sequence[str]) -> None:
    """List groups; a row's name opens its page."""
    found = {each.key: each for each in list_groups(store, keys)}
    with st.container(gap="xsmall"):
        with st.container(key="headings"):
            for column, heading in zip(_columns(), HEADINGS, strict=True):
                column.caption(f"**{heading}**")
        for key in keys:
            if key in found:
                with st.container(key=f"row {key}"):
                    _show_row(found[key])


def _columns() -> Sequence[DeltaGenerator]:
    """The columns of one row."""
    return st.columns(WIDTHS, vertical_alignment="center", gap="xsmall")


def _show_row(group: ListedGroup) -> None:
    """Show one group."""
    named, platform, accounts, posts, others = _columns()
    with named:
        link_group(group.key, group.name)
    platform.text(visible(words.platform(group.platform)))
    accounts.text(f"{group.accounts:,}")
    posts.text(f"{group.posts:,}")
    before = [name for name in group.names if name != group.name]
    left = len(before) - NAMES
    said_so = ", ".join(before[:NAMES]) + (f" and {left:,} more" if left > 0 else "")
    others.text(shortened(visible(" ".join(said_so.split())), CELL_CHARACTERS))


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state["groups_page"] = 1
