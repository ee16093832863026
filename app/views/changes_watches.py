"""Watches: what turned up of what is watched, what that is, and who changes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from app import session
from app import words as numbers
from app.literal import visible
from app.report import words as told_words
from app.views.changes_reading import Told, known_now, newest
from app.views.opening import Target, show_opening, target_of
from app.views.writing import tell_what_was_written, write_down
from app.watching import unwatch, watch
from app.watching_news import hits_in, taken_in_since
from app.words import changes as words
from app.words import reading
from graph.workspace import Workspace
from ingest.watches import CLUSTER, Watch, watches

PLACE = "watches"
KIND, VALUE, WHY, WHICH = "watch_kind", "watch_value", "watch_why", "watch_stopped"


def show_watches(told: Told) -> None:
    """Show the hits of a report, those since, and what is watched."""
    st.subheader(words.HITS, anchor=False)
    _show_hits(told, told.report["watch_hits"], words.NO_HITS, "hits")
    st.subheader(words.HITS_SINCE, anchor=False)
    _show_since(told)
    show_watched(told.report["watch_hits"])


def show_watched(hits: list[dict[str, Any]]) -> None:
    """Show what is watched, and let a person change it; ``hits`` are those of a report."""
    st.subheader(words.WATCHED, anchor=False)
    st.caption(words.WATCHED_SAID)
    tell_what_was_written(PLACE)
    found = watches(session.opened().workspace)
    if found:
        _show_table(found, hits)
    else:
        st.markdown(words.NOTHING_WATCHED)
    if session.named() is None:
        st.caption(words.SAY_WHO)
    add, stop = st.columns(2)
    with add:
        _ask_to_add()
    with stop:
        if found:
            _ask_to_stop(found)


def _show_hits(told: Told, hits: list[dict[str, Any]], none: str, place: str) -> None:
    """List what turned up."""
    if not hits:
        st.markdown(none)
        return
    rows = [
        {
            words.COLUMN_WATCH: visible(each["watch"]),
            words.COLUMN_WHAT: visible(each["what"]),
            words.COLUMN_POSTED: told_words.day(each["at"]),
            words.COLUMN_TEXT: visible(each["text"] or ""),
            words.COLUMN_ACCOUNT: visible(told.names.called(each["account"] or "")),
        }
        for each in hits
    ]
    show_opening(
        rows, [target_of(each["account"]) for each in hits], place=place, alt=words.HITS,
        columns={words.COLUMN_WHAT: st.column_config.TextColumn(width="large")},
    )  # fmt: skip


def _show_since(told: Told) -> None:
    """List what turned up in what was taken in since the newest report."""
    workspace = session.opened().workspace
    last = newest(workspace)
    if last is not None and last.name != told.kept.name:
        st.markdown(words.OLDER_REPORT)
        return
    sources, hits, total = _since(known_now(workspace), told.report["made_at"], workspace)
    if not sources:
        st.markdown(words.NO_NEWER)
        return
    if hits:
        st.caption(numbers.showing(1, len(hits), total, "hits"))
    _show_hits(told, hits, words.NO_HITS_SINCE, "hits since")


@st.cache_data(ttl=600, max_entries=8, show_spinner=reading.FINDING_WATCHED)
def _since(known: str, moment: str, _workspace: Workspace) -> tuple[int, list[dict[str, Any]], int]:
    """Find what came in since; ``known`` tells what was taken in and is watched."""
    sources = taken_in_since(_workspace, moment)
    found = hits_in(_workspace, sources)
    return len(sources), [asdict(each) for each in found.hits], found.total


def _show_table(found: list[Watch], hits: list[dict[str, Any]]) -> None:
    """List what is watched."""
    rows = [
        {
            words.COLUMN_WATCH: each.watch,
            words.COLUMN_KIND: words.WATCH_KINDS.get(each.kind, each.kind),
            words.COLUMN_WATCHED: visible(each.value),
            words.COLUMN_HITS: sum(hit["watch"] == each.watch for hit in hits),
            words.COLUMN_WHY: visible(each.why or ""),
            words.COLUMN_BY: visible(words.watched_by(each.by, each.at)),
        }
        for each in found
    ]
    targets = [
        Target("views/cluster.py", {"cluster": each.value})
        if each.kind == CLUSTER
        else target_of(each.value)
        for each in found
    ]
    show_opening(rows, targets, place="watched", alt=words.WATCHED)


def _ask_to_add() -> None:
    """Ask what else to watch."""
    with st.form("add watch", border=True):
        st.markdown(f"**{words.ADD_WATCH}**")
        kinds = {said: kind for kind, said in words.WATCH_KINDS.items()}
        st.selectbox(words.WATCH_KIND, list(kinds), key=KIND)
        st.text_input(words.WATCH_VALUE, key=VALUE, max_chars=200, help=words.WATCH_HINT)
        st.text_input(words.WATCH_WHY, key=WHY, max_chars=500, placeholder=words.WHY_HINT)
        st.form_submit_button(
            words.ADD_WATCH, disabled=session.named() is None, on_click=_add, args=(kinds,)
        )


def _ask_to_stop(found: list[Watch]) -> None:
    """Ask what is not to be watched any more."""
    with st.form("stop watch", border=True):
        st.markdown(f"**{words.STOP_WATCH}**")
        choices = {
            visible(f"{each.watch}: {words.WATCH_KINDS.get(each.kind, each.kind)} {each.value}"): (
                each
            )
            for each in found
        }
        st.selectbox(words.WATCH_WHICH, list(choices), index=None, key=WHICH)
        st.text_input(words.WATCH_WHY, key=f"{WHY}_not", max_chars=500)
        st.form_submit_button(
            words.STOP_WATCH, disabled=session.named() is None, on_click=_stop, args=(choices,)
        )


def _add(kinds: dict[str, str]) -> None:
    """Note that something is watched."""
    value = (st.session_state.get(VALUE) or "").strip()
    kind = kinds[st.session_state[KIND]]
    why = (st.session_state.get(WHY) or "").strip() or None

    def note(workspace: Workspace, who: str) -> str:
        added = watch(workspace, kind, value, why=why, who=who)
        return words.is_watched(added.watch.value, is_new=added.is_new, is_met=added.is_met)

    if value:
        write_down(PLACE, note)
        st.session_state[VALUE] = st.session_state[WHY] = ""


def _stop(choices: dict[str, Watch]) -> None:
    """Note that something is not watched any more."""
    chosen = choices.get(st.session_state.get(WHICH) or "")
    why = (st.session_state.get(f"{WHY}_not") or "").strip() or None
    if chosen is None:
        return

    def note(workspace: Workspace, who: str) -> str:
        found = unwatch(workspace, chosen.kind, chosen.value, why=why, who=who)
        return words.not_watched(found.value)

    write_down(PLACE, note)
    st.session_state[WHICH] = None
