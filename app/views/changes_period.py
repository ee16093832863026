"""Which report is shown; the address keeps it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app.literal import visible
from app.reporting.period import Period
from app.reports_kept import KeptReport, kept_reports, period_named
from app.views.changes_events import POSTS
from app.words import changes as words
from graph.errors import UsageError
from graph.workspace import Workspace

KEY = "period"
_PAGES = "_page"


@dataclass(frozen=True)
class Chosen:
    """The period that is asked for, and its report if there is one; ``is_newest``: of all."""

    name: str
    period: Period
    kept: KeptReport | None
    is_newest: bool


def ask_period(workspace: Workspace) -> Chosen | None:
    """Ask which report to show; None where there is none and the address asks for none.

    An address may ask for a period that no report was made of.
    """
    found = {each.name: each for each in kept_reports(workspace)}
    options = [*found]
    asked = st.query_params.get(KEY) or st.session_state.get(KEY)
    if asked and asked not in found and _is_period(asked):
        options.append(asked)
    if not options:
        return None
    place, said = st.columns((1.3, 4), vertical_alignment="bottom")
    name = place.selectbox(
        words.PERIOD, options, key=KEY, bind="query-params", on_change=_begin_anew
    )
    period = period_named(name)
    said.text(visible(words.period(period.start, period.end)))
    return Chosen(name, period, found.get(name), is_newest=next(iter(found), None) == name)


def _is_period(name: str) -> bool:
    """Whether a name is that of a period."""
    try:
        period_named(name)
    except UsageError:
        return False
    return True


def _begin_anew() -> None:
    """Begin another report at its first pages, with no posts opened."""
    for name in list(st.session_state):
        if str(name).startswith(POSTS):
            st.session_state[name] = False
        elif str(name).endswith(_PAGES):
            st.session_state[name] = 1
