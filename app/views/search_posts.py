"""Posts found: who, when and where, and the words around what was looked for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import words as general
from app.literal import shortened, visible
from app.searching.everything import Found
from app.searching.reasons import why_post
from app.views.account_links import link_account
from app.views.evidence import link_post
from app.views.links import link_group
from app.words import search as words
from graph.lookup.search_matches import Match
from graph.lookup.search_rows import FoundPost, post_rows
from graph.store import GraphStore

WIDTHS = (2.4, 1.7, 2.4, 1.1)
MOST_AUTHORS = 2
AROUND_CHARACTERS = 420


def show_posts(store: GraphStore, part: Sequence[Match], found: Found) -> None:
    """List posts; nothing in their text becomes a link."""
    by = sorted({match.by for match in part if match.by})
    rows = post_rows(store, [match.key for match in part], by)
    for match in part:
        if row := rows.get(match.key):
            with st.container(key=f"row post {row.key}", gap="xxsmall"):
                _show_post(match, row, found)


def _show_post(match: Match, row: FoundPost, found: Found) -> None:
    """Show one post."""
    who, when, where, page = st.columns(WIDTHS, vertical_alignment="center", gap="small")
    with who:
        for author in row.authors[:MOST_AUTHORS]:
            link_account(author.key, author.name, author.handle)
        if not row.authors:
            st.text(general.UNKNOWN)
    when.text(general.minute(row.posted_at))
    with where:
        for group in row.groups[:1]:
            link_group(group.key, group.name)
        if not row.groups:
            st.text(f"{visible(general.platform(row.platform))}, {words.UNKNOWN_GROUP}")
    with page:
        link_post(row.key, words.OPEN)
    reason = why_post(match, row, found.asked)
    if reason.around:
        st.text(shortened(visible(reason.around), AROUND_CHARACTERS))
    st.text(shortened(visible(words.found_because(reason)), AROUND_CHARACTERS))
