"""Changes of networks: those of note as cards, then lines of descent and what else changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from app import words as numbers
from app.literal import visible
from app.report import words as told_words
from app.views.changes_events import show_cluster_event
from app.views.changes_links import CLUSTER_PAGE
from app.views.changes_reading import Told, clusters_now
from app.views.opening import Target, show_opening
from app.views.paging import ask_page
from app.words import changes as words

PER_PAGE = 6

Events = Sequence[Mapping[str, Any]]


def show_networks(told: Told) -> None:
    """Show what became of networks."""
    changes, found = told.sections.held["changes"], told.sections.held["found"]
    others = [each for each in told.sections.held["others"] if "account" not in each]
    now = clusters_now(_named([*changes, *found, *others]))
    _show_changes(told, changes, now)
    if told.sections.unchanged:
        st.caption(told_words.go_on(told.sections.unchanged, further=bool(changes)))
    if "lineage" in told.pictures:
        st.subheader(words.LINEAGE, anchor=False)
        st.caption(words.LINEAGE_SAID)
        st.image(told.pictures["lineage"], alt=words.LINEAGE_PICTURE, width="content")
    if found:
        st.subheader(words.FOUND, anchor=False)
        st.caption(words.FOUND_SAID)
        show_events(told, found, now, "found")
    if others:
        st.subheader(words.ALSO, anchor=False)
        st.caption(words.ALSO_SAID)
        _show_others(others, now)


def show_unsure(told: Told) -> None:
    """Show changes that hold in some of the runs only."""
    unsure = told.sections.held["unsure"]
    st.caption(words.UNSURE_SAID)
    if not unsure:
        st.markdown(words.NO_UNSURE)
        return
    show_events(told, unsure, clusters_now(_named(unsure)), "unsure")


def show_events(told: Told, events: Events, now: frozenset[str], place: str) -> None:
    """Show changes as cards, some at a time."""
    where, skip = ask_page(len(events), per_page=PER_PAGE, key=f"{place}_page")
    with where:
        shown = events[skip : skip + PER_PAGE]
        st.caption(numbers.showing(skip + 1, skip + len(shown), len(events), "changes"))
        for nth, event in enumerate(shown, start=skip + 1):
            show_cluster_event(told, event, f"{place}_{nth}", now)


def _show_changes(told: Told, changes: Events, now: frozenset[str]) -> None:
    """Show the changes of note, the most surprising first."""
    if not changes:
        st.markdown(words.NO_CHANGE)
        return
    show_events(told, changes, now, "change")


def _show_others(others: Events, now: frozenset[str]) -> None:
    """List ordinary changes."""
    rows = [
        {
            words.COLUMN_CHANGE: told_words.EVENTS.get(each["kind"], words.OTHER_KIND),
            words.COLUMN_WHAT: visible(each["sentence"]),
            words.COLUMN_SURPRISE: each["surprise"],
            words.COLUMN_NOW: "" if each["cluster"] in now else words.NOT_NOW,
        }
        for each in others
    ]
    targets = [
        Target(CLUSTER_PAGE, {"cluster": each["cluster"]}) if each["cluster"] in now else Target()
        for each in others
    ]
    show_opening(
        rows, targets, place="others", alt=words.ALSO,
        columns={words.COLUMN_WHAT: st.column_config.TextColumn(width="large")},
    )  # fmt: skip


def _named(events: Events) -> set[str]:
    """Ids of all clusters that changes speak of."""
    return {
        each for event in events for each in (event["cluster"], *event["from"], *event["to"])
    }  # fmt: skip
