"""The notes about one thing: listed, added, corrected, withdrawn."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app import session
from app.literal import literal, visible
from app.noting import standing_clusters, write_note
from app.views.paging import ask_page
from app.views.writing import tell_what_was_written, write_down
from app.views.written import read_notes
from app.words import notes as words
from graph.workspace import Workspace
from ingest.notes import CLUSTER, LONGEST, Note, correct_note, withdraw_note

PER_PAGE = 20


@st.fragment
def show_notes(kind: str, key: str) -> None:
    """Show the notes about a thing, and a place to write one.

    Parameters
    ----------
    kind : str
        ``account``, ``cluster``, ``group``, ``detail`` or ``post``.
    key : str
        Of the account, group, contact detail or post; id of the cluster.
    """
    with session.errors_said(f"notes {kind}"):
        st.header(words.HEADING, anchor=False)
        st.caption(words.MEANING)
        place = f"{kind} {key}"
        tell_what_was_written(place)
        snapshot = _snapshot(key) if kind == CLUSTER else None
        found = [each for each in read_notes() if (each.kind, each.key) == (kind, key)]
        if kind == CLUSTER and snapshot is None:
            st.text(words.GONE)
        elif not found:
            st.text(words.NONE_YET)
        list_place, skip = ask_page(len(found), per_page=PER_PAGE, key="notes_page")
        with list_place:
            for each in found[skip : skip + PER_PAGE]:
                _show(each, place)
        if kind != CLUSTER or snapshot is not None:
            _ask_new(kind, key, snapshot, place)


def show_note_text(note: Note) -> None:
    """Show what a note says, by whom it is and from when."""
    st.text(visible(note.text), width="stretch")
    said = literal(words.written(note.by, note.at))
    if note.corrected_by:
        said += f" · {literal(words.corrected(note.corrected_by, note.corrected_at))}"
    st.caption(said)


def _show(note: Note, place: str) -> None:
    """Show a note, with what may be done about it."""
    with st.container(border=True, gap="xsmall"):
        text, change = st.columns([5, 1], vertical_alignment="top")
        with text:
            show_note_text(note)
        if session.named() is None:
            return
        with change.popover(words.CHANGE, width="stretch"):
            _ask_change(note, place)


def _ask_change(note: Note, place: str) -> None:
    """Ask how a note is to read, or why it is withdrawn."""
    with st.form(f"correct {note.note}", border=False):
        name = f"corrected {note.note} {len(note.text)}"
        st.text_area(words.CORRECTED_TEXT, note.text, max_chars=LONGEST, key=name)
        st.form_submit_button(
            words.CORRECT, on_click=partial(write_down, place, partial(_correct, note.note, name))
        )
    with st.form(f"withdraw {note.note}", border=False):
        name = f"why withdrawn {note.note}"
        st.text_input(words.WHY, max_chars=500, key=name)
        st.form_submit_button(
            words.WITHDRAW, on_click=partial(write_down, place, partial(_withdraw, note.note, name))
        )


def _ask_new(kind: str, key: str, snapshot: str | None, place: str) -> None:
    """Ask for a new note."""
    named = session.named() is not None
    with st.form(f"note {place}", clear_on_submit=True):
        name = f"new note {place}"
        st.text_area(words.NEW, max_chars=LONGEST, key=name, height=80,
                     placeholder=words.NEW_HINT)  # fmt: skip
        st.form_submit_button(
            words.ADD,
            disabled=not named,
            on_click=partial(write_down, place, partial(_add, kind, key, snapshot, name)),
        )
        if not named:
            st.text(words.SAY_WHO)


def _snapshot(cluster_id: str) -> str | None:
    """Give the latest snapshot where it has the cluster."""
    latest = session.latest()
    if latest is None or not standing_clusters(session.store(), latest.id, [cluster_id]):
        return None
    return latest.id


def _add(
    kind: str, key: str, snapshot: str | None, name: str, workspace: Workspace, who: str
) -> str:
    """Keep a new note."""
    text = str(st.session_state.get(name) or "")
    write_note(workspace, kind, key, text, who=who, snapshot=snapshot)
    return words.ADDED


def _correct(note: str, name: str, workspace: Workspace, who: str) -> str:
    """Correct a note."""
    text = str(st.session_state.get(name) or "")
    is_new = correct_note(workspace, note, text, who=who)
    return words.CORRECTED if is_new else words.UNCHANGED


def _withdraw(note: str, name: str, workspace: Workspace, who: str) -> str:
    """Withdraw a note."""
    why = str(st.session_state.get(name) or "").strip()
    withdraw_note(workspace, note, why=why or None, who=who)
    return words.WITHDRAWN
