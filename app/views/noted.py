"""All notes that people wrote, found by their words; and what is sealed."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import literal, visible
from app.noting import find_notes, standing_clusters
from app.views.notes import show_note_text
from app.views.paging import ask_page
from app.views.written import read_notes, read_seals
from app.words import headings, showing
from app.words import notes as words
from app.words import posts as post_words
from ingest.notes import CLUSTER, Note

PER_PAGE = 25
PAGES = {
    "account": "views/account.py",
    "cluster": "views/cluster.py",
    "group": "views/group.py",
    "detail": "views/detail.py",
    "post": "views/post.py",
}


def main() -> None:
    """Show the page."""
    st.title(words.TITLE, anchor=False)
    st.caption(words.WHAT)
    standing = read_notes()
    if not standing:
        with st.container(border=True):
            st.subheader(words.NONE_AT_ALL, anchor=False)
            st.text(words.HOW)
    else:
        _show_found(standing)
    _show_seals()


def _show_found(standing: list[Note]) -> None:
    """Ask for words, and show the notes that have them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        said = st.text_input(words.FIND, key="find", bind="query-params", max_chars=200)
        kind = st.selectbox(
            words.ABOUT, list(words.KINDS), index=None, key="about", bind="query-params",
            format_func=words.KINDS.__getitem__, placeholder=words.ANYTHING, width=220,
        )  # fmt: skip
    found = find_notes(standing, said or "", kind)
    if not found:
        st.text(words.NOTHING_FITS)
        return
    place, skip = ask_page(len(found), per_page=PER_PAGE, key="page")
    part = found[skip : skip + PER_PAGE]
    gone = _gone(part)
    with place:
        st.caption(showing(skip + 1, skip + len(part), len(found), "notes"))
        for note in part:
            with st.container(border=True, gap="xsmall"):
                label = f"{words.KINDS[note.kind]} {literal(note.key, most=120)}"
                st.page_link(PAGES[note.kind], label=label, query_params={note.kind: note.key})
                if note.note in gone:
                    st.caption(words.GONE_SHORT)
                show_note_text(note)


def _gone(part: list[Note]) -> set[str]:
    """Tell which notes are about clusters that the latest detection has not."""
    about = [note for note in part if note.kind == CLUSTER]
    if not about:
        return set()
    latest = session.latest()
    ids = [note.key for note in about]
    there = standing_clusters(session.store(), latest.id, ids) if latest else set()
    return {note.note for note in about if note.key not in there}


def _show_seals() -> None:
    """List what is sealed, never the pictures."""
    found = read_seals()
    listed = [each for of in (found.pictures, found.posts, found.accounts) for each in of.values()]
    if not listed:
        return
    st.header(words.SEALS, anchor=False)
    st.caption(words.SEALS_WHAT)
    st.dataframe(
        [
            {
                headings.WHAT: post_words.SEALED_KINDS[each.kind],
                headings.KEY: visible(each.key),
                headings.WHY: post_words.GROUNDS[each.ground],
                headings.IN_THEIR_WORDS: visible(each.why or ""),
                headings.BY: visible(each.by),
                headings.ON: each.at[:16].replace("T", " "),
            }
            for each in sorted(listed, key=lambda each: each.at, reverse=True)
        ],
        hide_index=True,
        alt=words.SEALS,
    )


main()
