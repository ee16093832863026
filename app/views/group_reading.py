"""Reading what is in a group once, not again with every click."""

from __future__ import annotations

import polars as pl
import streamlit as st

from app import session
from app.words import reading
from graph.lookup.details_where import ClusterHere
from graph.lookup.groups import Group, rank_groups
from graph.lookup.groups_content import (
    GroupDetail,
    GroupTaxon,
    Invitation,
    PassedOn,
    list_group_clusters,
    list_group_details,
    list_group_taxa,
    list_invitations,
    list_passed_on,
)
from graph.lookup.groups_coverage import Collected, list_collected
from graph.lookup.groups_people import GroupPeople, read_group_people
from graph.lookup.groups_posts import GroupPosts, PostsWith, find_posts_with, read_group_posts
from graph.lookup.overview import count_everything
from graph.store import GraphStore

KEPT_SECONDS = 600


def read_ranking() -> pl.DataFrame:
    """Read which groups there are, those with most posts first."""
    store = session.store()
    counts = count_everything(store)
    return _ranking(session.cache_key(), f"{counts.groups} {counts.posts}", store)


def read_posts(group: Group) -> GroupPosts:
    """Read when the group's posts were posted, and by whom."""
    return _posts(session.cache_key(), group.key, group.posts, session.store())


def read_people(group: Group) -> GroupPeople:
    """Read which accounts the group has."""
    stamp = f"{group.accounts} {group.posts}"
    return _people(session.cache_key(), group.key, stamp, read_posts(group), session.store())


def read_found(group: Group, text: str) -> PostsWith:
    """Read which of the group's posts have some words."""
    return _found(session.cache_key(), group.key, group.posts, text, session.store())


def read_collected(group: Group) -> list[Collected]:
    """Read when each source collected posts of the group."""
    return _collected(session.cache_key(), group.key, group.posts, session.store())


def read_taxa(group: Group) -> list[GroupTaxon]:
    """Read which taxa the group's posts name."""
    return _taxa(session.cache_key(), group.key, group.posts, session.store())


def read_details(group: Group, snapshot: str | None) -> list[GroupDetail]:
    """Read which contact details the group's posts give; hubs are of a snapshot."""
    return _details(session.cache_key(), snapshot, group.key, group.posts, session.store())


def read_clusters(group: Group, snapshot: str) -> list[ClusterHere]:
    """Read which clusters of a snapshot have accounts in the group."""
    return _clusters(session.cache_key(), snapshot, group.key, group.accounts, session.store())


def read_leads(group: Group) -> tuple[list[PassedOn], list[Invitation]]:
    """Read whose words the group's posts pass on, and to what they invite."""
    return _leads(session.cache_key(), group.key, group.posts, session.store())


@st.cache_data(ttl=KEPT_SECONDS, max_entries=2, show_spinner=reading.GROUPS)
def _ranking(place: str, stamp: str, _store: GraphStore) -> pl.DataFrame:
    """Read groups; ``stamp`` tells when there are others than before, as it does below."""
    return rank_groups(_store)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=16, show_spinner=reading.POSTS_OF_GROUP)
def _posts(place: str, key: str, stamp: int, _store: GraphStore) -> GroupPosts:
    """Read posts."""
    return read_group_posts(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=16, show_spinner=reading.ACCOUNTS_OF_GROUP)
def _people(
    place: str, key: str, stamp: str, _posts: GroupPosts, _store: GraphStore
) -> GroupPeople:
    """Read accounts."""
    return read_group_people(_store, key, _posts)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.FINDING_WORDS)
def _found(place: str, key: str, stamp: int, text: str, _store: GraphStore) -> PostsWith:
    """Find posts."""
    return find_posts_with(_store, key, text)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.SOURCES)
def _collected(place: str, key: str, stamp: int, _store: GraphStore) -> list[Collected]:
    """Read sightings."""
    return list_collected(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.TAXA)
def _taxa(place: str, key: str, stamp: int, _store: GraphStore) -> list[GroupTaxon]:
    """Read taxa."""
    return list_group_taxa(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.DETAILS)
def _details(
    place: str, snapshot: str | None, key: str, stamp: int, _store: GraphStore
) -> list[GroupDetail]:
    """Read contact details."""
    return list_group_details(_store, key)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.CLUSTERS)
def _clusters(
    place: str, snapshot: str, key: str, stamp: int, _store: GraphStore
) -> list[ClusterHere]:
    """Read clusters."""
    return list_group_clusters(_store, key, snapshot)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=32, show_spinner=reading.POSTS)
def _leads(
    place: str, key: str, stamp: int, _store: GraphStore
) -> tuple[list[PassedOn], list[Invitation]]:
    """Read where the group leads."""
    return list_passed_on(_store, key), list_invitations(_store, key)
