"""All that was taken in, with its facts; one of them to be looked at, or withdrawn."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import words as general
from app.literal import literal, visible
from app.views.address import read_address
from app.views.ingest_refused import show_refused
from app.views.ingest_withdraw import ask_to_withdraw
from app.views.paging import ask_page
from app.words import ingest as words
from graph.workspace import Workspace, open_workspace, workspace_path
from ingest.screened import Screened
from ingest.source_record import SourceRecord
from ingest.withdrawals import Withdrawal, withdrawals

PER_PAGE = 15
FACTS_IN_A_ROW = 5


def show_sources(workspace: Workspace) -> None:
    """List the sources, the latest first, with one of them above."""
    known, gone = known_sources(workspace)
    if not known:
        st.markdown(words.NO_SOURCES)
        return
    asked = read_address("source", {"refused_source": 1})
    chosen = next((each for each in known if each.sha256 == asked), None)
    if asked and chosen is None:
        st.info(words.SOURCE_UNKNOWN)
    if chosen is not None:
        _show_one(workspace, chosen, gone.get(chosen.sha256))
    st.header(words.SOURCES, anchor=False)
    place, skip = ask_page(len(known), per_page=PER_PAGE, key="source_page")
    shown = known[skip : skip + PER_PAGE]
    with place:
        st.caption(
            f"{general.showing(skip + 1, skip + len(shown), len(known), 'sources')}. "
            f"{words.SOURCES_MEANS}"
        )
        for each in shown:
            _show_row(each, each.sha256 in gone)


def known_sources(workspace: Workspace) -> tuple[list[SourceRecord], dict[str, Withdrawal]]:
    """Read the sources, the latest first, and which of them are withdrawn."""
    records = workspace.evidence / "records"
    journal = workspace.journal / "journal.jsonl"
    state = tuple(each.stat().st_mtime_ns if each.exists() else 0 for each in (records, journal))
    return _known_sources(str(workspace.root), state)


@st.cache_data(show_spinner=False, max_entries=4)
def _known_sources(
    root: str, state: tuple[int, ...]
) -> tuple[list[SourceRecord], dict[str, Withdrawal]]:
    """Read them, once for each state of the archive."""
    workspace = open_workspace(workspace_path(), create=False)
    return Screened(workspace).sources(withdrawn=True)[::-1], withdrawals(workspace)


def _show_row(source: SourceRecord, gone: bool) -> None:
    """Show one line of the list."""
    with st.container(key=f"row source {source.sha256}"):
        name, counts, state = st.columns((4, 3.4, 2.2), vertical_alignment="center")
        name.page_link("views/ingest.py", label=literal(_last(source.path)),
                       query_params={"part": words.PARTS[1], "source": source.sha256})  # fmt: skip
        counts.text(
            f"{source.format}: {general.count(source.rows_accepted, 'row')}, "
            f"{source.rows_rejected:,} refused; {general.count(source.posts, 'post')}"
        )
        state.text(visible(f"{words.GONE if gone else words.STANDS}, {source.ingested_at[:10]}"))


def _show_one(workspace: Workspace, source: SourceRecord, gone: Withdrawal | None) -> None:
    """Show one source with its facts."""
    with st.container(border=True, key=f"source {source.sha256}"):
        st.subheader(literal(_last(source.path)), anchor=False)
        for said in (source.path, f"SHA-256 {source.sha256}"):
            st.text(visible(said))
        facts = list(_facts(source).items())
        for first in range(0, len(facts), FACTS_IN_A_ROW):
            columns = st.columns(FACTS_IN_A_ROW)
            for column, (name, value) in zip(columns, facts[first:], strict=False):
                with column.container(gap="xxsmall"):
                    st.caption(name)
                    st.text(visible(str(value)))
        for notice in source.notices:
            st.text(visible(words.on_the_page(notice)))
        if source.rows_rejected:
            with st.expander(f"{words.REFUSED_ROWS}: {source.rows_rejected:,}"):
                show_refused(workspace, source.sha256, source.rows_rejected, "source")
        ask_to_withdraw(workspace, source, gone)


def _facts(source: SourceRecord) -> dict[str, Any]:
    """Write what is known of a source."""
    said: dict[str, Any] = {
        words.FORMAT: source.format,
        words.SIZE: words.size(source.size),
        words.ROWS_READ: f"{source.rows_read:,}",
        words.ROWS_TAKEN_IN: f"{source.rows_accepted:,}",
        words.ROWS_REFUSED: f"{source.rows_rejected:,}",
        words.ROWS_REPEATED: f"{source.rows_merged:,}",
        words.ACCOUNTS: f"{source.accounts:,}",
        words.GROUPS: f"{source.groups:,}",
        words.POSTS: f"{source.posts:,}",
        words.COLLECTOR: source.collector,
        words.COLLECTED_AT: (source.collected_at or "")[:16].replace("T", " "),
        words.LEGAL_BASIS: source.legal_basis,
        words.PURPOSE: source.purpose,
        words.HANDLING: source.handling,
        words.RETENTION: source.retention,
        words.TIME_ZONE: source.time_zone or words.TIME_ZONE_NONE,
        words.REGION: source.region,
        words.TAKEN_IN_BY: source.ingested_by,
        words.TAKEN_IN_ON: source.ingested_at[:16].replace("T", " "),
    }
    return {name: value or words.NOT_SAID for name, value in said.items()}


def _last(path: str) -> str:
    """Give the end of a path: a file's name with its folder's."""
    return "/".join(path.rstrip("/").rsplit("/", 2)[-2:])
