"""Overview: what is in the workspace, what was found, and what needs a person's eyes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from app import session, words
from app.literal import literal, visible
from app.views.cluster_rows import show_rows
from app.views.notices import say_no_snapshot, say_nothing_yet, say_what_is_unfinished
from graph.lookup.clusters import list_clusters
from graph.lookup.hubs import Hub, count_hubs, list_hubs
from graph.lookup.overview import (
    Counts,
    Snapshot,
    count_everything,
    count_platforms,
    list_snapshots,
    list_sources,
)
from graph.store import GraphStore

LEADS = 5


def main() -> None:
    """Show the page."""
    store = session.store()
    counts, snapshots = count_everything(store), list_snapshots(store)
    st.title("Overview", anchor=False)
    if not counts.sources:
        say_nothing_yet()
        return
    say_what_is_unfinished(counts, snapshots)
    _show_counts(store, counts)
    latest = next((each for each in snapshots if each.is_latest), None)
    if latest is None:
        say_no_snapshot()
    else:
        _show_snapshot(latest)
        _show_clusters(store, latest)
        _show_hubs(store)
    _show_sources(list_sources(store))


def _show_counts(store: GraphStore, counts: Counts) -> None:
    """Say how much of everything there is, and what each number counts."""
    details = {
        "accounts": ", ".join(
            f"{words.platform(name)} {many:,}" for name, many in count_platforms(store).items()
        ),
        "posts": f"{words.count(counts.listings, 'has', 'have')} a price",
    }
    columns = st.columns(len(words.WHAT_IS_COUNTED))
    for column, (name, meaning) in zip(columns, words.WHAT_IS_COUNTED.items(), strict=True):
        with column.container(border=True, height="stretch", gap="xsmall", key=f"count {name}"):
            st.metric(name.replace("_", " ").capitalize(), f"{getattr(counts, name):,}")
            st.caption(meaning)
            if name in details:
                st.text(visible(details[name]))


def _show_snapshot(snapshot: Snapshot) -> None:
    """Say which detection is shown, and what it rests on."""
    st.header("Latest detection", anchor=False)
    with st.container(border=True):
        facts = (
            ("Known by the end of", snapshot.as_of),
            ("Accounts looked at", f"{snapshot.accounts:,}"),
            ("Ties found", f"{snapshot.ties:,}"),
            ("Clusters found", f"{snapshot.clusters:,}"),
            ("Calibration", snapshot.calibration),
            ("Snapshot", snapshot.id),
        )
        for column, (name, value) in zip(
            st.columns((1.3, 1.1, 0.8, 1, 1.4, 1.4)), facts, strict=True
        ):
            column.caption(name)
            column.text(visible(value))


def _show_clusters(store: GraphStore, snapshot: Snapshot) -> None:
    """List the first clusters."""
    st.header("Clusters that need eyes", anchor=False)
    if not snapshot.clusters:
        st.markdown("This detection found no cluster: no evidence ties two accounts strongly.")
        return
    found = list_clusters(store, snapshot.id, limit=LEADS)
    st.caption(
        f"{words.showing(1, len(found), snapshot.clusters, 'clusters')}, the largest first. "
        f"{words.LEAD}"
    )
    show_rows(store, found)
    st.page_link("views/clusters.py", label="All clusters")


def _show_hubs(store: GraphStore) -> None:
    """List the first hubs: leads of their own."""
    st.header("Contact details that serve many", anchor=False)
    in_all = count_hubs(store)
    if not in_all:
        st.markdown("None was found: no contact detail is shared by so many that it stands out.")
        return
    hubs = list_hubs(store, limit=LEADS)
    st.caption(
        f"{words.showing(1, len(hubs), in_all, 'contact details')}, the likeliest first. "
        "A courier, an escrow account or an administrator joins strangers: such a detail ties "
        "nobody here, and is a lead of its own."
    )
    for hub in hubs:
        _show_hub(hub)
    st.page_link("views/hubs.py", label="All of them, to be judged")


def _show_hub(hub: Hub) -> None:
    """Show one hub."""
    with st.container(border=True):
        name, likely, accounts, why = st.columns((2, 1.2, 1, 4), vertical_alignment="center")
        name.caption(words.kind(hub.kind))
        name.markdown(literal(hub.value))
        likely.caption("May serve strangers")
        likely.text(words.share(hub.probability))
        accounts.caption("Published by")
        accounts.text(words.count(hub.accounts, "account"))
        why.text(visible(" ".join(hub.reasons)))


def _show_sources(sources: list[dict[str, Any]]) -> None:
    """List the sources, with how they may be handled and how long they may be kept."""
    st.header("Sources", anchor=False)
    past = [each for each in sources if _is_past(each.get("retention"))]
    if past:
        st.warning(
            f"{words.count(len(past), 'source', 'sources')} may have to be deleted: the date until "
            "which to keep it has passed."
        )
    rows = [
        {
            "Source": visible(str(each.get("path") or each.get("key"))),
            "Rows taken in": each.get("rows_accepted"),
            "Rows refused": each.get("rows_rejected"),
            "Posts": each.get("posts"),
            "Handling": visible(str(each.get("handling") or "not stated")),
            "May be kept until": visible(str(each.get("retention") or "not stated")),
            "Past that date": "yes" if _is_past(each.get("retention")) else "",
            "Collector": visible(str(each.get("collector") or "not stated")),
            "Taken in by": visible(str(each.get("ingested_by") or "")),
            "Taken in on": str(each.get("ingested_at") or "")[:10],
        }
        for each in sources
    ]
    st.dataframe(rows, hide_index=True, alt="The sources of this workspace")


def _is_past(retention: object) -> bool:
    """Whether a source's date, if it has one, has passed."""
    try:
        return datetime.fromisoformat(str(retention)).date() < datetime.now(UTC).date()
    except ValueError:
        return False


main()
