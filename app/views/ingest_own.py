"""Accounts that may be our own side's: a person decides."""

from __future__ import annotations

import streamlit as st

from app import jobs, session
from app.literal import literal, visible
from app.views.working import begin, say_problem
from app.words import ingest as words
from app.words import work
from graph.workspace import Workspace, open_workspace, workspace_path
from ingest.archive import Archive
from ingest.own_alike import may_be_own

MOST = 20


def ask_about_own(workspace: Workspace, paths: set[str]) -> None:
    """Ask about the accounts that some sources suggest to be our own side's."""
    journal = workspace.journal / "journal.jsonl"
    size = journal.stat().st_size if journal.exists() else 0
    found = {key: told for key, told in _suggested(str(workspace.root), size).items()
             if told[1] in paths}  # fmt: skip
    if not found:
        return
    st.markdown(f"**{words.MAY_BE_OWN}**")
    st.caption(words.MAY_BE_OWN_MEANS)
    busy = jobs.running(workspace) is not None
    nobody = session.named() is None
    say_problem()
    for key, (reason, path) in list(found.items())[:MOST]:
        name, yes, no = st.columns((5, 1.2, 1.2), vertical_alignment="center")
        name.markdown(literal(key))
        name.caption(literal(f"{reason}; {path}", most=200))
        for column, label, options in ((yes, words.IS_OWN, []), (no, words.IS_NOT_OWN, ["--not"])):
            column.button(
                label, key=f"{label} {key}", disabled=busy or nobody, on_click=begin,
                args=("own", [*options, "--", key]), width="stretch",
            )  # fmt: skip
    if busy or nobody:
        st.text(visible(work.SAY_WHO if nobody else work.DETECT_BUSY))


@st.cache_data(show_spinner=False, max_entries=8)
def _suggested(root: str, size: int) -> dict[str, tuple[str, str]]:
    """Find those about whom nobody has decided, once for each length of the journal."""
    return may_be_own(Archive(open_workspace(workspace_path(), create=False)))
