"""Coverage: posts of the busiest groups week by week, as a picture or as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from app import session
from app import words as numbers
from app.literal import visible
from app.views.links import link_group
from app.views.opening import show_opening, target_of
from app.views.overview_picture import PICKED, draw_weeks, names_of
from app.views.paging import ask_page
from app.words import overview as words
from app.words import reading
from graph.lookup.coverage import (
    Covered,
    count_covered_groups,
    last_weeks,
    list_covered_groups,
    list_outside_of_groups,
    read_span,
)
from graph.store import GraphStore

PER_PAGE = 12
KEPT_SECONDS = 3_600


@st.fragment
def show_coverage() -> None:
    """Show what was collected; choosing reruns this part of the page only."""
    with session.errors_said("coverage"):
        _show(session.store())


def _show(store: GraphStore) -> None:
    """Show the part of the groups that is asked for."""
    st.header(words.COVERAGE, anchor=False)
    span = read_span(store)
    mondays = last_weeks(span.latest) if span.latest else []
    place = f"{session.cache_key()} {span}"
    groups, outside = _groups(place, store), _outside(place, mondays, store) if mondays else []
    if not groups + len(outside):
        st.markdown(words.NO_POST)
        return
    left, right = st.columns((5, 1), vertical_alignment="bottom")
    left.caption(words.COVERAGE_SAID)
    shape = right.segmented_control(
        words.SHOWN_AS, [words.AS_PICTURE, words.AS_TABLE], default=words.AS_PICTURE,
        key="coverage", bind="query-params", required=True, label_visibility="collapsed",
    )  # fmt: skip
    where, skip = ask_page(groups + len(outside), per_page=PER_PAGE, key="coverage_page")
    rows = _rows(place, mondays, skip, outside, groups, store)
    with where:
        shown = numbers.showing(skip + 1, skip + len(rows), groups + len(outside), "places")
        st.caption(words.in_which_order(shown, has_outside=bool(outside)))
        (_show_table if shape == words.AS_TABLE else _show_picture)(rows, mondays)


def _rows(
    place: str, mondays: list[date], skip: int, outside: list[Covered], groups: int,
    store: GraphStore,
) -> list[Covered]:  # fmt: skip
    """Read the places of a page: what is outside of groups stands before all groups."""
    first = outside[skip : skip + PER_PAGE]
    room = PER_PAGE - len(first)
    if not room or not groups:
        return first
    return [*first, *_covered(place, mondays, max(0, skip - len(outside)), room, store)]


@st.cache_data(ttl=KEPT_SECONDS, max_entries=8, show_spinner=False)
def _groups(place: str, _store: GraphStore) -> int:
    """Count the groups; ``place`` names the sources that are in the graph."""
    return count_covered_groups(_store)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=8, show_spinner=reading.COUNTING_WEEKS)
def _outside(place: str, mondays: list[date], _store: GraphStore) -> list[Covered]:
    """Count what is in no group; ``place`` names the sources that are in the graph."""
    return list_outside_of_groups(_store, mondays)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=64, show_spinner=reading.COUNTING_WEEKS)
def _covered(
    place: str, mondays: list[date], skip: int, limit: int, _store: GraphStore
) -> list[Covered]:
    """Count the weeks of groups; ``place`` names the sources that are in the graph."""
    return list_covered_groups(_store, mondays, skip=skip, limit=limit)


def _show_table(rows: Sequence[Covered], mondays: Sequence[date]) -> None:
    """Show numbers only; a week without a post is empty."""
    called = names_of(rows)
    table = [
        {
            words.GROUP: called[row.key],
            words.IN_ALL: row.posts,
            **{
                str(monday): words.NOT_COLLECTED if posts is None else f"{posts:,}"
                for monday, posts in zip(mondays, row.weeks, strict=True)
            },
        }
        for row in rows
    ]
    pinned = {words.GROUP: st.column_config.TextColumn(pinned=True)}
    show_opening(
        table, [target_of(row.key) for row in rows], place="coverage", alt=words.COVERAGE_ALT,
        columns=pinned,
    )  # fmt: skip


def _show_picture(rows: Sequence[Covered], mondays: Sequence[date]) -> None:
    """Draw a cell for each week; the one that is clicked is told below."""
    is_dark = st.context.theme.type == "dark"
    picked = st.altair_chart(
        draw_weeks(rows, mondays, is_dark=is_dark), width="stretch", on_select="rerun",
        key="coverage picture", alt=words.COVERAGE_ALT,
    )  # fmt: skip
    cells = (picked.get("selection") or {}).get(PICKED) or []
    _tell(rows, mondays, cells[0] if isinstance(cells, list) and cells else {})


def _tell(rows: Sequence[Covered], mondays: Sequence[date], cell: Mapping[str, Any]) -> None:
    """Tell of one cell, with the way to its group."""
    row = next((each for each in rows if each.key == cell.get("key")), None)
    nth = cell.get("nth")
    if row is None or not isinstance(nth, int) or not 0 <= nth < len(mondays):
        st.caption(words.PICK_A_WEEK)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if target_of(row.key).page:
            link_group(row.key, row.name)
        else:
            st.text(visible(words.outside_of(row.platform)), width="content")
        st.text(words.in_week(mondays[nth], row.weeks[nth]), width="content")
