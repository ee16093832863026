"""Reading one cluster, once for all parts of its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from app import elements, session, words
from app.words import cluster as said
from graph.lookup.clusters import Cluster, Member, find_cluster
from graph.lookup.names import group_names
from graph.lookup.taxa import ListedTaxon, find_taxa
from graph.store import GraphStore

KEPT_SECONDS = 60
MOST_GROUPS = 2_000
MOST_TAXA = 500


@dataclass(frozen=True)
class Shown:
    """A cluster as its page shows it.

    Attributes
    ----------
    cluster : Cluster
    picture : app.elements.Picture
    groups : mapping of str to str
        Names of the groups that its members post in, by key.
    taxa : mapping of str to ListedTaxon
        What the lists in use say of the taxa that its members name, by scientific name.
    """

    cluster: Cluster
    picture: elements.Picture
    groups: Mapping[str, str]
    taxa: Mapping[str, ListedTaxon]

    def member(self, key: str) -> Member | None:
        """Find a member by its key, among those that were read."""
        return self._members.get(key)

    def account(self, key: str) -> str:
        """Call a member by its name."""
        found = self.member(key)
        return words.account(found.name, found.handle, key) if found else key

    def taxon(self, scientific_name: str) -> str:
        """Name a taxon, and how it is listed."""
        found = self.taxa.get(scientific_name)
        listed = f" ({found.listed})" if found and found.listed else ""
        return f"{scientific_name}{listed}"

    @cached_property
    def _members(self) -> dict[str, Member]:
        """Members by key."""
        return {member.account_key: member for member in self.cluster.members}


def read(snapshot: str, cluster_id: str) -> Shown | None:
    """Read a cluster; None when the snapshot has none of this id."""
    return _read(session.cache_key(), snapshot, cluster_id, session.store())


@st.cache_data(ttl=KEPT_SECONDS, max_entries=64, show_spinner=said.READING)
def _read(place: str, snapshot: str, cluster_id: str, _store: GraphStore) -> Shown | None:
    """Read a cluster; ``place`` keeps apart what comes from different graphs."""
    cluster = find_cluster(_store, snapshot, cluster_id)
    if cluster is None:
        return None
    keys = list(cluster.summary.properties.get("groups") or ())[:MOST_GROUPS]
    taxa = find_taxa(_store, list(cluster.summary.properties.get("taxa") or ())[:MOST_TAXA])
    return Shown(cluster, elements.draw(cluster), group_names(_store, keys), taxa)
