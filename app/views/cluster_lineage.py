"""Which earlier clusters a cluster goes on from."""

from __future__ import annotations

import streamlit as st

from app.literal import visible
from app.views.cluster_reading import kept
from app.views.reading import Shown
from app.words import cluster_activity as said
from app.words import headings
from graph.lookup.clusters_activity import lineage

MOST_LINES = 100


def show_lineage(shown: Shown) -> None:
    """List the lines of descent, the nearest first."""
    found = kept(lineage, shown.cluster.summary.key, limit=MOST_LINES)
    if not found:
        st.markdown(said.NO_LINEAGE)
        return
    st.caption(said.lines(len(found), MOST_LINES))
    rows = [
        {
            headings.AS_OF: visible(line.as_of or line.snapshot[:10]),
            headings.EARLIER: visible(said.before(line.id, line.size)),
            headings.BECAME: said.EVENTS.get(line.event, line.event),
            headings.LATER: visible(line.of_id),
            headings.IN_COMMON: line.accounts,
            headings.SHARE: line.share,
            headings.SNAPSHOT: visible(line.snapshot),
        }
        for line in found
    ]
    st.dataframe(
        rows, hide_index=True, alt=said.LINEAGE_ALT,
        column_config={
            headings.SHARE: st.column_config.ProgressColumn(
                help=said.SHARE_HELP, format="percent", min_value=0.0, max_value=1.0
            )
        },
    )  # fmt: skip
