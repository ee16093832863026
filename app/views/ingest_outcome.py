"""What is being taken in, and what came of it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import jobs, session
from app import words as general
from app.jobs import Job, State
from app.literal import visible
from app.views.ingest_own import ask_about_own
from app.views.ingest_refused import show_refused
from app.views.said import say_error, say_warning
from app.views.working import EVERY, ask_to_detect, ask_to_stop, show_progress
from app.words import ingest as words
from app.words import work
from graph.workspace import Workspace

HIDDEN = "outcome that is not shown"
FOLLOWED = "work that this page follows"


def show_work_done(workspace: Workspace) -> None:
    """Show what goes on, else what came of what was taken in last."""
    running = jobs.running(workspace)
    if running is not None:
        st.session_state[FOLLOWED] = running.id
        st.fragment(_show_going_on, run_every=EVERY)(workspace)
        return
    job = jobs.latest(workspace, "ingest")
    if job is not None and st.session_state.get(HIDDEN) != job.id:
        with session.errors_said("outcome"):
            _show_outcome(workspace, job)


def _show_going_on(workspace: Workspace) -> None:
    """Show how far the work is; when it has ended, have the page show what came of it."""
    job = jobs.running(workspace)
    if job is None or job.id != st.session_state.get(FOLLOWED):
        st.rerun()
    assert job is not None
    with st.container(border=True, key="going on"):
        st.subheader(work.name(job.what), anchor=False)
        show_progress(job)
        st.text(visible(work.begun(job.who, f"{job.started_at:%H:%M}")))
        ask_to_stop(workspace, job, "page")


def _show_outcome(workspace: Workspace, job: Job) -> None:
    """Show what came of an ingestion."""
    sources = [each for result in job.results() if result for each in result["sources"]]
    followed = st.session_state.get(FOLLOWED) == job.id
    label = f"{words.OUTCOME}: {general.minute(job.ended_at or job.started_at)}"
    with st.expander(label, expanded=followed, key=f"outcome {job.id}"):
        if job.state in (State.STOPPED, State.CUT_OFF):
            st.warning(work.ended(job.what, job.state))
        elif job.state is State.FAILED and not any(each.get("error") for each in sources):
            say_error(words.on_the_page(job.sentence or work.ended(job.what, job.state)))
        if sources:
            _show_sources(sources)
            _show_refused(workspace, sources, job.id)
            ask_about_own(workspace, {str(each["path"]) for each in sources})
        if any(not each.get("error") for each in sources):
            st.markdown(words.NEXT)
            ask_to_detect("after taking in")
        st.button(words.HIDE, key=f"hide {job.id}", on_click=_hide, args=(job,))


def _show_sources(sources: list[dict[str, Any]]) -> None:
    """Show what became of each source."""
    failed = [each for each in sources if each.get("error")]
    read = [each for each in sources if not each.get("error")]
    for each in failed:
        say_error(words.on_the_page(each["error"]))
    if read:
        st.text(
            words.totals(
                len(read),
                *(sum(each[name] for each in read)
                  for name in ("rows_accepted", "rows_rejected", "posts", "accounts")),
            )
        )  # fmt: skip
        st.dataframe([_row(each) for each in read], hide_index=True, height="content",
                     alt=words.OUTCOME)  # fmt: skip
    if any(each["rows_read"] and not each["rows_accepted"] and not each["rows_rejected"]
           for each in read):  # fmt: skip
        st.info(words.NO_DOUBLE)
    for each in read:
        if each.get("warning"):
            say_warning(words.on_the_page(each["warning"]))
    for sentence in dict.fromkeys(notice for each in read for notice in each.get("notices", ())):
        st.text(visible(words.on_the_page(sentence)))


def _show_refused(workspace: Workspace, sources: list[dict[str, Any]], place: str) -> None:
    """List the rows that were refused, of the source that is chosen."""
    some = {str(each["sha256"]): each for each in sources if each.get("rows_rejected")}
    if not some:
        return
    st.markdown(f"**{words.REFUSED_ROWS}**")
    chosen = next(iter(some))
    if len(some) > 1:
        chosen = st.selectbox(
            words.WHICH_SOURCE, list(some), key=f"refused of {place}",
            format_func=lambda sha256: visible(
                f"{some[sha256]['path']} ({some[sha256]['rows_rejected']:,})"
            ),
        )  # fmt: skip
    show_refused(workspace, chosen, some[chosen]["rows_rejected"], "outcome")


def _row(source: dict[str, Any]) -> dict[str, Any]:
    """Write what became of one source."""
    return {
        words.WHICH_SOURCE: visible(str(source["path"])),
        words.FORMAT: source["format"],
        words.ROWS_READ: source["rows_read"],
        words.ROWS_TAKEN_IN: source["rows_accepted"],
        words.ROWS_REFUSED: source["rows_rejected"],
        words.ROWS_REPEATED: source["rows_merged"],
        words.ACCOUNTS: source["accounts"],
        words.GROUPS: source["groups"],
        words.POSTS: source["posts"],
        words.DETAILS: source["contact_details"],
    }


def _hide(job: Job) -> None:
    """Show an outcome no more in this session."""
    st.session_state[HIDDEN] = job.id
