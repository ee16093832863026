"""What every page needs: the workspace, its graph, who works, and how an error looks."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from app.commands.caller import who_acts
from app.literal import visible
from app.own_side import check_own_side, decided_now
from app.withdrawn_sources import check_withdrawn
from app.words import session as words
from graph import server
from graph.errors import SpoorError, StoreUnavailable
from graph.lookup.overview import Snapshot, latest_snapshot
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace, open_workspace, workspace_path
from ingest.journal import Journal

DEFAULT_PORT = 7687
REACHED_SECONDS = 2.0
CHECKED_SECONDS = 1.0
"""A run of a page's script asks for the graph many times; it is looked at about once a run."""
WHO = "who"
WHO_IS_KNOWN = "who_is_known"


@dataclass(frozen=True)
class Opened:
    """A workspace with its graph, shared by all browser sessions."""

    workspace: Workspace
    connection: Connection
    store: GraphStore


def opened() -> Opened:
    """Give the workspace that the pages show, with its graph.

    Raises
    ------
    SpoorError
        If there is no workspace, its Neo4j can neither be reached nor started, or the graph may
        show our own side.
    """
    found = _open(str(workspace_path()), os.environ.get("NEO4J_URI"))
    journal = Journal(found.workspace).path
    written = journal.stat().st_mtime_ns if journal.exists() else 0
    _check(str(found.workspace.root), found.connection.uri, written, found)
    return found


def store() -> GraphStore:
    """Give the graph that the pages show; errors as of `opened`."""
    return opened().store


def latest() -> Snapshot | None:
    """Find the latest detection; None before the first."""
    return latest_snapshot(store())


def cache_key() -> str:
    """Name what cached data belong to: the workspace and the database they were read from."""
    now = opened()
    graph = f"{now.connection.uri} {now.connection.database}"
    return f"{now.workspace.id} {graph} {decided_now(now.workspace)}"


def who() -> str:
    """Name who works in this browser session."""
    return str(st.session_state.get(WHO) or who_acts(None))


def named() -> str | None:
    """Name who works in this browser session; None where nobody has said so yet."""
    return who() if st.session_state.get(WHO_IS_KNOWN) else None


def ask_who() -> None:
    """Ask in the sidebar, once per browser session, who works."""
    with st.sidebar:
        if st.session_state.get(WHO_IS_KNOWN):
            st.caption(words.WORKING_HERE)
            st.text(visible(who()))
            return
        with st.form("who_works", border=True):
            name = st.text_input(words.WHO_WORKS, value=who(), max_chars=80)
            if st.form_submit_button(words.THAT_IS_ME, width="stretch") and name.strip():
                st.session_state[WHO] = name.strip()
                st.session_state[WHO_IS_KNOWN] = True
                st.rerun()


@contextmanager
def errors_said(place: str) -> Iterator[None]:
    """Show a foreseen error as its sentence, with a way to go on, instead of a part of the page.

    Parameters
    ----------
    place : str
        Tells this part of the page from others.
    """
    try:
        yield
    except SpoorError as error:
        if isinstance(error, StoreUnavailable):
            _open.clear()
        with st.container(border=True):
            st.subheader(words.CANNOT_BE_SHOWN, anchor=False)
            st.text(visible(str(error)))
            st.button(words.TRY_AGAIN, key=f"again {place}")


def _answers(found: Opened) -> bool:
    """Whether the graph's server still listens; a cheap look before every use."""
    parts = urlsplit(found.connection.uri)
    try:
        address = (parts.hostname or "", parts.port or DEFAULT_PORT)
        with socket.create_connection(address, REACHED_SECONDS):
            return True
    except OSError:
        return False


@st.cache_resource(ttl=CHECKED_SECONDS, max_entries=4, show_spinner=False)
def _check(path: str, uri: str, written: int, _found: Opened) -> None:
    """Refuse a graph that may show what it must not; anew whenever something is decided."""
    check_own_side(_found.workspace, _found.store)
    check_withdrawn(_found.workspace, _found.store)


def _close(found: Opened) -> None:
    """Let a store go that is no longer shown."""
    found.store.close()


@st.cache_resource(
    show_spinner=words.CONNECTING, max_entries=4, validate=_answers, on_release=_close
)
def _open(path: str, uri: str | None) -> Opened:
    """Open a workspace and its graph; ``uri`` only tells one graph from another."""
    workspace = open_workspace(Path(path), create=False)
    connection = server.connect(workspace)
    graph_store = GraphStore(connection)
    try:
        graph_store.claim(workspace.id)
    except SpoorError:
        graph_store.close()
        raise
    return Opened(workspace, connection, graph_store)
