"""Taking clusters away as files: from one cluster's page, and from the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from app import session
from app.handling import Handling, handling_of
from app.literal import visible
from app.views.cluster_reading import kept
from app.views.reading import Shown
from app.words import cluster as cluster_said
from app.words import cluster_export as said
from graph.lookup.clusters import Order, list_clusters
from graph.lookup.clusters_filter import ClusterFilter
from graph.lookup.clusters_goods import list_cluster_sources
from graph.lookup.overview import Snapshot, list_sources

if TYPE_CHECKING:
    from app.cluster_files import MadeFile

MOST_CLUSTERS = 1_000
MADE = "exported file"


def show_export(shown: Shown, snapshot: Snapshot) -> None:
    """Let a named person take one cluster away."""
    st.header(cluster_said.EXPORT, anchor=False)
    name = shown.cluster.summary.id
    sources = kept(list_cluster_sources, shown.cluster.summary.key)
    handling = handling_of(each.handling for each in sources)
    _show(snapshot.id, name, name, handling, lambda: [name], of_all=False)


def show_list_export(snapshot: Snapshot, only: ClusterFilter, order: Order, fit: int) -> None:
    """Let a named person take the clusters of a filtered list away, bounded."""
    many = min(fit, MOST_CLUSTERS)
    with st.expander(said.of_list(many, fit), key="export list", on_change="rerun") as opened:
        if not opened.open:
            return
        handling = handling_of(each.get("handling") for each in kept(list_sources))

        def chosen() -> list[str]:
            store = session.store()
            found = list_clusters(store, snapshot.id, only=only, order=order, limit=many)
            return [each.id for each in found]

        place = f"list {only} {order}"
        _show(snapshot.id, "clusters", place, handling, chosen, of_all=True)


@st.fragment
def _show(
    snapshot: str,
    name: str,
    place: str,
    handling: Handling,
    chosen: Callable[[], list[str]],
    *,
    of_all: bool,
) -> None:
    """Show the handling, ask for the format, prepare the file and hand it over."""
    with session.errors_said(f"export {name}"):
        _say_handling(handling, of_all=of_all)
        if handling.is_barred:
            st.text(said.RED)
            return
        who = session.named()
        kind = st.selectbox(
            said.FORMAT, list(said.FORMATS), format_func=said.FORMATS.__getitem__,
            key=f"format {name}", width=360,
        )  # fmt: skip
        if kind == "csv":
            st.caption(said.CSV_HOLDS)
        if who is None:
            st.text(said.SAY_WHO)
        wanted = f"{snapshot} {place} {kind}"
        if st.button(said.PREPARE, key=f"prepare {name}", disabled=who is None) and who:
            with st.spinner(said.PREPARING):
                made = _make(snapshot, name, chosen(), kind, handling, who)
            st.session_state[MADE] = wanted, made
        _hand_over(wanted, name)


def _say_handling(handling: Handling, *, of_all: bool) -> None:
    """Say which handling code goes with the file."""
    if handling.strictest is None:
        st.text(said.NOT_STATED)
        return
    told = (said.handling(handling.strictest, of_all=of_all), said.unmarked(handling.unmarked))
    st.text(visible(" ".join(filter(None, told))))


def _make(
    snapshot: str, name: str, clusters: list[str], kind: str, handling: Handling, who: str
) -> MadeFile:
    """Make the file."""
    from app.cluster_files import make_file

    workspace = session.opened().workspace
    with workspace.writer(wait=False):
        return make_file(workspace, snapshot, clusters, kind, name=name, handling=handling, who=who)


def _hand_over(wanted: str, name: str) -> None:
    """Offer the file that was prepared last, if it is the one asked for."""
    of, made = st.session_state.get(MADE, (None, None))
    if of != wanted or made is None:
        return
    st.text(visible(said.ready(made.name, len(made.content))))
    st.download_button(
        said.DOWNLOAD, made.content, file_name=made.name, mime=made.mime, key=f"download {name}",
        on_click="ignore",
    )  # fmt: skip
