"""Search: one box for all that the workspace holds, and why each thing fits."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from app import session
from app.literal import visible
from app.searching.everything import Found
from app.views.notices import say_nothing_yet
from app.views.paging import ask_page
from app.views.search_facets import Chosen, ask_what, begin_anew, choose
from app.views.search_found import find
from app.views.search_rows import show_rows
from app.words import search as words
from graph.lookup.lucene import LONGEST_TEXT, words_of
from graph.lookup.overview import count_everything
from graph.lookup.search_matches import POST, Matches, Only

PER_PAGE = 20
FIRST_OF_KIND = 5
MOST_CHARACTERS = 1_000


def main() -> None:
    """Show the page."""
    st.title(words.TITLE, anchor=False)
    said = st.text_input(
        words.LABEL, key="q", bind="query-params", on_change=begin_anew,
        placeholder=words.PLACEHOLDER, max_chars=MOST_CHARACTERS,
    ).strip()  # fmt: skip
    store = session.store()
    if not said:
        if not count_everything(store).sources:
            say_nothing_yet()
        else:
            _say_how()
        return
    if len(said) > LONGEST_TEXT:
        st.caption(words.TOO_LONG)
    every = find(said, Only())
    if not every.in_all:
        _say_nothing(every)
        return
    chosen = ask_what(every)
    found = every if chosen.only == Only() else find(said, chosen.only)
    _show_others(found)
    if chosen.kind:
        _show_page(chosen, found)
    else:
        _show_first(found)


def _show_first(found: Found) -> None:
    """Show the first of every kind."""
    if not found.in_all:
        _say_none(found.kinds.values())
    for kind, matches in found.kinds.items():
        in_all = len(matches.found)
        if not in_all:
            continue
        part = matches.found[:FIRST_OF_KIND]
        _say_kind(kind, matches, 1, len(part))
        show_rows(kind, part, found)
        if in_all > len(part):
            st.button(
                words.all_of(kind, in_all, matches.is_all), key=f"all {kind}", type="tertiary",
                on_click=choose, args=("kind", kind),
            )  # fmt: skip


def _show_page(chosen: Chosen, found: Found) -> None:
    """Show one kind, some at a time."""
    kind = chosen.kind or POST
    matches = found.kinds[kind]
    in_all = len(matches.found)
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="page")
    with place:
        if not in_all:
            _say_none([matches])
            return
        part = matches.found[skip : skip + PER_PAGE]
        _say_kind(kind, matches, skip + 1, skip + len(part))
        show_rows(kind, part, found)


def _say_none(looked: Iterable[Matches]) -> None:
    """Say that nothing is left of what fits the text, as far as that was looked at."""
    is_all = all(matches.is_all for matches in looked)
    st.markdown(words.NOTHING_SO if is_all else words.NOTHING_AMONG)


def _say_kind(kind: str, matches: Matches, first: int, last: int) -> None:
    """Head a list."""
    st.subheader(words.heading(kind), anchor=False)
    st.caption(words.showing(kind, first, last, len(matches.found), matches.is_all))


def _show_others(found: Found) -> None:
    """Show what has this very key and no page of its own."""
    if found.others:
        st.subheader(words.OTHERS, anchor=False)
        for hit in found.others:
            st.text(visible(words.other(hit.kind, hit.label)))


def _say_how() -> None:
    """Tell what can be looked for."""
    with st.container(border=True):
        st.subheader(words.HOW, anchor=False)
        for what, example in words.HOW_TO:
            left, right = st.columns((1, 2.4))
            left.markdown(f"**{what}**")
            right.text(example)
        st.caption(words.SPELLING)


def _say_nothing(found: Found) -> None:
    """Say that nothing fits, or that there is nothing to look for."""
    is_empty = not words_of(found.asked.text)
    with st.container(border=True):
        st.subheader(words.NOTHING_TO_LOOK_FOR if is_empty else words.NOTHING, anchor=False)
        st.markdown(words.NOTHING_TO_LOOK_FOR_MEANS if is_empty else words.NOTHING_MEANS)


main()
