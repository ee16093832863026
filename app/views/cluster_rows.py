"""Clusters as rows of a list: each a link, three measures side by side, never one number."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app import words
from app.literal import literal, shortened, visible
from app.views.cluster_legality import Legality, legality_by_cluster, value_of
from graph.lookup.clusters import ClusterSummary
from graph.lookup.names import member_names
from graph.store import GraphStore

WIDTHS = (1.1, 0.55, 2.4, 1.55, 1.6, 1.25, 1.7, 2)
NAMES = 2
HEADINGS = (
    ("Cluster", None),
    ("Size", None),
    ("Accounts", None),
    ("Connectedness", words.CONNECTEDNESS),
    ("Trade relevance", words.TRADE_RELEVANCE),
    ("Legality", words.LEGALITY),
    ("Platforms", None),
    ("Active", None),
)


def show_rows(store: GraphStore, clusters: Sequence[ClusterSummary]) -> None:
    """List clusters; a row opens its page."""
    said = legality_by_cluster(clusters[0].snapshot) if clusters else {}
    names = member_names(store, [cluster.key for cluster in clusters], most=NAMES)
    with st.container(gap="xsmall"):
        with st.container(key="headings"):
            for column, (heading, meaning) in zip(_columns(), HEADINGS, strict=True):
                column.caption(f"**{heading}**", help=meaning)
        for cluster in clusters:
            with st.container(key=f"row {cluster.key}"):
                _show_row(cluster, names.get(cluster.key, []), said.get(cluster.id))


def _columns() -> Sequence[st.delta_generator.DeltaGenerator]:
    """The columns of one row."""
    return st.columns(WIDTHS, vertical_alignment="center", gap="small")


def _show_row(cluster: ClusterSummary, names: list[str], said: Legality | None) -> None:
    """Show one cluster."""
    link, size, accounts, connected, trade, legality, platforms, span = _columns()
    link.page_link(
        "views/cluster.py", label=literal(cluster.id), query_params={"cluster": cluster.id}
    )
    size.text(f"{cluster.size:,}")
    accounts.text(_some(names, cluster.size))
    for column, value in ((connected, cluster.connectedness), (trade, cluster.trade_relevance)):
        if value is None:
            column.text(words.UNKNOWN)
        else:
            column.progress(value, text=words.share(value))
    legality.caption(value_of(said), help=literal(said["who"]) if said else None)
    platforms.text(_some([words.platform(each) for each in cluster.platforms]))
    span.text(words.span(cluster.span_first, cluster.span_last))


def _some(names: list[str], in_all: int | None = None) -> str:
    """Write the first names, and how many are left."""
    shown = [shortened(visible(" ".join(name.split())), 24) for name in names[:NAMES]]
    left = (in_all or len(names)) - len(shown)
    return ", ".join(shown) + (f" and {left:,} more" if left else "")
