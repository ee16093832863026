"""The first page of a report: what matters, in numbers, how it stands, and copies of it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app import session
from app.literal import literal, visible
from app.report import words as told_words
from app.reports_kept import hand_out
from app.views.changes_making import offer_making
from app.views.changes_reading import Told, standing
from app.words import changes as words

PAGES = {
    "clusters_active": ("views/clusters.py", words.ALL_CLUSTERS),
    "accounts_active": ("views/account.py", words.FIND_ACCOUNT),
    "posts": ("views/search.py", words.FIND_POSTS),
}
"""Where that is listed which a number counts."""


def show_what_matters(told: Told) -> None:
    """Show the report's first page."""
    with st.container(border=True, gap="small"):
        st.subheader(told_words.WHAT_MATTERS, anchor=False)
        for sentence in told.report["summary"]:
            st.text(visible(sentence))
        st.caption(words.LEADS)
    figures = told.report["figures"]
    columns = st.columns(len(told_words.FIGURES))
    for column, (name, caption, other, other_caption) in zip(
        columns, told_words.FIGURES, strict=True
    ):
        with column.container(border=True, height="stretch", gap="xsmall", key=f"count {name}"):
            st.metric(words.FIGURES[name], f"{figures[name]:,}", help=caption.capitalize())
            if other:
                st.caption(f"{figures[other]:,} {other_caption}")
            if name in PAGES:
                page, label = PAGES[name]
                st.page_link(page, label=label)


def show_how_it_stands(told: Told) -> None:
    """Say what a report does not rest on: what was changed, taken in or judged since."""
    found = standing(told)
    if found.other_settings:
        st.warning(words.older_settings(found.other_settings))
    if found.other_material:
        st.warning(words.newer_material(found.new_sources))
    elif found.new_sources:
        st.caption(words.sources_since(found.new_sources))
    if found.other_material is None:
        st.caption(words.UNKNOWN_MATERIAL)
    if found.judgements:
        st.info(words.judged_since(found.judgements))
    if found.is_older:
        st.caption(words.MADE_ANEW)
        offer_making(told.kept.period, place="again")


def show_copies(told: Told) -> None:
    """Offer the report's files, under their handling code; the journal notes who takes one."""
    who = session.named()
    workspace = session.opened().workspace
    with st.container(horizontal=True, vertical_alignment="center", key="copies"):
        marking = told.report["handling"] or words.NOT_STATED
        st.text(visible(f"{words.HANDLING}: {marking}"), width="content")
        for name in told.kept.files():
            st.download_button(
                words.DOWNLOADS[name],
                partial(hand_out, workspace, told.kept, name, who or ""),
                file_name=f"{told.kept.name}-{name}",
                key=f"copy {name}",
                disabled=who is None,
                on_click="ignore",
            )
    st.caption(words.KEPT_ON_RECORD if who else words.SAY_WHO_FIRST)
    st.caption(words.made(told.report["made_at"], literal(told.report["made_by"])))
