"""Overview: what is in the workspace, what was found, and what needs a person's eyes."""

from __future__ import annotations

import streamlit as st

from app import session
from app import words as numbers
from app.literal import visible
from app.views.notices import say_no_snapshot, say_nothing_yet, say_what_is_unfinished
from app.views.overview_coverage import show_coverage
from app.views.overview_leads import show_changes, show_clusters, show_hubs, show_watched
from app.views.overview_sources import show_sources
from app.words import overview as words
from graph.lookup.overview import (
    Counts,
    Snapshot,
    count_everything,
    count_platforms,
    list_snapshots,
)
from graph.store import GraphStore

KEPT_SECONDS = 600


def main() -> None:
    """Show the page."""
    store = session.store()
    counts, snapshots = count_everything(store), list_snapshots(store)
    st.title(words.TITLE, anchor=False)
    if not counts.sources:
        say_nothing_yet()
        return
    say_what_is_unfinished(counts, snapshots)
    _show_counts(store, counts)
    latest = next((each for each in snapshots if each.is_latest), None)
    with session.errors_said("changes"):
        show_changes()
    if latest is None:
        say_no_snapshot()
    else:
        with session.errors_said("leads"):
            show_clusters(store, latest)
    show_coverage()
    if latest is not None:
        show_hubs(store)
    show_sources()
    with session.errors_said("watches"):
        show_watched()
    if latest is not None:
        _show_snapshot(latest)


def _show_counts(store: GraphStore, counts: Counts) -> None:
    """Say how much of everything there is, what each number counts, and where that is found."""
    platforms = _platforms(f"{session.cache_key()} {counts}", store)
    details = {
        "accounts": ", ".join(
            f"{numbers.platform(name)} {many:,}" for name, many in platforms.items()
        ),
        "posts": words.prices(counts.listings),
    }
    columns = st.columns(len(numbers.WHAT_IS_COUNTED))
    for column, (name, meaning) in zip(columns, numbers.WHAT_IS_COUNTED.items(), strict=True):
        with column.container(border=True, height="stretch", gap="xsmall", key=f"count {name}"):
            st.metric(name.replace("_", " ").capitalize(), f"{getattr(counts, name):,}")
            st.caption(meaning)
            if name in details:
                st.text(visible(details[name]))
            page, label = words.WAYS[name]
            st.page_link(page, label=label)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=4, show_spinner=False)
def _platforms(place: str, _store: GraphStore) -> dict[str, int]:
    """Count accounts by platform; ``place`` names what is in the graph."""
    return count_platforms(_store)


def _show_snapshot(snapshot: Snapshot) -> None:
    """Say which detection is shown, and what it rests on."""
    st.header(words.DETECTION, anchor=False)
    with st.container(border=True):
        facts = (
            (words.AS_OF, snapshot.as_of),
            (words.LOOKED_AT, f"{snapshot.accounts:,}"),
            (words.TIES, f"{snapshot.ties:,}"),
            (words.CLUSTERS, f"{snapshot.clusters:,}"),
            (words.CALIBRATION, snapshot.calibration),
            (words.SNAPSHOT, snapshot.id),
        )
        for column, (name, value) in zip(
            st.columns((1.3, 1.1, 0.8, 1, 1.4, 1.4)), facts, strict=True
        ):
            column.caption(name)
            column.text(visible(value))


main()
