"""Reading what the cluster pages show beside the cluster itself, kept for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from app import session
from app.cluster_regions import groups_by_region, observed_weeks
from graph.lookup.overview import list_sources
from graph.store import GraphStore
from graph.workspace import Workspace

KEPT_SECONDS = 600
MOST_KEPT = 256

Given = ParamSpec("Given")
Found = TypeVar("Found")


def kept(
    reader: Callable[Concatenate[GraphStore, Given], Found],
    *given: Given.args,
    **named: Given.kwargs,
) -> Found:
    """Give what a function of `graph.lookup` reads from the graph, read anew after a while.

    Parameters
    ----------
    reader : callable
        Takes the store, then what is given and named here.
    """
    name = f"{reader.__module__}.{reader.__qualname__}"
    found: Found = _kept(session.cache_key(), name, given, named, reader, session.store())
    return found


def regions_with_groups(snapshot: str) -> dict[str, tuple[str, ...]]:
    """List the groups of each region that was stated for a source."""
    now = session.opened()
    return _regions(session.cache_key(), snapshot, now.workspace, now.store)


def weeks_observed(snapshot: str, cluster_key: str, groups: tuple[str, ...]) -> set[date]:
    """List the weeks in which something was collected from a cluster's groups."""
    workspace = session.opened().workspace
    return _observed(session.cache_key(), snapshot, cluster_key, workspace, groups)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=MOST_KEPT, show_spinner=False)
def _kept(
    place: str,
    name: str,
    given: tuple[Any, ...],
    named: Mapping[str, Any],
    _reader: Callable[..., Any],
    _store: GraphStore,
) -> Any:
    """Read it; ``place`` keeps apart what comes from different graphs, here and below."""
    return _reader(_store, *given, **named)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=4, show_spinner=False)
def _regions(
    place: str, snapshot: str, _workspace: Workspace, _store: GraphStore
) -> dict[str, tuple[str, ...]]:
    """Read them."""
    stated = {each["key"]: each["region"] for each in list_sources(_store) if each.get("region")}
    return groups_by_region(_workspace, snapshot, stated)


@st.cache_data(ttl=KEPT_SECONDS, max_entries=MOST_KEPT, show_spinner=False)
def _observed(
    place: str, snapshot: str, cluster_key: str, _workspace: Workspace, _groups: tuple[str, ...]
) -> set[date]:
    """Read them."""
    return observed_weeks(_workspace, snapshot, _groups)
