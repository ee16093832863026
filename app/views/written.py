"""What people wrote down, read once for as long as the journal stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app import session
from app.noting import shown_notes
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.notes import Note
from ingest.seals import Seals, seals
from ingest.translations import Translation, translations


def read_notes() -> list[Note]:
    """Read the notes that stand, the newest first."""
    return _notes(*_asked())


def read_translations() -> Mapping[str, list[Translation]]:
    """Read the translations by post, the newest of each language first."""
    return _translations(*_asked())


def read_seals() -> Seals:
    """Read what is sealed."""
    return _seals(*_asked())


def _asked() -> tuple[str, int, Workspace]:
    """Name what is read: which workspace, and how far its journal goes."""
    workspace = session.opened().workspace
    path = Journal(workspace).path
    return session.cache_key(), path.stat().st_size if path.exists() else 0, workspace


@st.cache_resource(max_entries=4, show_spinner=False)
def _notes(place: str, written: int, _workspace: Workspace) -> list[Note]:
    """Read the notes; ``written`` tells how far the journal goes."""
    return shown_notes(_workspace)


@st.cache_resource(max_entries=4, show_spinner=False)
def _translations(place: str, written: int, _workspace: Workspace) -> dict[str, list[Translation]]:
    """Read the translations, by post."""
    return translations(_workspace)


@st.cache_resource(max_entries=4, show_spinner=False)
def _seals(place: str, written: int, _workspace: Workspace) -> Seals:
    """Read what is sealed."""
    return seals(_workspace)
