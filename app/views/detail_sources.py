"""The sources that show a contact detail: which file, and which row."""

from __future__ import annotations

from datetime import date, datetime

import streamlit as st

from app import session, words
from app.literal import visible
from app.views.detail_reading import read_sources
from app.views.linked_table import DATE, show_linked_table
from app.views.paging import ask_page
from app.words import detail as said
from app.words import headings
from graph.lookup.details import Detail
from graph.lookup.details_posts import MOST_READ
from graph.lookup.details_where import list_detail_sightings
from graph.lookup.overview import Snapshot

PER_PAGE = 50
DATES = {headings.FIRST_COLLECTED: DATE, headings.LAST_COLLECTED: DATE}
TIMES = {
    headings.COLLECTED: st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm", timezone="UTC")
}


def show_sources(detail: Detail, latest: Snapshot | None) -> None:
    """List the sources, and every sighting in them."""
    sources = read_sources(detail)
    if not sources:
        st.markdown(said.NO_SOURCE)
        return
    if detail.posts > MOST_READ:
        st.caption(said.at_least(MOST_READ))
    st.dataframe(
        [
            {
                headings.FILE: visible(each.path),
                headings.POSTS: each.posts,
                headings.SIGHTINGS: each.sightings,
                headings.FIRST_COLLECTED: _day(each.first_collected),
                headings.LAST_COLLECTED: _day(each.last_collected),
                headings.KEY: visible(each.source_key),
            }
            for each in sources
        ],
        hide_index=True,
        alt=said.SOURCES_ALT,
        placeholder="",
        column_config=DATES,
    )
    _show_sightings(detail, sum(each.sightings for each in sources))


def _show_sightings(detail: Detail, in_all: int) -> None:
    """List every place in a source, some at a time."""
    st.subheader(said.SIGHTINGS, anchor=False)
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="sightings_page")
    found = list_detail_sightings(session.store(), detail.key, skip=skip, limit=PER_PAGE)
    with place:
        st.caption(words.showing(skip + 1, skip + len(found), in_all, "sightings"))
        if found:
            rows = [
                {
                    headings.FILE: visible(each.path),
                    headings.PLACE_IN_FILE: visible(each.locator),
                    said.AS_WRITTEN: visible(each.raw or said.BESIDE_TEXT),
                    headings.COLLECTED: each.collected_at,
                    headings.POST: visible(each.post_key),
                }
                for each in found
            ]
            show_linked_table(
                rows, [each.post_key for each in found], about="post",
                place=f"sightings {detail.key}", alt=said.SIGHTINGS_ALT, columns=TIMES,
            )  # fmt: skip


def _day(moment: datetime | None) -> date | None:
    """Take the day (UTC) of a time."""
    return moment.date() if moment else None
