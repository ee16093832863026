"""Looking into what waits, once for each thing that is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import streamlit as st

from app.taking.asking import Terms, Told
from app.taking.looking import Look, look_into, sources_of
from app.taking.waiting import Waiting
from app.words import ingest as words
from graph.workspace import Workspace, open_workspace, workspace_path
from ingest.own import own_accounts
from ingest.readers.options import ReadOptions
from ingest.saved_mappings import FOLDER
from ingest.sources import Source

LOOKED_INTO_AT_MOST = 12


@dataclass(frozen=True)
class Item:
    """Something that waits, with what it looks like.

    Attributes
    ----------
    waiting : Waiting
    sources : tuple of Source
        What it leads to, as many as were looked into.
    looks : tuple of Look
        Of each of these.
    refused : tuple of str
        Sentences about what in it cannot be a source.
    unseen : int
        Sources that were not looked into.
    """

    waiting: Waiting
    sources: tuple[Source, ...] = ()
    looks: tuple[Look, ...] = field(default=())
    refused: tuple[str, ...] = ()
    unseen: int = 0


def options_of(terms: Terms, told: Told) -> ReadOptions:
    """Give what the reader is told."""
    return ReadOptions(
        platform=terms.platform,
        region=terms.region,
        time_zone=terms.time_zone,
        collected_at=terms.collected_at,
        date_order=told.date_order,
        chat=told.chat,
        encoding=told.encoding,
    )


def look_at(workspace: Workspace, waiting: Waiting, terms: Terms, told: Told) -> Item:
    """Look into something that waits; what nothing has changed about is remembered."""
    try:
        status = waiting.path.stat()
        state = (status.st_size, status.st_mtime_ns)
    except OSError:
        state = (0, 0)
    journal = workspace.journal / "journal.jsonl"
    mappings = workspace.root / FOLDER
    changed = tuple(each.stat().st_mtime_ns if each.exists() else 0 for each in (journal, mappings))
    said = (terms.platform, terms.region, terms.time_zone, terms.collected_at)
    return _look_at(str(workspace.root), waiting, said, told, (*state, *changed))


@st.cache_data(show_spinner=words.LOOKING, max_entries=64)
def _look_at(
    root: str,
    waiting: Waiting,
    said: tuple[str | None, str | None, str | None, datetime | None],
    told: Told,
    state: tuple[int, ...],
) -> Item:
    """Look into something, once for each state of it."""
    workspace = open_workspace(workspace_path(), create=False)
    found = sources_of(workspace, waiting)
    platform, region, time_zone, collected_at = said
    options = options_of(
        Terms(platform=platform, region=region, time_zone=time_zone, collected_at=collected_at),
        told,
    )
    sources = found.sources[:LOOKED_INTO_AT_MOST]
    own = own_accounts(workspace)
    return Item(
        waiting=waiting,
        sources=tuple(sources),
        looks=tuple(
            look_into(workspace, each, called(waiting, each), options, told.format, own)
            for each in sources
        ),
        refused=tuple(_short(waiting, each.reason) for each in found.refusals),
        unseen=len(found.sources) - len(sources),
    )


def called(waiting: Waiting, source: Source) -> str:
    """Call a source as people do: without the folder in which uploads wait."""
    return _short(waiting, source.path)


def _short(waiting: Waiting, text: str) -> str:
    """Leave the folder out in which uploads wait."""
    return text.replace(f"{waiting.path.parent}/", "") if waiting.is_upload else text
