"""Which weeks of a group were observed, and by which sources."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app.literal import visible
from app.views.group_reading import read_collected, read_posts
from app.views.linked_table import DATE
from app.views.weeks_chart import show_weeks
from app.words import group as said
from app.words import headings
from graph.lookup.groups import Group
from graph.lookup.groups_coverage import Collected, ObservedWeek, observed_weeks
from graph.lookup.groups_posts import MOST_READ
from graph.lookup.overview import Snapshot


def show_time(group: Group, latest: Snapshot | None) -> None:
    """Show posts and sightings by week; not collected is not silent."""
    posts = read_posts(group)
    weeks = observed_weeks(posts.rows["posted_at"], read_collected(group))
    if not weeks:
        st.markdown(said.NOTHING_DATED)
        return
    show_weeks(
        [(week.monday, week.posts) for week in weeks],
        said.WEEKS_ALT,
        collected=[week.monday for week in weeks if week.sightings],
    )
    st.caption(said.WEEKS_NOTE)
    if posts.is_cut:
        st.caption(said.bounded(len(posts.rows)))
    with st.expander(said.WEEKS_TABLE):
        st.dataframe(
            [_row(week) for week in reversed(weeks)],
            hide_index=True,
            alt=said.WEEKS_TABLE,
            column_config={said.WEEK: DATE},
        )


def show_sources(group: Group, latest: Snapshot | None) -> None:
    """List the sources that show posts of the group; each post names its own rows."""
    collected = read_collected(group)
    if not collected:
        st.markdown(said.NO_SOURCES)
        return
    sources: dict[str, list[Collected]] = {}
    for each in collected:
        sources.setdefault(each.source_key, []).append(each)
    if group.posts > MOST_READ:
        st.caption(said.bounded(MOST_READ))
    st.caption(said.SOURCES_NOTE)
    st.dataframe(
        [_source(key, parts) for key, parts in sources.items()],
        hide_index=True,
        alt=said.SOURCES_ALT,
        placeholder="",
        column_config={said.COLLECTED_FROM: DATE, said.COLLECTED_UNTIL: DATE},
    )


def _row(week: ObservedWeek) -> dict[str, date | int | str]:
    """Lay out one week."""
    state = said.HAS_POSTS if week.posts else said.NOTHING_KNOWN
    if week.sightings and not week.posts:
        state = said.COLLECTED_ONLY
    return {
        said.WEEK: week.monday,
        said.WEEK_POSTS: week.posts,
        said.WEEK_SIGHTINGS: week.sightings,
        said.WEEK_STATE: state,
    }


def _source(key: str, parts: list[Collected]) -> dict[str, date | int | str | None]:
    """Lay out one source."""
    weeks = [each.week for each in parts if each.week is not None]
    return {
        headings.FILE: visible(parts[0].path),
        headings.SIGHTINGS: sum(each.sightings for each in parts),
        said.COLLECTED_FROM: min(weeks, default=None),
        said.COLLECTED_UNTIL: max(weeks, default=None),
        headings.KEY: visible(key),
    }
