"""Changes of accounts by kind, and accounts that may be successors of others."""

from __future__ import annotations

import streamlit as st

from app import words as numbers
from app.report import words as told_words
from app.views.changes_events import Event, show_account_event
from app.views.changes_reading import Told, clusters_now
from app.views.paging import ask_page
from app.words import changes as words

PER_PAGE = 15
PAGE = "account_page"
_SUCCESSOR = "successor"


def show_accounts(told: Told) -> None:
    """Show changes of accounts, filtered by kind; the address keeps which kinds."""
    events = [each for each in told.report["account_events"] if each["kind"] != _SUCCESSOR]
    if not events:
        st.markdown(words.NO_ACCOUNT_CHANGE)
        return
    chosen = _ask(events)
    where, skip = ask_page(len(chosen), per_page=PER_PAGE, key=PAGE)
    with where:
        if not chosen:
            st.markdown(words.NONE_FITS)
            return
        shown = chosen[skip : skip + PER_PAGE]
        said = numbers.showing(skip + 1, skip + len(shown), len(chosen), "changes")
        st.caption(f"{said}, {words.RANKED}.")
        _show(told, shown, skip, "account")


def show_successors(told: Told) -> None:
    """Show who may be a successor of whom."""
    found = told.sections.held["successors"]
    st.caption(words.SUCCESSORS_SAID)
    if not found:
        st.markdown(words.NO_SUCCESSOR)
        return
    st.page_link("views/candidates.py", label=words.DECIDE)
    where, skip = ask_page(len(found), per_page=PER_PAGE, key="successor_page")
    with where:
        shown = found[skip : skip + PER_PAGE]
        st.caption(numbers.showing(skip + 1, skip + len(shown), len(found), "leads"))
        _show(told, shown, skip, "successor")


def _show(told: Told, events: list[Event], skip: int, place: str) -> None:
    """Show changes as cards."""
    now = clusters_now({each["cluster"] for each in events if each.get("cluster")})
    for nth, event in enumerate(events, start=skip + 1):
        show_account_event(told, event, f"{place}_{nth}", now)


def _ask(events: list[Event]) -> list[Event]:
    """Ask which kinds of changes to show, the first of each in the order of the report."""
    kinds = {told_words.EVENTS.get(each["kind"], words.OTHER_KIND): each["kind"] for each in events}
    left, right = st.columns((3, 1), vertical_alignment="bottom")
    named = left.multiselect(
        words.KINDS_OF_CHANGE, list(kinds), key="kinds", bind="query-params",
        placeholder=words.ALL_KINDS, on_change=_to_first_page,
    )  # fmt: skip
    only = right.checkbox(
        words.ONLY_NOTABLE, key="notable", bind="query-params", on_change=_to_first_page
    )
    wanted = {kinds[each] for each in named} or set(kinds.values())
    return [
        each for each in events if each["kind"] in wanted and (each["notable"] or not only)
    ]  # fmt: skip


def _to_first_page() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state[PAGE] = 1
