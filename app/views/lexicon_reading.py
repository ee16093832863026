"""Reading the lexicon for its page: counted once for what the workspace holds."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import session
from app.lexicon_data import entry_data, list_entries, show_entry
from app.lexicon_editing import own_words
from app.words import lexicon as words
from graph.workspace import Workspace
from ingest.extract.lexicon.shipped import shipped_lexicon
from ingest.extraction import extractor_of
from ingest.journal import Journal

KEPT_SECONDS = 600
USES_SHOWN = 10


def entries() -> list[dict[str, Any]]:
    """List every entry as `app.lexicon_data.list_entries` does, with its ``status`` here."""
    return _entries(_place(), session.opened().workspace)


def entry(name: str) -> dict[str, Any]:
    """Give one entry with some of the posts that use it."""
    return _entry(_place(), name, session.opened().workspace)


def left_out() -> list[dict[str, Any]]:
    """List shipped entries that the workspace leaves out."""
    known = shipped_lexicon().by_id
    removed = own_words(session.opened().workspace).remove
    return [
        entry_data(known[name]) | {"status": words.LEFT_OUT, "hits": None, "counted": None,
                                   "accounts": None, "confirmed": 0, "rejected": 0}
        for name in removed if name in known
    ]  # fmt: skip


def _place() -> str:
    """Name what counts belong to: the graph, the lexicon, and all that was ever done here."""
    workspace = session.opened().workspace
    journal = Journal(workspace).path
    done = journal.stat().st_size if journal.exists() else 0
    return f"{session.cache_key()} {extractor_of(workspace).version} {done}"


@st.cache_data(ttl=KEPT_SECONDS, max_entries=4, show_spinner=words.READING)
def _entries(place: str, _workspace: Workspace) -> list[dict[str, Any]]:
    """List entries; ``place`` keeps apart what was counted in different material."""
    own = {each.id for each in own_words(_workspace).entries}
    return [
        each | {"status": words.OWN if each["id"] in own else words.SHIPPED}
        for each in list_entries(_workspace)
    ]


@st.cache_data(ttl=KEPT_SECONDS, max_entries=64, show_spinner=words.READING)
def _entry(place: str, name: str, _workspace: Workspace) -> dict[str, Any]:
    """Read one entry's uses."""
    return show_entry(_workspace, name, USES_SHOWN)
