"""What is being worked on in the background, on every page; and the button that detects."""

from __future__ import annotations

import streamlit as st

from app import jobs, session
from app.jobs import Job, State
from app.literal import visible
from app.views.said import say_error
from app.words import work as words
from graph.errors import SpoorError
from graph.workspace import Workspace, open_workspace, workspace_path

EVERY = 1.5
SEEN = "work that this session has seen end"
WATCHED = "work that this session watches"
CHANGES_DATA = ("ingest", "withdraw", "own", "rebuild", "detect", "report")
PROBLEM = "why work was not begun"


def show_work() -> None:
    """Show in the sidebar what is being worked on, as long as something is."""
    workspace = _workspace()
    if workspace is None:
        return
    found = jobs.latest(workspace)
    if SEEN not in st.session_state:
        st.session_state[SEEN] = found.id if found and found.state is not State.RUNNING else None
    goes_on = found is not None and found.state is State.RUNNING
    busy = goes_on or jobs.is_written_to(workspace)
    st.session_state[WATCHED] = found.id if found and goes_on else None
    st.fragment(_show, run_every=EVERY if busy else None)()


def begin(what: str, arguments: list[str]) -> None:
    """Begin work, from a button; why it was not begun is said by `say_problem`."""
    workspace, who = _workspace(), session.named()
    if workspace is None or who is None:
        return
    try:
        jobs.start(workspace, what, arguments, who)
    except SpoorError as error:
        st.session_state[PROBLEM] = str(error)


def say_problem() -> None:
    """Say once why work was not begun."""
    problem = st.session_state.pop(PROBLEM, None)
    if problem:
        say_error(problem)


def ask_to_detect(place: str) -> None:
    """Offer to detect networks, with what follows from it.

    Parameters
    ----------
    place : str
        Tells this button from others.
    """
    workspace = _workspace()
    if workspace is None:
        return
    busy = jobs.running(workspace) is not None
    nobody = session.named() is None
    say_problem()
    st.button(
        words.DETECT,
        key=f"detect {place}",
        type="primary",
        disabled=busy or nobody,
        on_click=begin,
        args=("detect", []),
    )
    st.caption(words.DETECT_MEANS)
    if busy or nobody:
        st.text(words.SAY_WHO if nobody else words.DETECT_BUSY)


def show_progress(job: Job) -> None:
    """Show how far work has come."""
    at = job.progress
    if at is None:
        st.text(words.STARTING)
        return
    said = words.step(at.step, at.done, at.in_all)
    st.text(visible(said))
    if at.in_all:
        st.progress(min(max(at.done / at.in_all, 0.0), 1.0))


def ask_to_stop(workspace: Workspace, job: Job, place: str) -> None:
    """Offer to have work stopped."""
    asked = f"stop asked {job.id}"

    def stop() -> None:
        st.session_state[asked] = True
        jobs.cancel(workspace, job, session.who())

    st.button(
        words.STOPPING if st.session_state.get(asked) else words.STOP,
        key=f"stop {job.id} {place}",
        disabled=bool(st.session_state.get(asked)),
        on_click=stop,
        help=words.STOP_HELP,
    )


def _show() -> None:
    """Show what goes on, or what has ended since this session began."""
    workspace = _workspace()
    if workspace is None:
        return
    job = jobs.latest(workspace)
    if job is not None and job.state is State.RUNNING:
        with st.container(border=True, gap="xsmall", key="work"):
            st.markdown(f"**{words.name(job.what)}**")
            show_progress(job)
            st.text(visible(words.begun(job.who, f"{job.started_at:%H:%M}")))
            ask_to_stop(workspace, job, "sidebar")
        return
    if jobs.is_written_to(workspace):
        st.caption(words.ELSEWHERE)
    if job is not None and job.id != st.session_state.get(SEEN):
        _show_ended(job)


def _show_ended(job: Job) -> None:
    """Say how work ended, and offer to show what is new."""
    with st.container(border=True, gap="xsmall", key="work"):
        st.markdown(f"**{words.ended(job.what, job.state)}**")
        if job.sentence and job.state is State.FAILED:
            st.text(visible(job.sentence))
        if job.state is State.DONE and st.session_state.get(WATCHED) == job.id:
            is_new = words.NEW_DETECTION if job.what == "detect" else words.NEW_DATA
            st.caption(is_new)
        with st.container(horizontal=True, gap="small"):
            if st.button(words.REFRESH, key=f"refresh {job.id}", type="primary"):
                _note_seen(job)
                st.rerun()
            if job.what == "ingest":
                st.page_link("views/ingest.py", label=words.SEE_OUTCOME)


def _note_seen(job: Job) -> None:
    """Remember that this session has seen work end."""
    st.session_state[SEEN] = job.id


def _workspace() -> Workspace | None:
    """Open the workspace; None where there is none, which the page says."""
    try:
        return open_workspace(workspace_path(), create=False)
    except SpoorError:
        return None
