"""Where a cluster's posts say somebody or something is, and how that was read."""

from __future__ import annotations

import re

import streamlit as st

from app import words
from app.literal import visible
from app.localities import generalised
from app.views.cluster_reading import kept
from app.views.paging import ask_page
from app.views.reading import Shown
from app.words import cluster_activity as said
from app.words import headings
from graph.lookup import clusters_goods as goods
from graph.lookup.places import THREATENED
from graph.lookup.taxa import list_named_taxa

PER_PAGE = 50
_THREATENED = re.compile(THREATENED)


def show_places(shown: Shown) -> None:
    """List the places, the most said first; of threatened species only countries."""
    key = shown.cluster.summary.key
    threatened = [
        each.key
        for each in kept(list_named_taxa)
        if each.listed and _THREATENED.fullmatch(each.listed)
    ]
    in_all, hidden = kept(goods.count_cluster_places, key, threatened=threatened)
    countries = _countries(key, threatened) if hidden else {}
    if not in_all and not hidden:
        st.markdown(said.NO_PLACES)
    if in_all:
        place, skip = ask_page(in_all, per_page=PER_PAGE, key="place_page")
        found = kept(
            goods.list_cluster_places, key, threatened=threatened, skip=skip, limit=PER_PAGE
        )
        with place:
            st.caption(said.places(skip + 1, skip + len(found), in_all))
            _show_table(found)
    if hidden:
        told = "; ".join(f"{name} ({posts:,})" for name, posts in countries.items())
        st.text(visible(" ".join(filter(None, (said.hidden_places(hidden, len(told)), told)))))
    _show_regions(key)
    st.caption(said.NO_MAP)


def _show_table(found: list[goods.ClusterPlace]) -> None:
    """Show the places as a table."""
    rows = [
        {
            headings.PLACE: visible(each.place),
            headings.HOW_READ: said.HOW[each.how],
            headings.POSTS: each.posts,
            headings.ACCOUNTS: each.accounts,
            headings.FIRST: each.first_seen.date() if each.first_seen else None,
            headings.LAST: each.last_seen.date() if each.last_seen else None,
        }
        for each in found
    ]
    most = max(each.posts for each in found)
    st.dataframe(
        rows, hide_index=True, alt=said.PLACES_ALT,
        column_config={
            headings.POSTS: st.column_config.ProgressColumn(
                format="%d", min_value=0, max_value=most
            )
        },
    )  # fmt: skip


def _countries(cluster_key: str, threatened: list[str]) -> dict[str, int]:
    """Countries that the words of places of threatened species name, with their posts."""
    counted: dict[str, int] = {}
    for place, posts in kept(goods.threatened_places, cluster_key, threatened=threatened).items():
        country = generalised(place)
        if country is not None:
            counted[country] = counted.get(country, 0) + posts
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _show_regions(cluster_key: str) -> None:
    """Say which regions were stated for the files that hold the posts."""
    counted: dict[str, int] = {}
    for each in kept(goods.list_cluster_sources, cluster_key):
        if each.region:
            counted[each.region] = counted.get(each.region, 0) + each.posts
    if counted:
        regions = ", ".join(
            f"{region} ({words.count(posts, 'post')})" for region, posts in counted.items()
        )
        st.text(visible(f"{said.REGIONS}: {regions}"))
