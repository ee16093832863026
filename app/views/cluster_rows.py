"""Clusters as rows of a list: each a link, three measures side by side, never one number."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import session, words
from app.cluster_status import Standing
from app.literal import literal, shortened, visible
from app.views.cluster_standing import legality_value, standing_now, status_value
from app.words.clusters import HEADINGS, left_out
from graph.lookup.clusters import ClusterSummary
from graph.lookup.names import member_names
from graph.store import GraphStore

WIDTHS = (1.1, 0.5, 2.9, 1.35, 1.45, 1.1, 1, 1.6)
NAMES = 2
NAME_CHARACTERS = 24


def show_rows(store: GraphStore, clusters: Sequence[ClusterSummary]) -> None:
    """List clusters of the latest detection; a row opens its page."""
    latest = session.latest()
    found = standing_now(latest) if latest and clusters else Standing()
    names = member_names(store, [cluster.key for cluster in clusters], most=NAMES)
    with st.container(gap="xsmall"):
        with st.container(key="headings"):
            for column, (heading, meaning) in zip(_columns(), HEADINGS.items(), strict=True):
                column.caption(f"**{heading}**", help=meaning)
        for cluster in clusters:
            with st.container(key=f"row {cluster.key}"):
                _show_row(cluster, names.get(cluster.key, []), found)


def _columns() -> Sequence[st.delta_generator.DeltaGenerator]:
    """The columns of one row."""
    return st.columns(WIDTHS, vertical_alignment="center", gap="small")


def _show_row(cluster: ClusterSummary, names: list[str], found: Standing) -> None:
    """Show one cluster."""
    link, size, accounts, connected, trade, legality, judged, span = _columns()
    link.page_link(
        "views/cluster.py", label=literal(cluster.id), query_params={"cluster": cluster.id}
    )
    size.text(f"{cluster.size:,}")
    platforms = ", ".join(map(words.platform, cluster.platforms))
    accounts.text(f"{_some(names, cluster.size)}\n{visible(platforms)}")
    for column, value in ((connected, cluster.connectedness), (trade, cluster.trade_relevance)):
        if value is None:
            column.text(words.UNKNOWN)
        else:
            column.progress(value, text=words.share(value))
    said = found.legality.get(cluster.id)
    legality.caption(legality_value(said), help=literal(said["who"]) if said else None)
    judged.caption(status_value(found, cluster.id))
    span.text(words.span(cluster.span_first, cluster.span_last))


def _some(names: list[str], in_all: int) -> str:
    """Write the first names, and how many are left."""
    shown = [shortened(visible(" ".join(name.split())), NAME_CHARACTERS) for name in names[:NAMES]]
    return ", ".join(shown) + left_out(in_all - len(shown))
