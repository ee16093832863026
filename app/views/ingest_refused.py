"""Rows of a source that were refused: some at a time, and all of them to keep."""

from __future__ import annotations

import tempfile
from pathlib import Path

import polars as pl
import streamlit as st

from app import words as general
from app.exports.csv import export_rejected
from app.literal import visible
from app.views.paging import ask_page
from app.words import ingest as words
from graph.workspace import Workspace, open_workspace, workspace_path
from ingest.screened import Screened

PER_PAGE = 20


def show_refused(workspace: Workspace, sha256: str, in_all: int, place: str) -> None:
    """List the refused rows of a source, with where and why.

    Parameters
    ----------
    workspace : Workspace
    sha256 : str
        Of the source.
    in_all : int
        How many were refused.
    place : str
        Tells this list from others.
    """
    shown, skip = ask_page(in_all, per_page=PER_PAGE, key=f"refused_{place}")
    journal = workspace.journal / "journal.jsonl"
    size = journal.stat().st_size if journal.exists() else 0
    rows = _rows(str(workspace.root), sha256, skip, size)
    with shown:
        st.caption(general.showing(skip + 1, skip + len(rows), in_all, "rows"))
        st.dataframe(rows, hide_index=True, height="content", alt=words.REFUSED_ROWS)
    st.download_button(
        words.REFUSED_DOWNLOAD, lambda: _all(sha256), f"refused-{sha256[:12]}.csv", "text/csv",
        key=f"download {place} {sha256}", on_click="ignore",
    )  # fmt: skip


@st.cache_data(show_spinner=False, max_entries=32)
def _rows(root: str, sha256: str, skip: int, size: int) -> list[dict[str, str]]:
    """Read some refused rows."""
    found = Screened(_workspace()).records(sha256, "rejected").slice(skip, PER_PAGE).collect()
    return [
        {"Place": visible(row["locator"] or ""), "Field": visible(row["field"] or ""),
         "Why": visible(words.on_the_page(row["reason"])), "It held": visible(row["raw"] or "")}
        for row in found.to_dicts()
    ]  # fmt: skip


def _all(sha256: str) -> bytes:
    """Write all refused rows of a source, made safe for a spreadsheet."""
    archive = Screened(_workspace())
    path = next((each.path for each in archive.sources() if each.sha256 == sha256), "")
    rows = archive.records(sha256, "rejected").collect()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "refused.csv"
        export_rejected(rows.with_columns(source=pl.lit(sha256), path=pl.lit(path)), file)
        return file.read_bytes()


def _workspace() -> Workspace:
    """Open the workspace that the pages show."""
    return open_workspace(workspace_path(), create=False)
