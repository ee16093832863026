"""Clusters: the list, with filters that the address of the page keeps."""

from __future__ import annotations

import streamlit as st

from app import session, words
from app.views.cluster_rows import show_rows
from app.views.notices import say_no_snapshot
from app.views.paging import ask_page
from graph.lookup.clusters import ClusterFilter, Order, count_clusters, list_clusters
from graph.lookup.overview import count_platforms
from graph.store import GraphStore

PER_PAGE = 20
ORDERS: dict[str, Order] = {
    "Size": "size",
    "Connectedness": "connectedness",
    "Trade relevance": "trade_relevance",
    "Last active": "span_last",
}
ANY = "Any"
CONNECTED = {ANY: None, "At least 80%": 0.8, "At least 90%": 0.9, "At least 95%": 0.95,
             "At least 99%": 0.99}  # fmt: skip


def main() -> None:
    """Show the page."""
    store = session.store()
    st.title("Clusters", anchor=False)
    latest = session.latest()
    if latest is None:
        say_no_snapshot()
        return
    st.caption(f"Detection as known by the end of {latest.as_of}. {words.LEAD}")
    only, order = _ask(store)
    in_all = count_clusters(store, latest.id, only)
    place, skip = ask_page(in_all, per_page=PER_PAGE, key="page")
    if not in_all:
        place.markdown(
            "No cluster fits these filters."
            if latest.clusters
            else "This detection found no cluster: no evidence ties two accounts strongly."
        )
        return
    found = list_clusters(store, latest.id, only=only, order=order, skip=skip, limit=PER_PAGE)
    with place:
        st.caption(words.showing(skip + 1, skip + len(found), in_all, "clusters"))
        show_rows(store, found)


def _ask(store: GraphStore) -> tuple[ClusterFilter, Order]:
    """Ask which clusters to list, and in which order."""
    platforms = {words.platform(name): name for name in count_platforms(store)}
    columns = st.columns((2.4, 1.3, 1, 1.4, 1.4), vertical_alignment="bottom")
    said = columns[0].text_input(
        "Name, handle or id", key="words", bind="query-params", on_change=_to_first_page,
        placeholder="Part of an account’s name or of a cluster’s id",
    )  # fmt: skip
    platform = columns[1].selectbox(
        "Platform", [ANY, *platforms], key="platform", bind="query-params",
        on_change=_to_first_page,
    )  # fmt: skip
    size = columns[2].number_input(
        "Accounts, at least", min_value=2, value=2, key="size", bind="query-params",
        on_change=_to_first_page,
    )  # fmt: skip
    connected = columns[3].selectbox(
        "Connectedness", list(CONNECTED), key="connected", bind="query-params",
        on_change=_to_first_page,
    )  # fmt: skip
    order = columns[4].selectbox(
        "Highest first by", list(ORDERS), key="order", bind="query-params",
        on_change=_to_first_page,
    )  # fmt: skip
    return (
        ClusterFilter(
            least_size=int(size),
            least_connectedness=CONNECTED[connected],
            platform=platforms.get(platform),
            words=said.strip() or None,
        ),
        ORDERS[order],
    )


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state["page"] = 1


main()
