"""What is in a group: taxa, contact details, clusters whose accounts are there."""

from __future__ import annotations

import streamlit as st

from app import words
from app.literal import literal, visible
from app.views.group_reading import read_clusters, read_details, read_taxa
from app.views.linked_table import DATE, show_linked_table
from app.views.paging import ask_page
from app.words import group as said
from app.words import headings
from graph.lookup.groups import Group
from graph.lookup.groups_content import MOST_DETAILS
from graph.lookup.groups_posts import MOST_READ
from graph.lookup.overview import Snapshot

PER_PAGE = 100
CLUSTERS_PER_PAGE = 25


def show_taxa(group: Group, latest: Snapshot | None) -> None:
    """List the taxa that posts here name, the most offered first."""
    taxa = read_taxa(group)
    if not taxa:
        st.markdown(said.NO_TAXA)
        return
    st.caption(said.TAXA_NOTE)
    _say_bound(group)
    st.dataframe(
        [
            {
                headings.TAXON: visible(taxon.scientific_name),
                headings.LISTED: visible(taxon.listed or ""),
                headings.OFFERED: taxon.offered,
                headings.NAMED: taxon.named,
                headings.FIRST_SEEN: taxon.first_seen.date() if taxon.first_seen else None,
                headings.LAST_SEEN: taxon.last_seen.date() if taxon.last_seen else None,
            }
            for taxon in taxa
        ],
        hide_index=True,
        alt=said.TAXA_ALT,
        placeholder="",
        column_config={
            headings.LISTED: st.column_config.TextColumn(help=said.LISTED_HELP),
            headings.OFFERED: st.column_config.NumberColumn(help=said.OFFERED_HELP),
            headings.NAMED: st.column_config.NumberColumn(help=said.NAMED_HELP),
            headings.FIRST_SEEN: DATE,
            headings.LAST_SEEN: DATE,
        },
    )


def show_details(group: Group, latest: Snapshot | None) -> None:
    """List the contact details that posts here give, in most posts first."""
    details = read_details(group, latest.id if latest else None)
    if not details:
        st.markdown(said.NO_DETAILS)
        return
    place, skip = ask_page(len(details), per_page=PER_PAGE, key="given_here_page")
    part = details[skip : skip + PER_PAGE]
    rows = [
        {
            headings.KIND: visible(words.kind(each.kind)),
            headings.VALUE: visible(each.value),
            said.POSTS_HERE: each.posts,
            headings.PUBLISHED_BY: each.publishers,
            headings.STRANGERS: words.hub(each.hub_probability),
        }
        for each in part
    ]
    with place:
        shown = words.showing(skip + 1, skip + len(part), len(details), "contact details")
        st.caption(said.most_posts(shown, is_cut=len(details) == MOST_DETAILS))
        _say_bound(group)
        show_linked_table(
            rows, [each.detail_key for each in part], about="detail",
            place=f"given {group.key}", alt=said.DETAILS_ALT,
            columns={
                headings.PUBLISHED_BY: st.column_config.NumberColumn(help=said.PUBLISHERS_HELP)
            },
        )  # fmt: skip


def show_clusters(group: Group, latest: Snapshot | None) -> None:
    """List the clusters whose accounts post here or belong to it, with how many each."""
    if latest is None:
        st.markdown(said.NOT_DETECTED)
        return
    clusters = read_clusters(group, latest.id)
    if not clusters:
        st.markdown(said.NO_CLUSTERS)
        return
    place, skip = ask_page(len(clusters), per_page=CLUSTERS_PER_PAGE, key="clusters_page")
    part = clusters[skip : skip + CLUSTERS_PER_PAGE]
    with place:
        shown = words.showing(skip + 1, skip + len(part), len(clusters), "clusters")
        st.caption(f"{shown}. {words.LEAD}")
        for each in part:
            with st.container(
                horizontal=True, vertical_alignment="center", gap="small",
                key=f"row {each.cluster_key}",
            ):  # fmt: skip
                st.page_link(
                    "views/cluster.py",
                    label=literal(each.cluster_id),
                    query_params={"cluster": each.cluster_id},
                )
                st.text(said.members(each.accounts, each.size))


def _say_bound(group: Group) -> None:
    """Say so where not all posts were read."""
    if group.posts > MOST_READ:
        st.caption(said.bounded(MOST_READ))
