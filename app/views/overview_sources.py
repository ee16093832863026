"""Sources: what was refused, assumed or cut off, and what is kept too long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import streamlit as st

from app import session
from app import words as numbers
from app.literal import visible
from app.sources_standing import SourceStanding, sources_standing
from app.views.paging import ask_page
from app.words import overview as words
from app.words import reading
from graph.lookup.coverage import read_span
from graph.lookup.overview import incomplete_sources
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.archive import Archive

PER_PAGE = 25
KEPT_SECONDS = 3_600
CHOICE, PAGE = "sources", "source_page"
CHOICES: dict[str, Callable[[SourceStanding], bool]] = {
    words.EVERY: lambda _: True,
    words.REFUSED: lambda each: each.is_refused,
    words.CUT_OFF: lambda each: each.is_cut_off,
    words.NO_ZONE: lambda each: each.zone_assumed,
    words.ASSUMED: lambda each: each.is_assumed,
    words.PAST: lambda each: each.is_past,
}


@st.fragment
def show_sources() -> None:
    """Show the sources; choosing reruns this part of the page only."""
    with session.errors_said("sources"):
        _show(_read(session.store()))


def _show(found: list[SourceStanding]) -> None:
    """Say what needs a person, then list the sources that are asked for."""
    st.header(words.HEALTH, anchor=False)
    counted = {name: sum(map(fits, found)) for name, fits in CHOICES.items()}
    if counted[words.PAST]:
        st.warning(f"{words.many_sources(counted[words.PAST])}. {words.MEANINGS[words.PAST]}")
    columns = st.columns(len(CHOICES) - 1)
    needs = [name for name in CHOICES if name != words.EVERY]
    for column, name in zip(columns, needs, strict=True):
        with column.container(border=True, height="stretch", gap="xsmall", key=f"count {name}"):
            st.metric(name, f"{_number(name, found, counted):,}")
            if name == words.REFUSED:
                st.caption(f"in {words.many_sources(counted[name])}")
    if not any(counted[name] for name in needs):
        st.markdown(words.HEALTHY)
    choice = st.segmented_control(
        words.WHICH_SOURCES, list(CHOICES), default=words.EVERY, key=CHOICE, bind="query-params",
        required=True, label_visibility="collapsed", on_change=_to_first_page,
    )  # fmt: skip
    st.caption(words.MEANINGS[choice])
    _show_list([each for each in found if CHOICES[choice](each)])


def _number(name: str, found: list[SourceStanding], counted: dict[str, int]) -> int:
    """Count rows where rows are refused, else sources."""
    if name == words.REFUSED:
        return sum(each.record.rows_rejected for each in found)
    return counted[name]


def _show_list(found: list[SourceStanding]) -> None:
    """List sources, some at a time."""
    if not found:
        st.markdown(words.NONE_OF_THESE)
        return
    where, skip = ask_page(len(found), per_page=PER_PAGE, key=PAGE)
    shown = found[skip : skip + PER_PAGE]
    with where:
        st.caption(numbers.showing(skip + 1, skip + len(shown), len(found), "sources"))
        st.dataframe([_row(each) for each in shown], hide_index=True, alt=words.HEALTH)


def _row(each: SourceStanding) -> dict[str, object]:
    """Write what is known of a source."""
    record = each.record
    return {
        words.SOURCE: visible(record.path),
        words.TAKEN_IN_ROWS: record.rows_accepted,
        words.REFUSED_ROWS: record.rows_rejected,
        words.POSTS: record.posts,
        words.NOTICES: visible(" ".join(record.notices)),
        words.ZONE: words.ZONE_ASSUMED if each.zone_assumed else words.ZONE_KNOWN,
        words.CUT_OFF: words.YES if each.is_cut_off else "",
        words.HANDLING: visible(record.handling or words.NOT_STATED),
        words.KEPT_UNTIL: visible(record.retention or words.NOT_STATED),
        words.IS_PAST: words.YES if each.is_past else "",
        words.COLLECTOR: visible(record.collector or words.NOT_STATED),
        words.BY: visible(record.ingested_by),
        words.ON: record.ingested_at[:10],
    }


def _read(store: GraphStore) -> list[SourceStanding]:
    """Read how the sources stand, anew when any was taken in, withdrawn or loaded further."""
    workspace = session.opened().workspace
    cut_off = incomplete_sources(store)
    withdrawn = sorted(Archive(workspace).withdrawn())
    place = f"{session.cache_key()} {read_span(store)} {sorted(cut_off)} {withdrawn}"
    return _standing(place, cut_off, datetime.now(UTC).date(), workspace)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=4, show_spinner=reading.LOOKING_AT_SOURCES)
def _standing(
    place: str, cut_off: frozenset[str], today: date, _workspace: Workspace
) -> list[SourceStanding]:
    """Read how the sources stand; ``place`` names the sources that are in the workspace."""
    return sources_standing(_workspace, cut_off, today)


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state[PAGE] = 1
